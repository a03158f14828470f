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
