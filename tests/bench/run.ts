import { parseArgs } from 'node:util';
import { packagedBuild } from '../../scripts/browser/packaged-build';
import { Session } from '../../scripts/browser/session';
import { scriptSizes } from '../../scripts/test/check-sizes';
import { type BenchPage, generatedPages, realPages } from './bench-pages';
import { churn } from './churn';
import { Companions } from './companions';
import { markJsTimes } from './compare-mark-js';
import { columns, type Figure, isWithin, round, tableOf } from './figures';
import { heapAdded } from './heap';
import { hoverTimes } from './hover';
import { importLargePack } from './large-pack';
import { median } from './median';
import { costOf, type PageCost } from './page-loads';

/**
 * `npm run bench`: what the extension costs, in real Chromium, the packaged build. Costs of pages are the
 * main thread's own time as the browser's trace has it, so that other work of the machine is not counted, and
 * each stands beside a yardstick taken in the same load.
 */

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string' },
    loads: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});

/** Pages that the scan with a large pack is measured on. */
const PACK_PAGES = 5;

async function measure(): Promise<{ figures: Figure[]; costs: PageCost[] }> {
  const folder = packagedBuild('chrome');
  const loads = Number(options.loads);
  const pages = [...(options.pages ? realPages(options.pages) : []), ...generatedPages()];
  const companions = new Companions();
  const session = await Session.launch('chrome', { extension: folder, offline: true });
  try {
    for (const companion of companions.folders) await session.browser.installExtension(companion);
    const costs: PageCost[] = [];
    for (const page of pages) {
      costs.push(await costOf(session, page, loads));
      progress(`${page.name} measured`);
    }
    const figures = [...scanFigures(costs), ...(await othersFigures(session, pages, costs))];
    return { figures: [...figures, ...(await packFigures(session, pages, costs, loads))], costs };
  } finally {
    await session.close();
    companions.remove();
  }
}

/** Real pages count; where none were given, the generated ones of ordinary size. */
function ordinary<Page extends { isReal: boolean; name: string }>(pages: readonly Page[]): Page[] {
  const real = pages.filter(({ isReal }) => isReal);
  return real.length > 0 ? real : pages.filter(({ name }) => !/10,000/.test(name));
}

const scanOf = ({ ours }: PageCost): number => ours.total - ours.evaluation;

function scanFigures(costs: readonly PageCost[]): Figure[] {
  const counted = ordinary(costs);
  const quiet = counted.filter(({ mentions }) => mentions === 0);
  const named = counted.filter(({ mentions }) => mentions > 0);
  const figures: Figure[] = [
    {
      what: 'whole scan against a bare pass, median over pages',
      value: median(counted.map((cost) => scanOf(cost) / cost.bare)),
      unit: '×',
      most: 3,
    },
    {
      what: 'longest task of ours while a page of 10 MB is read',
      value: Math.max(
        ...costs.filter(({ name }) => /10,000/.test(name)).map(({ ours }) => ours.longest),
      ),
      unit: 'ms',
      most: 50,
    },
    {
      what: 'an empty content script, median',
      value: median(costs.map(({ empty }) => empty)),
      unit: 'ms',
    },
  ];
  if (quiet.length > 0) {
    figures.push(
      {
        what: 'page without mentions: ours, evaluation included, less 2 ms, against a bare pass',
        value: median(quiet.map(({ ours, bare }) => (ours.total - 2) / bare)),
        unit: '×',
        most: 2,
      },
      {
        what: 'page without mentions: ours',
        value: median(quiet.map(({ ours }) => ours.total)),
        unit: 'ms',
      },
    );
  }
  if (named.length > 0) {
    figures.push({
      what: 'page with mentions: ours, evaluation included',
      value: median(named.map(({ ours }) => ours.total)),
      unit: 'ms',
    });
  }
  return figures;
}

async function othersFigures(
  session: Session,
  pages: readonly BenchPage[],
  costs: readonly PageCost[],
): Promise<Figure[]> {
  const markJs = await markJsTimes(session, pages);
  const ratios = costs.flatMap((cost) => {
    const theirs = markJs.get(cost.name);
    return theirs === undefined ? [] : [theirs / scanOf(cost)];
  });
  progress('mark.js measured');
  const churned = await churn(session);
  progress('arriving nodes measured');
  const hover = await hoverTimes(session);
  progress('cards measured');
  return [
    ...(ratios.length > 0
      ? [
          {
            what: 'times as fast as mark.js, median',
            value: median(ratios),
            unit: '×',
            least: 500,
          } as const,
        ]
      : []),
    {
      what: 'longest task of ours while 10,000 nodes arrive in 1 s',
      value: churned.longest,
      unit: 'ms',
      most: 50,
    },
    {
      what: 'until marks are right after the last of them',
      value: churned.untilRight,
      unit: 'ms',
      most: 500,
    },
    {
      what: 'from the end of the hover delay to the first card',
      value: hover.first,
      unit: 'ms',
      most: 100,
    },
    // Two frames: one in which the delay ends, one to paint in.
    {
      what: 'from the end of the hover delay to later cards, median',
      value: median(hover.later),
      unit: 'ms',
      most: 34,
    },
  ];
}

async function packFigures(
  session: Session,
  pages: readonly BenchPage[],
  before: readonly PageCost[],
  loads: number,
): Promise<Figure[]> {
  await importLargePack(session);
  const named = ordinary(before).filter(({ mentions }) => mentions > 0);
  const ratios: number[] = [];
  for (const { name } of named.slice(0, PACK_PAGES)) {
    const page = pages.find((one) => one.name === name) as BenchPage;
    const alone = named.find((one) => one.name === name) as PageCost;
    ratios.push(scanOf(await costOf(session, page, loads)) / scanOf(alone));
  }
  progress('a pack of 10,000 terms measured');
  if (ratios.length === 0) return [];
  return [
    {
      what: 'scan with 10,000 terms in packs against the built-in pack alone, median',
      value: median(ratios),
      unit: '×',
      most: 1.5,
    },
  ];
}

function sizeFigures(): Figure[] {
  return scriptSizes('chrome').map(({ name, size, limit }) => ({
    what: `size of ${name}, gzip`,
    value: size / 1_024,
    unit: 'KB',
    most: limit / 1_024,
  }));
}

function tableOfPages(costs: readonly PageCost[]): string {
  return columns([
    ['page', 'mentions', 'ours ms', 'of it evaluation', 'longest', 'bare pass', 'scan / bare'],
    ...costs.map((cost) => [
      cost.name,
      String(cost.mentions),
      round(cost.ours.total),
      round(cost.ours.evaluation),
      round(cost.ours.longest),
      round(cost.bare),
      round(scanOf(cost) / cost.bare),
    ]),
  ]);
}

/** For whoever waits; the figures alone go to standard output. */
function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

const { figures, costs } = await measure();
const sizes = sizeFigures();
const all: Figure[] = [
  ...figures,
  {
    what: 'heap added to an idle tab',
    value: await heapAdded(packagedBuild('chrome')),
    unit: 'KB',
    most: 512,
  },
  ...sizes,
];
if (options.json)
  process.stdout.write(`${JSON.stringify({ figures: all, pages: costs }, null, 2)}\n`);
else process.stdout.write(`${tableOfPages(costs)}\n\n${tableOf(all)}\n`);
// Sizes are the same on every machine; times are asserted only where they are asked for.
const held = options.check ? all : sizes;
process.exitCode = held.every(isWithin) ? 0 : 1;
