import type { Page } from 'puppeteer-core';
import type { World } from './in-each-browser';

interface Stopwatch {
  tasks: number[];
}

/**
 * Starts one of the page's scripts anew with a stopwatch on everything that can call it, and tells what it took
 * while something went on. A task counts until the browser has done all that followed from it at once, so the
 * times are rather too long than too short.
 *
 * @param file `page.js` or `reader.js`.
 * @returns The milliseconds of each task, the longest last.
 */
export async function timeTasks(
  { extension }: World,
  page: Page,
  file: string,
  during: () => Promise<unknown>,
): Promise<readonly number[]> {
  await extension.inPage(page, putStopwatch);
  await extension.evaluate(
    (api, tabId, script) =>
      api.scripting.executeScript({ target: { tabId }, files: [script], injectImmediately: true }),
    extension.tabId(page),
    file,
  );
  await during();
  const tasks = await extension.inPage(page, () => (globalThis as unknown as Stopwatch).tasks);
  return tasks.sort((some, other) => some - other);
}

/** Runs in the page's isolated world: ends the script there and wraps what would call the next one. */
function putStopwatch(): void {
  const world = globalThis as unknown as Stopwatch &
    Record<symbol, { stop(): void } | undefined> &
    Record<'setTimeout' | 'requestIdleCallback' | 'MutationObserver' | 'scheduler', unknown>;
  world[Symbol.for('ai-footnotes.page')]?.stop();
  const isAgain = world.tasks !== undefined;
  world.tasks = [];
  if (isAgain) return;
  const { scheduler } = globalThis as unknown as {
    scheduler: {
      yield(): Promise<void>;
      postTask(task: () => void, options: { priority: 'user-blocking' }): Promise<void>;
    };
  };
  let isOpen = false;
  const begin = () => {
    if (isOpen) return;
    isOpen = true;
    const start = performance.now();
    const end = () => {
      isOpen = false;
      world.tasks.push(performance.now() - start);
    };
    void scheduler.postTask(end, { priority: 'user-blocking' });
  };
  const timed =
    (call: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      begin();
      return call(...args);
    };
  const {
    setTimeout: later,
    requestIdleCallback: whenIdle,
    MutationObserver: Observer,
  } = globalThis;
  world.setTimeout = (call: () => void, ms: number) => later(timed(call), ms);
  world.requestIdleCallback = (call: () => void, options: IdleRequestOptions) =>
    whenIdle(timed(call), options);
  world.MutationObserver = function observe(call: MutationCallback) {
    return new Observer(timed(call as () => void) as MutationCallback);
  };
  world.scheduler = { yield: () => scheduler.yield().then(begin) };
}
