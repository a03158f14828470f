import type { Page } from 'puppeteer-core';
import type { ListedMention, PageHandle } from '../../src/page/page-handle';
import { restOnMentions } from '../browser/card';
import type { Session } from '../browser/session';
import { type Memory, watch } from './memory';
import { standingPage } from './soak-pages';

/** Tabs that are open beside the standing one. */
const TABS = 3;

/** Every so many visits the oldest of them but one is closed, and another opened. */
const VISITS_OF_A_TAB = 4;

/** Every so many visits: a card is opened, our own pages are, everything is switched off and on. */
const EVERY = { card: 5, ownPage: 20, switch: 50 };

/** The share of the visits, from the first on, after which caches are full and growth is counted. */
const WARM_UP = 0.2;

/** Milliseconds until a page must have its script, on however busy a machine. */
const SCRIPT_LIMIT = 20_000;

export interface SoakReport {
  visits: number;
  mentions: number;
  cards: number;
  before: Memory;
  after: Memory;
  errors: readonly string[];
  /** Frames that have not exactly one script in the end, and what of ours is left in pages. */
  orphans: readonly string[];
}

/**
 * Browses: opens page after page in tabs that come and go, with cards, our own pages and the switch in between,
 * beside a page that never stops changing.
 *
 * @param addresses Of the pages, one a visit.
 * @param say Is told how far it is.
 */
export async function runSoak(
  session: Session,
  addresses: readonly string[],
  say: (text: string) => void = () => undefined,
): Promise<SoakReport> {
  const { pages } = session;
  const watched = await watch(session);
  const open = async (address: string) => {
    const tab = await session.newTab();
    watched.follow(tab);
    tab.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    await visitPage(tab, address);
    return tab;
  };
  // Of another site than the pages, so that Chromium gives it a heap of its own.
  const standing = await open(standingPage(pages).replace(pages.origin, pages.otherOrigin));
  const reference = pages.handle('/soak-reference', '<p>DeepSeek R1 and OpenAI o1 again.</p>');
  const measuring = await open(reference);
  const tabs = [measuring];
  const measure = async () => {
    for (const tab of tabs.splice(1)) await tab.close();
    await visitPage(measuring, reference);
    await listIn(session, measuring);
    return watched.measure([standing, measuring]);
  };

  const counts = { mentions: 0, cards: 0 };
  let before: Memory | undefined;
  for (const [visit, address] of addresses.entries()) {
    // The first tab stays for the whole time.
    if (visit % VISITS_OF_A_TAB === 1) await tabs.splice(1, 1)[0]?.close();
    while (tabs.length < TABS) tabs.push(await open('about:blank'));
    const tab = tabs[visit % TABS] ?? measuring;
    await visitPage(tab, address);
    const mentions = await listIn(session, tab);
    counts.mentions += mentions.length;
    if (visit % EVERY.card === 0 && (await openCard(session, tab, mentions))) counts.cards += 1;
    if (visit % EVERY.ownPage === 0) await openOwnPages(session);
    if (visit % EVERY.switch === 0) await switchOffAndOn(session);
    if (before === undefined && visit >= addresses.length * WARM_UP) before = await measure();
    if (visit % EVERY.ownPage === 0) {
      await watched.errors();
      say(`${visit + 1} of ${addresses.length} pages`);
    }
  }
  const after = await measure();
  const orphans = await findOrphans(session, [standing, measuring]);
  const errors = await watched.errors();
  return { visits: addresses.length, ...counts, before: before ?? after, after, errors, orphans };
}

/**
 * After an update the scripts of the old version are to go, in every tab that is open, and those of the new one to
 * come.
 */
async function findOrphans(session: Session, tabs: readonly Page[]): Promise<string[]> {
  const { extension } = session;
  await extension.reinstall();
  const found: string[] = [];
  for (const tab of tabs) {
    await listIn(session, tab);
    // To open pages the new script comes by itself, to one frame after the other.
    for (const end = performance.now() + SCRIPT_LIMIT; performance.now() < end; ) {
      if ((await orphansIn(session, tab)).length === 0) break;
    }
    found.push(...(await orphansIn(session, tab)));
  }
  return found;
}

/** The frames of a tab that have not exactly one script, or that a card was left in. */
async function orphansIn({ extension }: Session, tab: Page): Promise<string[]> {
  const answers = await extension.inFrames(tab, () => ({
    scripts: (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')] ? 1 : 0,
    hosts: document.querySelectorAll('ai-footnotes').length,
  }));
  return answers
    .filter(({ result: { scripts, hosts } }) => scripts !== 1 || hosts !== 0)
    .map(({ frameId, result }) => `${tab.url()}, frame ${frameId}: ${JSON.stringify(result)}`);
}

/** A page that does not come to its end is left as it is: saved ones wait for what is no longer there. */
async function visitPage(tab: Page, address: string): Promise<void> {
  await tab
    .goto(address, { waitUntil: 'domcontentloaded', timeout: 10_000 })
    .catch(() => undefined);
}

/** The mentions of a tab, once its scan has settled. */
async function listIn({ extension }: Session, tab: Page): Promise<ListedMention[]> {
  return extension.inPage(
    tab,
    async (_, limit) => {
      const key = Symbol.for('ai-footnotes.page');
      const handle = () => (globalThis as { [key]?: PageHandle })[key];
      for (let end = performance.now() + limit; !handle() && performance.now() < end; ) {
        await new Promise((done) => setTimeout(done, 20));
      }
      return (await handle()?.list()) ?? [];
    },
    SCRIPT_LIMIT,
  );
}

async function openCard(
  { extension }: Session,
  tab: Page,
  mentions: readonly ListedMention[],
): Promise<boolean> {
  if (mentions.length === 0) return false;
  await tab.bringToFront();
  // The first is marked on every page; where it goes from under the pointer, the others would as well.
  const placed = mentions.slice(0, 1).map((mention) => ({ ...mention, frame: '', frameId: 0 }));
  const text = await restOnMentions(extension, tab, placed).catch(() => undefined);
  await tab.keyboard.press('Escape');
  await tab.mouse.move(1, 1);
  return text !== undefined;
}

async function openOwnPages({ extension }: Session): Promise<void> {
  for (const path of ['glossary.html#term=deepseek-r1', 'popup.html']) {
    await (await extension.openPage(path)).close();
  }
}

async function switchOffAndOn({ extension }: Session): Promise<void> {
  await extension.evaluate(async (api) => {
    for (const enabled of [false, true]) await api.storage.sync.set({ enabled });
  });
}
