import type { Page } from 'puppeteer-core';
import type { World } from './in-each-browser';

/** What our script took of the page's main thread. */
export interface TaskTimes {
  /** Milliseconds of the longest task. */
  longest: number;
  /** Of the time that passed, from 0 to 1. */
  share: number;
  /** How many tasks there were. */
  count: number;
}

interface Stopwatch {
  tasks: number[];
}

/**
 * Starts one of the page's scripts anew with a stopwatch on everything that can call it, and tells what it took
 * while something went on. A task counts until the browser has done all that followed from it at once, so the
 * times are rather too long than too short.
 *
 * @param file `page.js` or `reader.js`.
 */
export async function timeTasks(
  { extension }: World,
  page: Page,
  file: string,
  during: () => Promise<unknown>,
): Promise<TaskTimes> {
  await extension.inPage(page, putStopwatch);
  await extension.evaluate(
    (api, tabId, script) =>
      api.scripting.executeScript({ target: { tabId }, files: [script], injectImmediately: true }),
    extension.tabId(page),
    file,
  );
  const start = performance.now();
  await during();
  const passed = performance.now() - start;
  const tasks = await extension.inPage(page, () => (globalThis as unknown as Stopwatch).tasks);
  const sum = tasks.reduce((all, task) => all + task, 0);
  return { longest: Math.max(0, ...tasks), share: sum / passed, count: tasks.length };
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
