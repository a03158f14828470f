import { parseArgs } from 'node:util';
import { packagedBuild } from '../../scripts/browser/packaged-build';
import { Bench, progress } from './bench';
import { generatedPages, realPages } from './bench-pages';
import { type Figure, isWithin, tableOf } from './figures';
import { coldLoadFigures, loadFigures } from './load-figures';
import {
  animationFigures,
  churnFigures,
  heapFigures,
  hoverFigures,
  indexFigures,
  markJsFigures,
  packFigures,
  sizeFigures,
} from './other-figures';

/**
 * `npm run bench`: what the extension costs, in real Chromium, the packaged build. Costs of pages are the
 * main thread's own time as the browser's trace has it, so that other work of the machine is not counted, and
 * each stands beside a yardstick, a load of each by turns.
 */

/** In the order in which they are taken; each is printed as soon as it is there. */
const PARTS: Readonly<Record<string, (bench: Bench) => Promise<Figure[]>>> = {
  loads: loadFigures,
  'cold-loads': coldLoadFigures,
  'mark-js': markJsFigures,
  churn: churnFigures,
  animation: animationFigures,
  hover: hoverFigures,
  heap: heapFigures,
  packs: packFigures,
  index: indexFigures,
};

const USAGE = `Usage: npm run bench -- [--pages FOLDER] [--loads NUMBER] [--only ${Object.keys(PARTS).join('|')}]… [--json] [--check]`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        pages: { type: 'string' },
        loads: { type: 'string', default: '3' },
        only: { type: 'string', multiple: true, default: Object.keys(PARTS) },
        json: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
      },
    });
    const unknown = values.only.find((name) => !Object.hasOwn(PARTS, name));
    if (unknown !== undefined) throw new Error(`There is no part "${unknown}".`);
    const loads = Number(values.loads);
    if (!Number.isInteger(loads) || loads < 1)
      throw new Error(`--loads takes a whole number of loads, not "${values.loads}".`);
    const pages = [...(values.pages ? realPages(values.pages) : []), ...generatedPages()];
    return { ...values, loads, pages };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
    process.exit(1);
  }
}

const { pages, loads, only, json, check } = readOptions();
const all: Figure[] = [];
let hasFailed = false;
const add = (figures: readonly Figure[]) => {
  all.push(...figures);
  if (!json && figures.length > 0) process.stdout.write(`${tableOf(figures)}\n\n`);
};

// The scripts' sizes are the same on every machine; times are asserted only where they are asked for.
const bench = await Bench.open(packagedBuild('chrome'), pages, loads);
const sizes = sizeFigures();
add(sizes);
try {
  for (const [name, figures] of Object.entries(PARTS)) {
    if (!only.includes(name)) continue;
    const start = performance.now();
    try {
      add(await figures(bench));
      progress(`${name}: done in ${((performance.now() - start) / 1_000).toFixed(0)} s`);
    } catch (error) {
      // The other parts are worth having all the same.
      hasFailed = true;
      progress(`${name}: failed. ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
} finally {
  await bench.close();
}
if (json)
  process.stdout.write(`${JSON.stringify({ figures: all, pages: bench.taken }, null, 2)}\n`);
process.exitCode = !hasFailed && (check ? all : sizes).every(isWithin) ? 0 : 1;
