import type { Memory } from './memory';

/** Bytes that the extension may hold more after an hour's browsing than soon after its beginning. */
export const GROWTH_LIMIT = 5 * 1024 * 1024;

/** How much more the extension holds in the end, in bytes; below zero where it is less. */
export function growthOf({ before, after }: { before: Memory; after: Memory }): number {
  return after.background - before.background + (after.pages - before.pages);
}
