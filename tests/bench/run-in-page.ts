import type { Page } from 'puppeteer-core';

/** Compilers that keep function names call this helper; a page lacks it. */
const KEEP_NAMES = 'const __name = (value) => value;';

/**
 * Runs a function in a page's own world.
 *
 * @param run Is sent as its source: it sees its arguments alone, which pass as JSON.
 */
export async function runInPage<Args extends unknown[], Result>(
  tab: Page,
  run: (...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result> {
  const list = args.map((value) => JSON.stringify(value)).join(', ');
  return (await tab.evaluate(`(() => { ${KEEP_NAMES} return (${run})(${list}); })()`)) as Result;
}
