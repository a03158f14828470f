import { expect, test } from 'vitest';
import { isOnPath } from '../../../src/card/path-to-card';

/** A card under and to the right of a mark that was left at (100, 100). */
const CARD = { x: 90, y: 160, width: 360, height: 300 };
const LEFT = { x: 100, y: 100 };

test.each([
  ['straight down', { x: 100, y: 120 }, true],
  ['slanting to the far end of the card', { x: 220, y: 130 }, true],
  ['away to the side', { x: 60, y: 110 }, false],
  ['back up', { x: 100, y: 80 }, false],
  ['along the line of text', { x: 300, y: 101 }, false],
])('a pointer that moves %s is on its way: %s -> %s', (_, to, expected) => {
  expect(isOnPath(LEFT, LEFT, to, CARD)).toBe(expected);
});

test('standing still or turning back is no way to the card', () => {
  const half = { x: 110, y: 130 };
  expect(isOnPath(LEFT, half, half, CARD)).toBe(false);
  expect(isOnPath(LEFT, half, { x: 108, y: 118 }, CARD)).toBe(false);
});
