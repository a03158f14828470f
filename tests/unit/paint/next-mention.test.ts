import { expect, test } from 'vitest';
import { nextMention } from '../../../src/paint/next-mention';

const mentions = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

test.each([
  ['begins at the first', undefined, 1, 0],
  ['begins backwards at the last', undefined, -1, 2],
  ['goes on', { id: 'b', index: 1 }, 1, 2],
  ['goes back', { id: 'b', index: 1 }, -1, 0],
  ['goes round', { id: 'c', index: 2 }, 1, 0],
  ['goes round backwards', { id: 'a', index: 0 }, -1, 2],
  ['goes on from where the mention stands now', { id: 'b', index: 5 }, 1, 2],
  ['goes on at the place of a mention that is gone', { id: 'x', index: 1 }, 1, 1],
  ['goes back from the place of a mention that is gone', { id: 'x', index: 1 }, -1, 0],
  ['goes round where the last mentions are gone', { id: 'x', index: 3 }, 1, 0],
] as const)('a walk over the mentions %s', (_, reached, direction, expected) => {
  expect(nextMention(mentions, reached, direction)).toBe(expected);
});
