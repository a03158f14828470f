/** A span of time as people say it: `22` months, `3` days. */
export interface Age {
  value: number;
  unit: 'day' | 'month' | 'year';
}

/** Below this many days an age is said in days, below {@link MONTHS_UP_TO} months in months. */
const DAYS_UP_TO = 45;
const MONTHS_UP_TO = 36;

/**
 * How long ago a date is, in the unit people would use. Facts about this field age by the month, so months
 * are kept up to three years.
 *
 * @param date `YYYY-MM-DD`.
 * @param now Milliseconds since 1970; the day counts in Coordinated Universal Time.
 * @returns 0 days for a date still to come.
 */
export function ageOf(date: string, now: number): Age {
  const then = new Date(`${date}T00:00:00Z`);
  const today = new Date(now);
  const days = Math.max(0, Math.floor((now - then.getTime()) / 86_400_000));
  if (days < DAYS_UP_TO) return { value: days, unit: 'day' };
  const months =
    (today.getUTCFullYear() - then.getUTCFullYear()) * 12 +
    today.getUTCMonth() -
    then.getUTCMonth() -
    (today.getUTCDate() < then.getUTCDate() ? 1 : 0);
  if (months < MONTHS_UP_TO) return { value: months, unit: 'month' };
  return { value: Math.floor(months / 12), unit: 'year' };
}
