import { expect, test } from 'vitest';
import { inOrder } from '../../../scripts/in-order';

test('results come in the order of the pieces, however long each takes, and few are under way at once', async () => {
  let underWay = 0;
  let most = 0;
  const ends = new Map<number, () => void>();
  const work = async (piece: number) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise<void>((done) => ends.set(piece, done));
    underWay -= 1;
    return piece * 10;
  };
  const results = inOrder([1, 2, 3, 4], 2, work);
  const all = (async () => {
    const list: number[] = [];
    for await (const result of results) list.push(result);
    return list;
  })();
  for (const piece of [2, 1, 4, 3]) {
    await expect.poll(() => ends.has(piece)).toBe(true);
    ends.get(piece)?.();
  }
  expect(await all).toEqual([10, 20, 30, 40]);
  expect(most).toBe(2);
});
