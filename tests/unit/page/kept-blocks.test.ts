import { beforeEach, expect, test } from 'vitest';
import type { BlockReading } from '../../../src/matcher/mention';
import { KeptBlocks } from '../../../src/page/kept-blocks';
import { TextBlock } from '../../../src/page/text-block';

const FOLLOWING = 4;
const document = {} as Node;

/** A text of a page in which those with larger places stand behind. */
function textAt(place: number, data: string): Text {
  const node = {
    data,
    place,
    length: data.length,
    getRootNode: () => document,
    compareDocumentPosition: (other: { place: number }) => (other.place > place ? FOLLOWING : 2),
  };
  return node as unknown as Text;
}

function blockOf(container: Node, node: Text): TextBlock {
  const block = new TextBlock(container);
  block.append(node);
  return block;
}

const paragraph = () => ({ isConnected: true }) as Node;

/** What names a text holds is no matter here: those with R1 do. */
const read = (text: string) => (text.includes('R1') ? ({} as BlockReading) : undefined);

let kept: KeptBlocks;
beforeEach(() => {
  kept = new KeptBlocks(read);
});

const texts = () => kept.all.map(({ text }) => text);

test('only blocks with names are kept, each with its reading, in the order of the page', () => {
  for (const [place, text] of [
    [1, 'R1 first'],
    [7, 'R1 last'],
    [3, 'R1 between'],
    [5, 'nothing'],
    [0, 'R1 before'],
  ] as const) {
    kept.take(blockOf(paragraph(), textAt(place, text)));
  }
  expect(texts()).toEqual(['R1 before', 'R1 first', 'R1 between', 'R1 last']);
  expect(kept.all.every(({ reading }) => reading)).toBe(true);
});

test('a block takes the place of the one that began there, and that one is told once', () => {
  const container = paragraph();
  const [node, next] = [textAt(1, 'R1 was'), textAt(2, 'R1 beside')];
  const before = blockOf(container, node);
  kept.take(before);
  kept.take(blockOf(container, next));
  expect(kept.takeRetired()).toEqual([]);
  kept.take(blockOf(container, node));
  expect(texts()).toEqual(['R1 was', 'R1 beside']);
  expect(kept.takeRetired()).toEqual([before]);
  expect(kept.takeRetired()).toEqual([]);
});

test('a block whose name is gone is kept no more', () => {
  const container = paragraph();
  const node = textAt(1, 'R1');
  const block = blockOf(container, node);
  kept.take(block);
  Object.assign(node, { data: 'o4', length: 2 });
  kept.take(blockOf(container, node));
  expect(kept.isEmpty).toBe(true);
  expect(kept.takeRetired()).toEqual([block]);
});

test('it has changed when blocks came or went, until that was asked for', () => {
  kept.take(blockOf(paragraph(), textAt(1, 'nothing')));
  expect(kept.hasChanged).toBe(false);
  const container = paragraph();
  kept.take(blockOf(container, textAt(2, 'R1')));
  expect(kept.hasChanged).toBe(true);
  kept.takeRetired();
  expect(kept.hasChanged).toBe(false);
  kept.forgetContainer(container);
  expect(kept.hasChanged).toBe(true);
});

test('the blocks of a container, and of all that are gone, are forgotten and told', () => {
  const [one, two, three] = [paragraph(), paragraph(), paragraph()];
  const [first, second, third, fourth] = [
    blockOf(one, textAt(1, 'R1 a')),
    blockOf(one, textAt(2, 'R1 b')),
    blockOf(two, textAt(3, 'R1 c')),
    blockOf(three, textAt(4, 'R1 d')),
  ];
  for (const block of [first, second, third, fourth]) kept.take(block);
  kept.forgetContainer(two);
  expect(texts()).toEqual(['R1 a', 'R1 b', 'R1 d']);
  expect(kept.takeRetired()).toEqual([third]);
  kept.forget((container) => container === one);
  expect(texts()).toEqual(['R1 d']);
  expect(kept.takeRetired()).toEqual([first, second]);
  kept.forgetContainer(one);
  expect(kept.hasChanged).toBe(false);
});
