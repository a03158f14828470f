import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe-core holds against a page, one line for each place. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const results: AxeResults = await (
      globalThis as unknown as { axe: typeof import('axe-core') }
    ).axe.run({ rules: { 'target-size': { enabled: true } } }); // of WCAG 2.2, left out by default
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  });
}
