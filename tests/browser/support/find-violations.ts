import { readFile } from 'node:fs/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

/** The rules that ask for colours; they alone can tell one theme from another. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe-core holds against a page, one line for each place; texts whose contrast it cannot tell as well, since
 * it looks past them otherwise.
 *
 * @param only `colours` for a page whose other parts have been looked at in another theme.
 * @param part Selects what is looked at, with all shadow trees in it.
 */
export async function findViolations(
  page: Page,
  only?: 'colours',
  part = 'html',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(
    async (context, rules) => {
      // axe looks for the ground of a text in `body` alone, beside which the card lies, and gives up at the
      // gradients that shade the edges of what scrolls in it.
      const host = document.querySelector('ai-footnotes');
      const scrolled = host?.shadowRoot?.querySelector<HTMLElement>('.body');
      if (host?.parentNode === document.documentElement) document.body.moveBefore(host, null);
      if (scrolled) scrolled.style.backgroundImage = 'none';
      const options: RunOptions & { checks: object } = {
        resultTypes: ['violations', 'incomplete'],
        ...(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }), // of WCAG 2.2, left out by default
        // What is drawn by pseudo-elements stands beside a text, never under it.
        checks: { 'color-contrast': { options: { ignorePseudo: true } } },
      };
      const results: AxeResults = await (
        globalThis as unknown as { axe: typeof import('axe-core') }
      ).axe.run(context, options);
      if (host?.parentNode === document.body) document.documentElement.moveBefore(host, null);
      if (scrolled) scrolled.style.backgroundImage = '';
      // Where a text is scrolled half out of sight or lies under a notice, its like in sight tells.
      const untold = results.incomplete
        .filter(({ id }) => id === 'color-contrast')
        .map(({ id, nodes }) => ({
          id,
          nodes: nodes.filter(({ any }) => !/Obscur|Overlap/.test(any[0]?.data?.messageKey)),
        }));
      return [...results.violations, ...untold].flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`,
        ),
      );
    },
    part,
    only && OF_COLOURS,
  );
}
