import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Session } from '../../scripts/browser/session';
import { assembleBuiltInPack } from '../../scripts/built-in-pack/assemble-built-in-pack';
import { type BenchPage, servedStill } from './bench-pages';
import { runInPage } from './run-in-page';
import { longestTask } from './trace-shares';
import { traced } from './tracing';

const require = createRequire(import.meta.url);

/** Pages of less text are over before a clock of a tenth of a millisecond has moved far. */
const LEAST_TEXT = 50_000;
/** Minutes are not worth another figure: pages above are left out. */
const MOST_TEXT = 200_000;

declare const Mark: new (
  root: Element,
) => { mark(words: readonly string[], options: Record<string, unknown>): void };

/**
 * How long mark.js takes over a page, told the same names, as words of their own.
 *
 * @returns Milliseconds of the main thread's own time; `undefined` for a page of too little or too much text.
 */
export async function markJsTime(session: Session, page: BenchPage): Promise<number | undefined> {
  const names = assembleBuiltInPack().terms.flatMap(({ aliases }) =>
    aliases.map(({ text }) => text),
  );
  const tab = await session.newTab();
  try {
    await tab.goto(session.pages.handle('/mark-js', servedStill(page)));
    const length = await tab.evaluate(() => document.body.textContent.length);
    if (length < LEAST_TEXT || length > MOST_TEXT) return undefined;
    await tab.evaluate(readFileSync(require.resolve('mark.js'), 'utf8'));
    // Everything else in the trace is over in a fraction of what it takes.
    const mark = () => runInPage(tab, markAll, names);
    const events = await traced(session, mark, []);
    return longestTask(events);
  } finally {
    await tab.close();
  }
}

/** Runs in the page. */
function markAll(words: readonly string[]): void {
  new Mark(document.body).mark(words, {
    separateWordSearch: false,
    accuracy: { value: 'exactly', limiters: [...' ,.;:!?"()，。、；：！？（）'] },
  });
}
