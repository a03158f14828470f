import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Session } from '../../scripts/browser/session';
import { assembleBuiltInPack } from '../../scripts/built-in-pack/assemble-built-in-pack';
import { type BenchPage, servedStill } from './bench-pages';

const require = createRequire(import.meta.url);

/** Pages of less text are over before a clock of a tenth of a millisecond has moved far. */
const LEAST_TEXT = 50_000;
/** Minutes are not worth another figure: pages above are left out. */
const MOST_TEXT = 200_000;
/** Pages it is tried on: each takes it seconds. */
const MOST_PAGES = 3;

declare const Mark: new (
  root: Element,
) => { mark(words: readonly string[], options: Record<string, unknown>): void };

/**
 * How long mark.js takes over pages, told the same names, as words of their own.
 *
 * @returns Milliseconds by name of the page.
 */
export async function markJsTimes(
  session: Session,
  pages: readonly BenchPage[],
): Promise<Map<string, number>> {
  const names = assembleBuiltInPack().terms.flatMap(({ aliases }) =>
    aliases.map(({ text }) => text),
  );
  const source = readFileSync(require.resolve('mark.js'), 'utf8');
  const times = new Map<string, number>();
  for (const page of pages) {
    if (times.size === MOST_PAGES) break;
    const tab = await session.newTab();
    try {
      await tab.goto(session.pages.handle('/mark-js', servedStill(page)));
      const length = await tab.evaluate(() => document.body.textContent.length);
      if (length < LEAST_TEXT || length > MOST_TEXT) continue;
      await tab.evaluate(source);
      const time = await tab.evaluate((words) => {
        const start = performance.now();
        new Mark(document.body).mark(words, {
          separateWordSearch: false,
          accuracy: { value: 'exactly', limiters: [...' ,.;:!?"()，。、；：！？（）'] },
        });
        return performance.now() - start;
      }, names);
      times.set(page.name, time);
    } finally {
      await tab.close();
    }
  }
  return times;
}
