import type { Page } from 'puppeteer-core';

/** Milliseconds a page must have rested: a background that slept wakes in less. */
const REST = 600;
/** Milliseconds between two looks. */
const LOOK_EVERY = 100;
/** The share of the time that a resting page may take: for its own animations and our rounds. */
const RESTING = 0.08;

/**
 * Waits until a page's main thread has next to nothing to do. Nothing is run in the page to find out.
 *
 * @param limit Milliseconds until it must rest.
 * @throws {Error} where it does not.
 */
export async function settled(tab: Page, limit: number): Promise<void> {
  const looks: { at: number; busy: number }[] = [];
  const end = performance.now() + limit;
  while (performance.now() < end) {
    const { TaskDuration = 0 } = await tab.metrics();
    looks.push({ at: performance.now(), busy: TaskDuration * 1_000 });
    const now = looks.at(-1) as (typeof looks)[0];
    const before = looks.findLast(({ at }) => now.at - at >= REST);
    if (before && (now.busy - before.busy) / (now.at - before.at) <= RESTING) return;
    await new Promise((done) => setTimeout(done, LOOK_EVERY));
  }
  throw new Error(`${tab.url()} did not come to rest within ${limit} ms.`);
}
