import { type Bench, progress } from './bench';
import { columns, type Figure, round } from './figures';
import { median } from './median';
import { costOf, type PageCost, scanOf } from './page-loads';

/** What loads of pages cost, on the ordinary ones and on huge ones. */
export async function loadFigures(bench: Bench): Promise<Figure[]> {
  const costs: PageCost[] = [];
  for (const page of bench.pages) {
    const cost = await bench.cost(page);
    costs.push(cost);
    progress(cost.name);
  }
  progress(columns([HEADINGS, ...costs.map(rowOf)]));
  const counted = costs.filter(({ name }) => bench.ordinary.some((page) => page.name === name));
  const quiet = counted.filter(({ mentions }) => mentions === 0);
  const named = counted.filter(({ mentions }) => mentions > 0);
  return [
    {
      what: 'whole scan against a bare pass, median over pages',
      value: median(counted.map((cost) => scanOf(cost) / cost.bare)),
      unit: '×',
      most: 3,
    },
    ...ofMany(quiet, (pages): Figure[] => [
      {
        ...medianOver(
          'page without mentions: ours, evaluation included, over 2 ms + 2 bare passes, median',
          pages,
        ),
        most: 0,
      },
      {
        what: 'page without mentions: the same, the dearest page',
        value: Math.max(...pages.map(overAllowance)),
        unit: 'ms',
      },
      medianTotal('page without mentions: ours, evaluation included, median', pages),
    ]),
    ...ofMany(named, (pages) => [
      medianTotal('page with mentions: ours, evaluation included, median', pages),
    ]),
    ...costs
      .filter(({ kind }) => kind === 'huge')
      .map(
        ({ name, ours }): Figure => ({
          what: `longest task of ours, ${name}`,
          value: ours.longest,
          unit: 'ms',
          most: 50,
        }),
      ),
    {
      what: 'an empty content script in the same pages, median',
      value: median(counted.map(({ empty }) => empty)),
      unit: 'ms',
    },
  ];
}

/** The same for pages without mentions that are come to from another site: nothing of ours is compiled yet. */
export async function coldLoadFigures(bench: Bench): Promise<Figure[]> {
  const costs: PageCost[] = [];
  for (const page of bench.ordinary) {
    if ((await bench.cost(page)).mentions > 0) continue;
    const cost = await costOf(bench, page, bench.loads, { isFromElsewhere: true });
    costs.push(cost);
    progress(`${page.name}: ${round(cost.ours.total)} ms from another site`);
  }
  return ofMany(costs, (pages) => [
    medianOver(
      'page without mentions, from another site: ours over 2 ms + 2 bare passes, median',
      pages,
    ),
    medianTotal(
      'page without mentions, from another site: ours, evaluation included, median',
      pages,
    ),
  ]);
}

/** Milliseconds above what a page without mentions may cost: two, and two bare passes. */
const overAllowance = ({ ours, bare }: PageCost): number => ours.total - (2 + 2 * bare);

const medianOver = (what: string, pages: readonly PageCost[]): Figure => ({
  what,
  value: median(pages.map(overAllowance)),
  unit: 'ms',
});

const medianTotal = (what: string, pages: readonly PageCost[]): Figure => ({
  what,
  value: median(pages.map(({ ours }) => ours.total)),
  unit: 'ms',
});

function ofMany(
  costs: readonly PageCost[],
  figures: (costs: readonly PageCost[]) => Figure[],
): Figure[] {
  return costs.length > 0 ? figures(costs) : [];
}

const HEADINGS = ['page', 'mentions', 'ours', 'evaluation', 'longest', 'bare', 'scan / bare'];

const rowOf = (cost: PageCost): string[] => [
  cost.name,
  String(cost.mentions),
  round(cost.ours.total),
  round(cost.ours.evaluation),
  round(cost.ours.longest),
  round(cost.bare),
  `${round(scanOf(cost) / cost.bare)}×`,
];
