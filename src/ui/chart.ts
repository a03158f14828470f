import type { CardMeasure, CardMeasureValue } from '../glossary/card-term';

/** One bar: how long it is, in percent of the chart, and how its end is drawn. */
export interface Bar {
  length: number;
  /** Exact values end sharply, rounded ones softly, and "more than" goes on beyond its end. */
  end: 'sharp' | 'soft' | 'open';
}

/**
 * Bars of a measure. All start at zero. Percentages and percentiles run to 100, so that 79.8% looks like
 * what it is; amounts run to the largest.
 */
export function barsOf({ unit, values }: Pick<CardMeasure, 'unit' | 'values'>): Bar[] {
  // No spread: a pack kept before its values were limited may have more than a call takes.
  const largest = values.reduce((most, { value }) => Math.max(most, value), 0);
  const whole = unit === 'percent' || unit === 'percentile' ? Math.max(100, largest) : largest;
  return values.map(({ value, qualifier }) => ({
    length: whole === 0 ? 0 : Math.round((value / whole) * 1_000) / 10,
    end: endOf(qualifier),
  }));
}

function endOf(qualifier: CardMeasureValue['qualifier']): Bar['end'] {
  switch (qualifier) {
    case 'exact':
      return 'sharp';
    case 'more-than':
      return 'open';
    case 'about':
    case 'nearly':
      return 'soft';
  }
}

/** A value with its unit, in a language's own way of writing it. */
export function valueInWords(unit: CardMeasure['unit'], value: number, locale: string): string {
  switch (unit) {
    case 'percent':
    case 'percentile':
      return (
        number(locale, { maximumFractionDigits: 2 }).format(value) + (unit === 'percent' ? '%' : '')
      );
    case 'share':
      return number(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
    case 'us-dollars':
      return dollars(value, locale);
  }
}

/** Digits behind the point that leave no dollar of a million out: a sum is shown as its source gives it. */
const MILLIONTHS = 6;

/** Chinese newspapers write `557.6万美元`, not `US$557.6万`. */
function dollars(value: number, locale: string): string {
  const isChinese = locale.startsWith('zh');
  const words = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: isChinese ? 'name' : 'symbol',
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: MILLIONTHS,
  }).format(value);
  return isChinese ? words.replace(' ', '') : words;
}

function number(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, options);
}
