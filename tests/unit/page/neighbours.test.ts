import { expect, test } from 'vitest';
import { blocksBetween } from '../../../src/page/neighbours';
import { TextBlock } from '../../../src/page/text-block';

test('nothing stands between the two halves of a text that was cut', () => {
  const data = 'The R1 was long. '.repeat(2_000);
  const substringData = (from: number, length: number) => data.slice(from, from + length);
  const node = { data, length: data.length, substringData } as Text;
  const halfOf = (from: number, to: number) => {
    const block = new TextBlock(node);
    block.append(node, from, to);
    return block;
  };
  expect(blocksBetween(halfOf(0, 20_000), halfOf(20_000, data.length))).toEqual([]);
});
