import { dateLocale } from '../ui/format';

/**
 * A date in words, as exact as it is known.
 *
 * @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 */
export function partialDateInWords(date: string): string {
  const [year = '1970', month, day] = date.split('-');
  const moment = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  return new Intl.DateTimeFormat(dateLocale(), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
  }).format(moment);
}

/** Months between two such dates; where only a year is known, from its beginning. */
export function monthsBetween(one: string, other: string): number {
  const months = (date: string) => {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    return year * 12 + month + day / 31;
  };
  return Math.abs(months(other) - months(one));
}
