/** How long a list of what is to be read must be for what has left the page to be taken off it. */
export const SWEEP_FROM = 1_000;

/** How long it must be the next time: to go through it at each change would take ever longer. */
export const nextSweep = (size: number): number => Math.max(SWEEP_FROM, 2 * size);
