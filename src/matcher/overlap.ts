import type { Span } from './mention.ts';

/** Whether two spans share a character. */
export const overlap = (one: Span, other: Span): boolean =>
  one.start < other.end && other.start < one.end;
