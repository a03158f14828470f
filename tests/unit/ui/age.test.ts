import { expect, test } from 'vitest';
import { ageOf } from '../../../src/ui/age';

test.each([
  ['2025-01-28', '2026-11-24', 22, 'month'],
  ['2025-01-28', '2025-01-28', 0, 'day'],
  ['2025-01-28', '2025-03-13', 44, 'day'],
  ['2025-01-28', '2025-03-14', 1, 'month'],
  ['2025-01-28', '2027-12-28', 35, 'month'],
  ['2025-01-28', '2028-01-28', 3, 'year'],
  ['2025-01-28', '2024-12-31', 0, 'day'],
])('%s is, on %s, %i %ss old', (date, today, value, unit) => {
  expect(ageOf(date, Date.parse(`${today}T12:00:00Z`))).toEqual({ value, unit });
});
