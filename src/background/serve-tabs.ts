import * as v from 'valibot';
import browser, { type Tabs } from 'webextension-polyfill';
import { firstPageScript, READER_FILE } from '../packs/page-script';
import type { PageHandle } from '../page/page-handle';
import { isMuted } from '../settings/site-pattern';
import { readSettings } from '../settings/store';
import { onTabStatus } from './tab-status';

/** Key of `storage.session`: which tabs were served last, and when. */
const SERVED_KEY = 'served';

const servedSchema = v.object({ at: v.number(), tabs: v.array(v.number()) });

/**
 * Milliseconds that browsers keep a page for a reader who goes back: ten minutes in Chromium, half an hour in Firefox
 * (`browser.sessionhistory.contentViewerTimeout`).
 */
const LONGEST_KEPT = 30 * 60_000;

/** Runs the page script in the tabs that are open, but for pages of our own. */
export async function serveOpenTabs(file: string, mutedSites: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({});
  const ids = tabs.flatMap(({ id }) => id ?? []);
  await browser.storage.session.set({ [SERVED_KEY]: { at: Date.now(), tabs: ids } });
  for (const tab of tabs) serve(tab, file, mutedSites);
}

/**
 * Serves what comes back from the back/forward cache to a tab that was open when tabs were served: it was in none then,
 * and what is registered runs in new documents only.
 */
export function followReturns(): void {
  onTabStatus('complete', async (id, tab) => {
    const stored = await browser.storage.session.get(SERVED_KEY);
    const { output: served, success } = v.safeParse(servedSchema, stored[SERVED_KEY]);
    if (!success || !served.tabs.includes(id) || Date.now() > served.at + LONGEST_KEPT) return;
    const { values, mutedSites } = await readSettings();
    const file = await firstPageScript();
    if (values.enabled && !(await isServed(id, file))) serve(tab, file, mutedSites);
  });
}

/** Whether the page of a tab has a script already that would stay. */
async function isServed(tabId: number, file: string): Promise<boolean> {
  const [main] = await browser.scripting
    .executeScript({ target: { tabId }, func: hasScript, args: [file === READER_FILE] })
    .catch(() => []);
  return main?.result === true;
}

/** Runs in the page's isolated world and sees nothing of this module. */
function hasScript(knows: boolean): boolean {
  const handles = globalThis as unknown as Record<symbol, PageHandle | undefined>;
  return handles[Symbol.for('ai-footnotes.page')]?.yieldsTo(knows) === false;
}

function serve({ id, url }: Tabs.Tab, file: string, mutedSites: readonly string[]): void {
  if (url?.startsWith(browser.runtime.getURL(''))) return;
  if (id === undefined || isMuted(url, mutedSites)) return;
  // Not waited for: a tab that nobody has looked at yet answers only once somebody does, and some never let us in.
  void browser.scripting
    .executeScript({ target: { tabId: id, allFrames: true }, files: [file] })
    .catch(() => undefined);
}
