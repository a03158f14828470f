import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

/** The rules that ask for colours; they alone can tell one theme from another. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe-core holds against a page, one line for each place.
 *
 * @param only `colours` for a page whose other parts have been looked at in another theme.
 */
export async function findViolations(page: Page, only?: 'colours'): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (rules) => {
    const results: AxeResults = await (
      globalThis as unknown as { axe: typeof import('axe-core') }
    ).axe.run(
      rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }, // of WCAG 2.2, left out by default
    );
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  }, only && OF_COLOURS);
}
