import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession } from 'puppeteer-core';
import type { Session } from '../../scripts/browser/session';
import { assembleBuiltInPack } from '../../scripts/built-in-pack/assemble-built-in-pack';
import { type BenchPage, servedStill } from './bench-pages';
import { runInPage } from './run-in-page';

const require = createRequire(import.meta.url);

/** Pages of less text are over before a clock of a tenth of a millisecond has moved far. */
const LEAST_TEXT = 50_000;
/** It takes most of a minute for as much: pages above are left out. */
const MOST_TEXT = 1_000_000;

/** mark.js goes from one word to the next by calling itself: with all names at once its stack is full. */
const NAMES_AT_ONCE = 100;

declare const Mark: new (
  root: Element,
) => { mark(words: readonly string[], options: Record<string, unknown>): void };

/** Whether a page is of a size that mark.js can be measured on. */
export async function isComparable(session: Session, page: BenchPage): Promise<boolean> {
  const tab = await session.open(session.pages.handle('/mark-js', servedStill(page)));
  const length = await tab.evaluate(() => document.body.textContent.length);
  await tab.close();
  return length >= LEAST_TEXT && length <= MOST_TEXT;
}

/**
 * How long mark.js takes over a page, told the same names, as words of their own.
 *
 * @returns Milliseconds of the main thread's own time.
 */
export async function markJsTime(session: Session, page: BenchPage): Promise<number> {
  const names = assembleBuiltInPack().terms.flatMap(({ aliases }) =>
    aliases.map(({ text }) => text),
  );
  const tab = await session.newTab();
  try {
    await tab.goto(session.pages.handle('/mark-js', servedStill(page)));
    await tab.evaluate(readFileSync(require.resolve('mark.js'), 'utf8'));
    const client = await tab.createCDPSession();
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await scriptTime(client);
    for (let from = 0; from < names.length; from += NAMES_AT_ONCE) {
      // A call of its own for each: all of them together outlast the time that one has, on a slow machine.
      await runInPage(tab, markAll, names.slice(from, from + NAMES_AT_ONCE));
    }
    return (await scriptTime(client)) - before;
  } finally {
    await tab.close();
  }
}

/** Milliseconds that scripts took of the page's main thread. Seconds of one task are too long for a trace to note. */
async function scriptTime(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  const { value } = metrics.find(({ name }) => name === 'ScriptDuration') ?? {};
  if (value === undefined) throw new Error('The browser does not tell how long scripts ran.');
  return value * 1_000;
}

/** Runs in the page. */
function markAll(words: readonly string[]): void {
  new Mark(document.body).mark(words, {
    separateWordSearch: false,
    accuracy: { value: 'exactly', limiters: [...' ,.;:!?"()，。、；：！？（）'] },
  });
}
