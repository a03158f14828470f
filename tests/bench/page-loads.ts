import type { Page } from 'puppeteer-core';
import type { Session } from '../../scripts/browser/session';
import type { PageHandle } from '../../src/page/page-handle';
import { type BenchPage, servedStill } from './bench-pages';
import { BARE_PASS, EMPTY_SCRIPT, MEASURED } from './companions';
import { median } from './median';
import { type Share, sharesByWorld } from './trace-shares';
import { traced } from './tracing';

/** What loads of one page cost, in milliseconds of the main thread's own time; medians. */
export interface PageCost {
  name: string;
  isReal: boolean;
  mentions: number;
  ours: Share;
  /** A bare pass over all text nodes of the same load, as cold as ours. */
  bare: number;
  /** What an empty content script took in the same load. */
  empty: number;
}

/** The world our scripts run in, as the trace calls it. */
const OURS = 'AI Footnotes';

/** Milliseconds until a page must have been measured. */
const LIMIT = 60_000;

/**
 * Loads a page some times and has its main thread's time shared out. The page's own scripts are kept from
 * running, so that every load is the same page.
 */
export async function costOf(session: Session, page: BenchPage, loads: number): Promise<PageCost> {
  const path = `/${encodeURIComponent(page.name)}`;
  const address = session.pages.handle(path, servedStill(page));
  const costs: Record<keyof Share | 'bare' | 'empty', number>[] = [];
  let mentions = 0;
  for (let load = 0; load < loads; load++) {
    const tab = await session.newTab();
    try {
      const events = await traced(session, async () => {
        await tab.goto(address, { waitUntil: 'domcontentloaded', timeout: LIMIT });
        await tab.waitForFunction(
          (mark: string) => performance.getEntriesByName(mark).length > 0,
          { timeout: LIMIT, polling: 100 },
          MEASURED,
        );
        await marksSettled(tab);
      });
      const shares = sharesByWorld(events, OURS);
      const ours = shares.get(OURS);
      const bare = shares.get(BARE_PASS);
      const empty = shares.get(EMPTY_SCRIPT);
      if (!ours || !bare || !empty) throw new Error(`The trace of ${page.name} lacks a script.`);
      costs.push({ ...ours, bare: bare.total - bare.evaluation, empty: empty.total });
      mentions = await mentionsIn(session, tab);
    } finally {
      await tab.close();
    }
  }
  const of = (key: keyof (typeof costs)[0]) => median(costs.map((cost) => cost[key]));
  return {
    name: page.name,
    isReal: page.isReal,
    mentions,
    ours: { total: of('total'), evaluation: of('evaluation'), longest: of('longest') },
    bare: of('bare'),
    empty: of('empty'),
  };
}

/** Waits until no mark has come for a second: large pages are read in many slices. */
async function marksSettled(tab: Page): Promise<void> {
  await tab.waitForFunction(
    () => {
      const state = globalThis as { marks?: number; since?: number };
      const marks = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
      if (marks !== state.marks) state.since = performance.now();
      state.marks = marks;
      return performance.now() - (state.since ?? 0) > 1_000;
    },
    { timeout: LIMIT, polling: 100 },
  );
}

function mentionsIn({ extension }: Session, tab: Page): Promise<number> {
  return extension.inPage(tab, async () => {
    const key = Symbol.for('ai-footnotes.page');
    const listed = await (globalThis as { [key]?: PageHandle })[key]?.list();
    return listed?.length ?? 0;
  });
}
