/** When something happened, as far as a date says it, in years: 2024.67 to 2024.75 for September 2024. */
export interface TimeSpan {
  start: number;
  end: number;
  /** How exactly the date is known. */
  known: 'year' | 'month' | 'day';
}

/**
 * The time in which an event of that date may have happened.
 *
 * @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 */
export function timeSpanOf(date: string): TimeSpan {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return { start: year, end: year + 1, known: 'year' };
  const start = year + (month - 1) / 12;
  if (day === undefined) return { start, end: start + 1 / 12, known: 'month' };
  const moment = start + (day - 1) / 365.25;
  return { start: moment, end: moment + 1 / 365.25, known: 'day' };
}
