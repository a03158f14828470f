/** A span of time as people say it: `22` months, `3` days. */
export interface Age {
  value: number;
  unit: 'day' | 'month' | 'year';
}

/** Below this many days an age is said in days, below {@link MONTHS_UP_TO} months in months. */
const DAYS_UP_TO = 45;
const MONTHS_UP_TO = 36;

/** Mean length in the Gregorian calendar. */
const DAYS_OF_MONTH = 30.436875;

/**
 * How long ago a date is, to the nearest unit that people would use. Facts about this field age by the
 * month, so months are kept up to three years.
 *
 * @param date `YYYY-MM-DD`.
 * @param now Milliseconds since 1970; the day counts in Coordinated Universal Time.
 * @returns 0 days for a date still to come.
 */
export function ageOf(date: string, now: number): Age {
  const days = Math.max(0, Math.floor((now - Date.parse(`${date}T00:00:00Z`)) / 86_400_000));
  if (days < DAYS_UP_TO) return { value: days, unit: 'day' };
  const months = Math.round(days / DAYS_OF_MONTH);
  if (months < MONTHS_UP_TO) return { value: months, unit: 'month' };
  return { value: Math.floor(months / 12), unit: 'year' };
}
