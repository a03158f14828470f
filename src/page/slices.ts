/** Milliseconds of work in one go: a frame of 60 a second keeps three quarters of its time for the page. */
const SLICE = 4;

/** Lets other tasks go first. */
export const giveWay = (): Promise<void> => scheduler.yield();

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
    await giveWay();
  }
}

/** Items between two looks at the clock. */
const ITEMS_PER_LOOK = 32;

/** Does the same with one item after another. */
export function overEach<T>(items: readonly T[], work: (item: T, index: number) => void): Step {
  let index = 0;
  return (isTimeUp) => {
    while (index < items.length) {
      work(items[index] as T, index++);
      if (index % ITEMS_PER_LOOK === 0 && isTimeUp()) return index === items.length;
    }
    return true;
  };
}

/**
 * Does a work that stops of itself now and then, others going between.
 *
 * @returns What came of it; `undefined` where the signal ended it.
 */
export async function resultInSlices<Result>(
  work: Generator<void, Result>,
  signal: AbortSignal,
): Promise<Result | undefined> {
  let result: Result | undefined;
  await inSlices((isTimeUp) => {
    for (;;) {
      const { done, value } = work.next();
      if (done) {
        result = value;
        return true;
      }
      if (isTimeUp()) return false;
    }
  }, signal);
  return result;
}

declare const scheduler: { yield(): Promise<void> };
