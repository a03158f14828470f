import { describe, expect, it } from 'vitest';
import { timeSpanOf } from '../../../src/glossary-page/time-span';

describe('the span of a date', () => {
  it('is the whole year where only the year is known', () => {
    expect(timeSpanOf('2016')).toEqual({ start: 2016, end: 2017, known: 'year' });
  });

  it('is a twelfth of a year where the month is known', () => {
    const { start, end, known } = timeSpanOf('2024-12');
    expect(start).toBeCloseTo(2024.9167, 3);
    expect(end).toBeCloseTo(2025, 6);
    expect(known).toBe('month');
  });

  it('is a day where the day is known, after the month began', () => {
    const { start, end, known } = timeSpanOf('2025-01-20');
    expect(start).toBeCloseTo(2025 + 19 / 365.25, 6);
    expect((end - start) * 365.25).toBeCloseTo(1, 6);
    expect(known).toBe('day');
  });
});
