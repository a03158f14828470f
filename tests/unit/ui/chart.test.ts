import { expect, test } from 'vitest';
import type { CardMeasureValue } from '../../../src/glossary/card-term';
import { barsOf, valueInWords } from '../../../src/ui/chart';

const value = (number: number, qualifier: CardMeasureValue['qualifier'] = 'exact') => ({
  term: `term-${number}`,
  name: { text: '', language: 'en' as const },
  value: number,
  qualifier,
  fact: '',
  fromCaution: false,
});

test('percentages are drawn against 100, so that 79.8 looks like 79.8', () => {
  const bars = barsOf({ unit: 'percent', values: [value(79.8), value(79.2)] });
  expect(bars.map(({ length }) => length)).toEqual([79.8, 79.2]);
});

test('a chart of more values than a function takes is drawn', () => {
  const values = Array.from({ length: 300_000 }, () => value(50));
  expect(barsOf({ unit: 'percent', values })).toHaveLength(300_000);
});

test('amounts start at zero and run to the largest', () => {
  const bars = barsOf({ unit: 'us-dollars', values: [value(5_600_000), value(112_000_000)] });
  expect(bars.map(({ length }) => length)).toEqual([5, 100]);
});

test('a measure whose values are all zero has no bars', () => {
  expect(barsOf({ unit: 'share', values: [value(0)] })).toEqual([{ length: 0, end: 'sharp' }]);
});

test('bars of rounded values end softly, those of "more than" go on', () => {
  const values = (['exact', 'about', 'nearly', 'more-than'] as const).map((q) => value(1, q));
  expect(barsOf({ unit: 'share', values }).map(({ end }) => end)).toEqual([
    'sharp',
    'soft',
    'soft',
    'open',
  ]);
});

test.each([
  ['percent', 79.8, 'en', '79.8%'],
  ['percentile', 96.3, 'en', '96.3'],
  ['share', 0.04, 'en', '4%'],
  ['us-dollars', 5_600_000, 'en', '$5.6M'],
  ['us-dollars', 5_576_000, 'en', '$5.576M'],
  ['us-dollars', 5_600_000, 'zh-Hans', '560万美元'],
  ['us-dollars', 5_600_000, 'zh-Hant', '560萬美元'],
] as const)('%s %d in %s is %s', (unit, number, locale, expected) => {
  expect(valueInWords(unit, number, locale)).toBe(expected);
});
