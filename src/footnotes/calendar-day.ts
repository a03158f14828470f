/** The day it is where the reader lives: `YYYY-MM-DD`. */
export function calendarDay(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
