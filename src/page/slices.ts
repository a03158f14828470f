/** Milliseconds of work in one go: a frame of 60 a second keeps three quarters of its time for the page. */
const SLICE = 4;

/** Works until it is done or `isTimeUp` says so; returns whether it is done. */
export type Step = (isTimeUp: () => boolean) => boolean;

/**
 * Does a work in slices, other tasks going between them.
 *
 * @param signal Ends the work.
 */
export async function inSlices(step: Step, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const end = performance.now() + SLICE;
    if (step(() => performance.now() >= end)) return;
    await scheduler.yield();
  }
}

declare const scheduler: { yield(): Promise<void> };
