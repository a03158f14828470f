import { ageOf } from './age';
import { interfaceLanguage } from './message';

/** English dates are written day first, as in the sources: "28 January 2025". */
export function dateLocale(): string {
  const language = interfaceLanguage();
  return language === 'en' ? 'en-GB' : language;
}

/** A date in words, in the interface's language. @param date `YYYY-MM-DD`. */
export function dateInWords(date: string): string {
  return new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** How long ago a date is, in words: "22 months ago". @param date `YYYY-MM-DD`. */
export function ageInWords(date: string, now = Date.now()): string {
  const { value, unit } = ageOf(date, now);
  return new Intl.RelativeTimeFormat(dateLocale(), { numeric: 'auto' }).format(-value, unit);
}
