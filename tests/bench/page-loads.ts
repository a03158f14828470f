import type { Page } from 'puppeteer-core';
import type { Session } from '../../scripts/browser/session';
import type { PageHandle } from '../../src/page/page-handle';
import { type BenchPage, type PageKind, servedStill } from './bench-pages';
import { EMPTY_SCRIPT, PASS } from './companions';
import { median } from './median';
import { settled } from './settle';
import {
  type Share,
  sharesByWorld,
  type TraceEvent,
  timeCompiling,
  timeInFunction,
} from './trace-shares';
import { traced } from './tracing';

/** What loads of one page cost, in milliseconds of the main thread's own time; medians. */
export interface PageCost {
  name: string;
  kind: PageKind;
  /** In all frames. */
  mentions: number;
  ours: Share;
  /** A bare pass over all text nodes, in all frames, as cold as ours. */
  bare: number;
  /** What an empty content script took beside that. */
  empty: number;
}

/** Where pages are loaded: by turns with our extension in the browser, and with the yardsticks. */
export interface Browsers {
  session: Session;
  yardsticks: Session;
}

/** The world our scripts run in, as the trace calls it. */
export const OURS = 'AI Footnotes';

/** The path of the page that is left for the one to measure. */
const LEFT = '/left';

/** Milliseconds that compiling our script takes at the least: some two here, a hundredth where it was done before. */
const LEAST_COMPILING = 0.5;

/** Milliseconds until a page must have been measured. */
const LIMIT = 60_000;

/**
 * Loads a page some times and has its main thread's time shared out. The page's own scripts are kept from
 * running, so that every load is the same page.
 *
 * @param loads How often with our extension, and with the yardsticks.
 * @param isFromElsewhere Whether an empty page of another site is left for it, for which the browser takes a process
 *   that nothing of ours, or of theirs, ever ran in. Else one of the same site is left, where it has.
 * @throws {Error} where the trace lacks a script, or the process had run ours.
 */
export async function costOf(
  { session, yardsticks }: Browsers,
  page: BenchPage,
  loads: number,
  { isFromElsewhere = false } = {},
): Promise<PageCost> {
  const costs: Record<keyof Share | 'bare' | 'empty', number>[] = [];
  let mentions = 0;
  for (let load = 0; load < loads; load++) {
    const ours = await tracedLoad(session, page, isFromElsewhere, async (tab, events) => {
      if (isFromElsewhere && timeCompiling(events, OURS) < LEAST_COMPILING)
        throw new Error(`${page.name} came into a process that our script had run in.`);
      mentions = await mentionsIn(session, tab);
      return sharesByWorld(events, OURS).get(OURS);
    });
    const theirs = await tracedLoad(yardsticks, page, isFromElsewhere, async (_, events) => ({
      bare: timeInFunction(events, PASS),
      empty: sharesByWorld(events, OURS).get(EMPTY_SCRIPT)?.total,
    }));
    const { bare, empty } = theirs;
    if (!ours || bare === 0 || empty === undefined)
      throw new Error(`The trace of ${page.name} lacks a script.`);
    costs.push({ ...ours, bare, empty });
  }
  const of = (key: keyof (typeof costs)[0]) => median(costs.map((cost) => cost[key]));
  return {
    name: page.name,
    kind: page.kind,
    mentions,
    ours: { total: of('total'), evaluation: of('evaluation'), longest: of('longest') },
    bare: of('bare'),
    empty: of('empty'),
  };
}

/** Loads a page in a tab of its own, and tells what the trace of that says. */
async function tracedLoad<Result>(
  session: Session,
  page: BenchPage,
  isFromElsewhere: boolean,
  tell: (tab: Page, events: TraceEvent[]) => Promise<Result>,
): Promise<Result> {
  const address = session.pages.handle(`/${encodeURIComponent(page.name)}`, servedStill(page));
  const tab = await session.newTab();
  try {
    const left = session.pages.handle(LEFT, '');
    await tab.goto(isFromElsewhere ? session.pages.otherOrigin + LEFT : left);
    await settled(tab, LIMIT);
    const events = await traced(session, async () => {
      await tab.goto(address, { waitUntil: 'domcontentloaded', timeout: LIMIT });
      await settled(tab, LIMIT);
    });
    return await tell(tab, events);
  } finally {
    await tab.close();
  }
}

/** What a page costs beside the parsing and first running of our files. */
export const scanOf = ({ ours }: PageCost): number => ours.total - ours.evaluation;

async function mentionsIn({ extension }: Session, tab: Page): Promise<number> {
  const answers = await extension.inFrames(tab, async () => {
    const key = Symbol.for('ai-footnotes.page');
    const script = (globalThis as { [key]?: PageHandle })[key];
    return script && (await script.list()).length;
  });
  const main = answers.find(({ frameId }) => frameId === 0)?.result;
  // Serialised on its way: what was undefined comes back as null.
  if (typeof main !== 'number') throw new Error(`The script does not run in ${tab.url()}.`);
  return answers.reduce((sum, { result }) => sum + (result ?? 0), 0);
}
