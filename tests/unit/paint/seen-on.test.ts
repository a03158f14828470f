import { describe, expect, test } from 'vitest';
import { MARK_CATEGORIES, type MarkStyle } from '../../../src/paint/mark-names';
import { contrastOf, type Rgb, rgbOf } from '../../../src/paint/rgb';
import { COLOURS, seenOn } from '../../../src/paint/seen-on';

/** Black to white, and the loudest of colours. */
const GROUNDS: readonly Rgb[] = [
  ...Array.from({ length: 256 }, (_, value) => grey(value)),
  ...[0, 0.33, 0.66, 1].flatMap((r) =>
    [0, 0.33, 0.66, 1].flatMap((g) => [0, 0.33, 0.66, 1].map((b): Rgb => [r, g, b])),
  ),
];

function grey(value: number): Rgb {
  return [value / 255, value / 255, value / 255];
}

describe('a colour', () => {
  test.each([
    ['rgb(255, 255, 255)', 255],
    ['rgba(0, 0, 0, 0.9)', 0],
    ['#777777', 119],
    ['color(srgb 0.4667 0.4667 0.4667)', 119],
    ['oklab(0.569 0 0)', 119],
    ['oklch(0.569 0.0001 none)', 119],
    ['lab(50.03 0 0 / 0.8)', 119],
  ])('%s is read', (colour, value) => {
    expect(contrastOf(rgbOf(colour) ?? [2, 2, 2], grey(value))).toBeCloseTo(1, 1);
  });

  test.each([
    'rgba(0, 0, 0, 0)',
    'rgba(0, 0, 0, 0.3)',
    'oklch(0.5 0 0 / 0)',
    'color(xyz 0 0 0)',
    '',
  ])('"%s" is not known', (colour) => {
    expect(rgbOf(colour)).toBeUndefined();
  });
});

describe.each(['dotted', 'solid'] as const)('a %s line', (style) => {
  test('in a colour of its own has 3:1 on every ground, or takes the colour of the text', () => {
    for (const ground of GROUNDS) {
      for (const category of MARK_CATEGORIES) {
        const seen = seenOn({ style, category }, ground);
        const contrast = contrastOf(rgbOf(COLOURS[category]) ?? [0, 0, 0], ground);
        expect(seen).toEqual({ style, category: contrast >= 3 ? category : undefined });
      }
    }
  });

  test('in the colour of the text stays as it is', () => {
    for (const ground of GROUNDS) {
      expect(seenOn({ style, category: undefined }, ground)).toEqual({ style });
    }
  });
});

test('a tint stays on grounds that are light or dark, and is a line on those between', () => {
  const styleOn = (value: number) =>
    MARK_CATEGORIES.map((category) => seenOn({ style: 'background', category }, grey(value)).style);
  for (const value of [0, 20, 40, 220, 240, 255]) {
    expect(new Set(styleOn(value)), `${value}`).toEqual(new Set(['background']));
  }
  expect(new Set(styleOn(119))).toEqual(new Set(['dotted']));
  expect(seenOn({ style: 'background', category: 'model' }, [0.67, 0.07, 0.07]).style).toBe(
    'background',
  );
  const quiet = { style: 'background' as MarkStyle, category: undefined };
  expect(seenOn(quiet, grey(128))).toEqual({ style: 'dotted' });
  expect(seenOn(quiet, grey(255))).toEqual(quiet);
});

test('what was chosen stands where the ground is not known', () => {
  const chosen = { style: 'solid', category: 'idea' } as const;
  expect(seenOn(chosen, undefined)).toBe(chosen);
});
