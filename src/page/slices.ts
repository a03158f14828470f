/** Milliseconds of work in one go: a frame of 60 a second keeps three quarters of its time for the page. */
const SLICE = 4;

/** Lets other tasks go first. */
export const giveWay = (): Promise<void> => scheduler.yield();

/** Works until it is done or `isTimeUp` says so; returns whether it is done. */
export type Step = (isTimeUp: () => boolean) => boolean;

/** Tells that a work is over. A signal does; to make one takes Chromium a tenth of a millisecond. */
export type Ending = Pick<AbortSignal, 'aborted'>;

/**
 * Does a work in slices, other tasks going between them.
 *
 * @param ending Ends the work.
 */
export async function inSlices(step: Step, ending: Ending): Promise<void> {
  while (!ending.aborted) {
    if (step(timer(SLICE))) return;
    await giveWay();
  }
}

/**
 * Tells whether some milliseconds are over, within one of them. `performance` would be exact, and costs every page a
 * tenth of a millisecond at the first look. A clock that was put back ends the time.
 */
function timer(milliseconds: number): () => boolean {
  const start = Date.now();
  return () => {
    const spent = Date.now() - start;
    return spent >= milliseconds || spent < 0;
  };
}

/** Nothing to do. */
export const done: Step = () => true;

/** One step after another, each made when its turn comes. */
export function stepThrough<T>(items: readonly T[], stepFor: (item: T) => Step): Step {
  let index = 0;
  let step: Step | undefined;
  return (isTimeUp) => {
    while (index < items.length) {
      step ??= stepFor(items[index] as T);
      if (!step(isTimeUp)) return false;
      step = undefined;
      index++;
      if (index < items.length && isTimeUp()) return false;
    }
    return true;
  };
}

/** Does the same with one item after another, and looks at the clock after each: any may take long. */
export function overEach<T>(items: readonly T[], work: (item: T, index: number) => void): Step {
  let index = 0;
  return (isTimeUp) => {
    while (index < items.length) {
      work(items[index] as T, index++);
      if (isTimeUp()) return index === items.length;
    }
    return true;
  };
}

/**
 * Does a work that stops of itself now and then, others going between.
 *
 * @returns What came of it; `undefined` where it was ended.
 */
export async function resultInSlices<Result>(
  work: Generator<void, Result>,
  ending: Ending,
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
  }, ending);
  return result;
}

declare const scheduler: { yield(): Promise<void> };
