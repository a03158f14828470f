import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { scriptSizes } from '../../scripts/test/check-sizes';
import { shareOfAnimation } from './animation';
import { type Bench, progress } from './bench';
import type { BenchPage } from './bench-pages';
import { churn } from './churn';
import { isComparable, markJsTime } from './compare-mark-js';
import type { Figure } from './figures';
import { heapAdded } from './heap';
import { type HoverTimes, hoverTimes } from './hover';
import { importLargePack } from './large-pack';
import { median } from './median';
import { costOf, scanOf } from './page-loads';

const execute = promisify(execFile);

/** How often the index is made, each time in a process of its own. */
const INDEX_RUNS = 5;
/** Pages that the scan with a large pack is measured on. */
const PACK_PAGES = 5;

/** mark.js on the ordinary pages from 50 KB of text, told the same names. */
export async function markJsFigures(bench: Bench): Promise<Figure[]> {
  const quiet: number[] = [];
  const named: number[] = [];
  for (const page of bench.ordinary) {
    if (!(await isComparable(bench.session, page))) continue;
    const cost = await bench.cost(page);
    const time = await markJsTime(bench.session, page);
    (cost.mentions > 0 ? named : quiet).push(time / scanOf(cost));
    progress(`${page.name}: mark.js ${time.toFixed(0)} ms, ours ${scanOf(cost).toFixed(1)} ms`);
  }
  const figure = (
    what: string,
    ratios: readonly number[],
    limits: Pick<Figure, 'least'> = {},
  ): Figure[] =>
    ratios.length === 0
      ? []
      : [
          {
            what: `times as fast as mark.js, ${what}`,
            value: median(ratios),
            unit: '×',
            ...limits,
          },
        ];
  // Made-up pages are too few and too much alike to be held to it.
  const budget = bench.ordinary.some(({ kind }) => kind === 'real') ? { least: 500 } : {};
  return [
    ...figure('median over pages from 50 KB of text', [...quiet, ...named], budget),
    ...figure(`median of ${quiet.length} without names`, quiet),
    ...figure(`median of ${named.length} with names`, named),
  ];
}

/** Ten thousand nodes arriving in a second. */
export async function churnFigures({ session }: Bench): Promise<Figure[]> {
  const { longest, untilRight } = await churn(session);
  return [
    {
      what: 'longest task of ours while 10,000 nodes arrive in 1 s',
      value: longest,
      unit: 'ms',
      most: 50,
    },
    {
      what: 'until marks are right after the last of them',
      value: untilRight,
      unit: 'ms',
      most: 500,
    },
  ];
}

/** A page that writes in every frame. */
export async function animationFigures({ session }: Bench): Promise<Figure[]> {
  const value = await shareOfAnimation(session);
  return [
    { what: 'share of a core while a page writes in every frame, 30 s', value, unit: '%', most: 5 },
  ];
}

/** From the end of the hover delay to the painted card, in as many pages as there are loads of each. */
export async function hoverFigures({ session, loads }: Bench): Promise<Figure[]> {
  const times: HoverTimes[] = [];
  for (let load = 0; load < loads; load++) times.push(await hoverTimes(session));
  return [
    {
      what: 'from the end of the hover delay to the first card, median',
      value: median(times.map(({ first }) => first)),
      unit: 'ms',
      most: 100,
    },
    // Two frames: one in which the delay ends, one to paint in.
    {
      what: 'from the end of the hover delay to later cards, median',
      value: median(times.flatMap(({ later }) => later)),
      unit: 'ms',
      most: 34,
    },
  ];
}

/** The JavaScript heap of an idle tab. */
export async function heapFigures({ folder }: Bench): Promise<Figure[]> {
  const { ours, empty } = await heapAdded(folder);
  return [
    { what: 'heap added to an idle tab', value: ours, unit: 'KB', most: 512 },
    { what: 'heap that an empty content script adds', value: empty, unit: 'KB' },
  ];
}

/** The same pages before and after ten thousand terms more. To be taken last: the pack stays. */
export async function packFigures(bench: Bench): Promise<Figure[]> {
  const before: { page: BenchPage; scan: number }[] = [];
  for (const page of bench.ordinary) {
    if (before.length === PACK_PAGES) break;
    const cost = await bench.cost(page);
    if (cost.mentions > 0) before.push({ page, scan: scanOf(cost) });
  }
  await importLargePack(bench.session);
  const ratios: number[] = [];
  for (const { page, scan } of before) {
    const scanWithPack = scanOf(await costOf(bench, page, bench.loads));
    ratios.push(scanWithPack / scan);
    progress(
      `${page.name}: ${scanWithPack.toFixed(1)} ms with the pack, ${scan.toFixed(1)} without`,
    );
  }
  return [
    {
      what: 'scan with 10,000 terms in packs against the built-in pack alone, median',
      value: median(ratios),
      unit: '×',
      most: 1.5,
    },
  ];
}

/** The index of a pack of ten thousand terms, which the background makes after a change of packs. */
export async function indexFigures(): Promise<Figure[]> {
  const [plain, weak] = [await indexTime([]), await indexTime(['--weak'])];
  return [
    { what: 'index of 10,000 terms, in Node, median', value: plain, unit: 'ms', most: 200 },
    { what: 'the same, each name weighed by its own words', value: weak, unit: 'ms' },
  ];
}

async function indexTime(options: readonly string[]): Promise<number> {
  const script = fileURLToPath(new URL('build-large-index.ts', import.meta.url));
  const times: number[] = [];
  for (let run = 0; run < INDEX_RUNS; run++) {
    const { stdout } = await execute(process.execPath, ['--import', 'tsx', script, ...options]);
    times.push(Number(stdout));
  }
  return median(times);
}

/** The scripts that run in pages; the same on every machine. */
export function sizeFigures(): Figure[] {
  return scriptSizes('chrome').map(({ name, size, limit }) => ({
    what: `size of ${name}, gzip`,
    value: size / 1_024,
    unit: 'KB',
    most: limit / 1_024,
  }));
}
