import { BROWSER_KINDS, type BrowserKind } from '../browser/find-browsers.mjs';
import { ensureBrowsers } from '../setup/browsers.mjs';
import { checkBundles } from './check-bundles';
import { checkPackages } from './check-packages';
import { checkSizes } from './check-sizes';
import { run } from './run';
import { runVitest } from './run-vitest';

/** How a step of the tests ended. */
export interface Outcome {
  passed: number;
  failed: number;
  /** What a person should read of it; may be empty. */
  says: string;
}

export interface Step {
  name: string;
  run(): Outcome | Promise<Outcome>;
}

/** All that `npm test` does, in order; none depends on an earlier one's success to be run. */
export const STEPS: readonly Step[] = [
  { name: 'browsers', run: checkBrowsers },
  { name: 'types', run: checkTypes },
  { name: 'lint', run: () => silent('node_modules/@biomejs/biome/bin/biome', ['check', '.']) },
  { name: 'unused code and dependencies', run: () => silent('node_modules/knip/bin/knip.js', []) },
  { name: 'unit tests', run: () => runVitest('unit', 'vitest.config.ts') },
  ...BROWSER_KINDS.map((kind) => ({ name: `build for ${kind}`, run: () => build(kind) })),
  { name: 'sizes', run: checkSizes },
  { name: 'bundles', run: checkBundles },
  { name: 'add-on linter', run: lintAddOn },
  { name: 'packages, built once more from the zip of the sources', run: checkPackages },
  { name: 'browser tests', run: () => runVitest('browser', 'vitest.browser.config.ts') },
];

async function checkBrowsers(): Promise<Outcome> {
  await ensureBrowsers(BROWSER_KINDS);
  return { passed: 1, failed: 0, says: '' };
}

async function checkTypes(): Promise<Outcome> {
  const prepared = await silent('node_modules/wxt/bin/wxt.mjs', ['prepare']);
  return prepared.failed > 0 ? prepared : silent('node_modules/typescript/bin/tsc', ['--noEmit']);
}

function build(kind: BrowserKind): Promise<Outcome> {
  return silent('node_modules/wxt/bin/wxt.mjs', ['build', '-b', kind, '--mv3']);
}

/** What Mozilla's store checks; even a notice there is a question from a reviewer. */
async function lintAddOn(): Promise<Outcome> {
  const { output } = await run('node_modules/addons-linter/bin/addons-linter', [
    '--output=json',
    '.output/firefox-mv3',
  ]);
  const { count, summary, ...report } = JSON.parse(output);
  return count === 0 && Object.values(summary).every((number) => number === 0)
    ? { passed: 1, failed: 0, says: '' }
    : { passed: 0, failed: 1, says: JSON.stringify({ summary, ...report }, undefined, 1) };
}

/** One check: says nothing unless it fails. */
async function silent(program: string, args: readonly string[]): Promise<Outcome> {
  const { ok, output } = await run(program, args);
  return ok ? { passed: 1, failed: 0, says: '' } : { passed: 0, failed: 1, says: output.trim() };
}
