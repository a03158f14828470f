import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepInside, MARGIN, type Measured, placeCard } from '../../../src/card/placement';

const VIEWPORT = { x: 0, y: 0, width: 1_000, height: 800 };
const line = (x: number, y: number, width = 80, height = 20) => ({ x, y, width, height });

const measured = (more: Partial<Measured> = {}): Measured => ({
  lines: [line(300, 200)],
  card: { width: 360, height: 400, letter: 15 },
  viewport: VIEWPORT,
  vertical: false,
  rightToLeft: false,
  ...more,
});

describe('a card stands', () => {
  test('under its mark, at its start', async () => {
    expect(await placeCard(measured())).toMatchObject({ x: 300, y: 226, side: 'bottom' });
  });

  test('at the end of the mark in text from right to left', async () => {
    expect(await placeCard(measured({ lines: [line(600, 200)], rightToLeft: true }))).toMatchObject(
      {
        x: 320,
        side: 'bottom',
      },
    );
  });

  test('above it where there is no room below', async () => {
    expect(await placeCard(measured({ lines: [line(300, 700)] }))).toMatchObject({
      y: 294,
      side: 'top',
    });
  });

  test('beside it in vertical text', async () => {
    expect(await placeCard(measured({ vertical: true }))).toMatchObject({
      x: 386,
      y: 200,
      side: 'right',
    });
  });

  test('under the last line of a mark that wraps', async () => {
    const lines = [line(900, 200, 90), line(20, 224, 60)];
    expect(await placeCard(measured({ lines, pointer: { x: 40, y: 230 } }))).toMatchObject({
      x: 20,
      y: 250,
    });
  });

  test('on the larger side and no higher than it where it fits on neither', async () => {
    const placed = await placeCard(
      measured({ lines: [line(300, 300)], card: { width: 360, height: 790, letter: 15 } }),
    );
    expect(placed).toMatchObject({ side: 'bottom', y: 326 });
    expect(placed.y + placed.maxHeight).toBeLessThanOrEqual(VIEWPORT.height - MARGIN);
  });

  test('over its mark rather than lower than it can be read, the more so with large letters', async () => {
    const onLowScreen = (letter: number) =>
      placeCard(
        measured({
          lines: [line(300, 200)],
          card: { width: 360, height: 700, letter },
          viewport: { ...VIEWPORT, height: 400 },
        }),
      );
    expect((await onLowScreen(15)).maxHeight).toBe(186);
    expect(await onLowScreen(30)).toMatchObject({ maxHeight: 330, y: 8 });
  });

  test('on its side still when it grows', async () => {
    const grown = measured({
      lines: [line(300, 500)],
      card: { width: 360, height: 600, letter: 15 },
    });
    expect(await placeCard(grown, 'bottom')).toMatchObject({ side: 'bottom' });
    expect(await placeCard(grown)).toMatchObject({ side: 'top' });
  });
});

test('a card is wholly in the viewport wherever its mark is', async () => {
  const length = (max: number) => fc.integer({ min: 1, max });
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        x: fc.integer({ min: -200, max: 1_000 }),
        y: fc.integer({ min: -20, max: 800 }),
        width: length(400),
        height: length(60),
      }),
      length(2_000),
      fc.boolean(),
      fc.boolean(),
      async (mark, height, vertical, rightToLeft) => {
        const card = { width: 360, height, letter: 15 };
        const placed = await placeCard(measured({ lines: [mark], card, vertical, rightToLeft }));
        const shown = Math.min(height, placed.maxHeight);
        expect(placed.x).toBeGreaterThanOrEqual(MARGIN);
        expect(placed.y).toBeGreaterThanOrEqual(MARGIN);
        expect(placed.x + card.width).toBeLessThanOrEqual(VIEWPORT.width - MARGIN);
        expect(placed.y + shown).toBeLessThanOrEqual(VIEWPORT.height - MARGIN);
      },
    ),
  );
});

test('a kept card is moved to the edge and not beyond', () => {
  const box = { width: 360, height: 400 };
  expect(keepInside({ x: -50, y: 4_000 }, box, VIEWPORT)).toEqual({ x: 8, y: 392 });
  expect(keepInside({ x: 100, y: 50 }, { width: 2_000, height: 10 }, VIEWPORT).x).toBe(8);
});
