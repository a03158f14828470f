import { expect, test } from 'vitest';
import { MARK_CATEGORIES, MARK_STYLES, markName } from '../../../src/paint/mark-names';
import { MARK_CSS } from '../../../src/paint/mark-style';

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const blocks = [...MARK_CSS.matchAll(/^@media (.+) \{\n([\s\S]*?)^\}/gm)].map(
  ([, medium = '', rules = '']) => ({ medium, rules }),
);

test('a line is drawn on screens alone, so that no mark is printed', () => {
  expect(blocks.map(({ medium }) => medium)).toContain('not print');
  for (const { medium, rules } of blocks) {
    const draws = /text-decoration:|background-color:/.test(rules);
    if (draws) expect(medium).toMatch(/^(?:not print$|screen and )/);
  }
  expect(MARK_CSS.replaceAll(/^@media (.+) \{\n([\s\S]*?)^\}/gm, '').trim()).toBe('');
});

test('each style looks different in each category, and hidden marks look like nothing', () => {
  const [seen] = blocks.filter(({ medium }) => medium === 'not print');
  const looks = new Map(
    [...(seen?.rules ?? '').matchAll(/::highlight\((.+?)\) \{ (.+) \}/g)].map(
      ([, name = '', look = '']) => [name, look],
    ),
  );
  const names = MARK_STYLES.flatMap((style) =>
    [undefined, ...MARK_CATEGORIES].map((category) => markName(style, category)),
  );
  expect([...looks.keys()]).toEqual(names.filter((name) => !name.includes('hidden')));
  expect(new Set(looks.values()).size).toBe(looks.size);
});

test('every colour of a line keeps 3:1 on white and on black', () => {
  const colours = new Set(MARK_CSS.match(/#[0-9a-f]{6}/g));
  expect(colours.size).toBe(MARK_CATEGORIES.length);
  for (const colour of colours) {
    expect(1.05 / (luminance(colour) + 0.05), `${colour} on white`).toBeGreaterThanOrEqual(3);
    expect((luminance(colour) + 0.05) / 0.05, `${colour} on black`).toBeGreaterThanOrEqual(3);
  }
});

test('no colour is worked out of the text colour, which Chromium takes from the root', () => {
  expect(MARK_CSS).not.toMatch(/(?:color-mix|from)[^;]*currentcolor/i);
});
