import { expect, test } from 'vitest';
import { MARK_CATEGORIES, MARK_STYLES, markName } from '../../../src/paint/mark-names';
import { MARK_CSS } from '../../../src/paint/mark-style';
import { contrastOf, rgbOf } from '../../../src/paint/rgb';

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
    const rgb = rgbOf(colour) ?? [Number.NaN, 0, 0];
    expect(contrastOf(rgb, [1, 1, 1]), `${colour} on white`).toBeGreaterThanOrEqual(3);
    expect(contrastOf(rgb, [0, 0, 0]), `${colour} on black`).toBeGreaterThanOrEqual(3);
  }
});

test('no colour is worked out of the text colour, which Chromium takes from the root', () => {
  expect(MARK_CSS).not.toMatch(/(?:color-mix|from)[^;]*currentcolor/i);
});
