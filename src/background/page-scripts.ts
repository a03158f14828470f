import browser, { type Scripting } from 'webextension-polyfill';
import type { Answers } from '../messaging/answer';
import { MARK_CSS } from '../paint/mark-style';
import { coversSite, matchPatternOf, siteOf } from '../settings/site-pattern';
import type { StoredSettings } from '../settings/store';

const FILE = '/page.js';

const REGISTRATION = {
  id: 'page',
  matches: ['<all_urls>'],
  js: [FILE],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  persistAcrossSessions: true,
} satisfies Scripting.RegisteredContentScript & { persistAcrossSessions: boolean };

/** What the background does for the scripts in pages. */
export const pageAnswers: Pick<Answers, 'marks.shown'> = {
  'marks.shown': async (_, { tab, frameId }) => {
    if (tab?.id === undefined || frameId === undefined) throw new Error('marks need a tab');
    await browser.scripting.insertCSS({
      target: { tabId: tab.id, frameIds: [frameId] },
      css: MARK_CSS,
      origin: 'USER',
    });
    return undefined;
  },
};

/**
 * Keeps the page script registered as the settings say: on every page but those of muted sites, on none
 * while the extension is off. After an installation or an update nothing is registered; then, and where a
 * site is heard again, open tabs get the script at once. Scripts that are there follow the settings themselves.
 */
export async function registerPageScripts(settings: StoredSettings): Promise<void> {
  const { scripting } = browser;
  const ids = [REGISTRATION.id];
  const [registered] = await scripting.getRegisteredContentScripts({ ids });
  if (!settings.values.enabled) {
    if (registered) await scripting.unregisterContentScripts({ ids });
    return;
  }
  const excludeMatches = settings.mutedSites.map(matchPatternOf);
  const excludedBefore = registered?.excludeMatches ?? [];
  if (!registered) {
    await scripting.registerContentScripts([{ ...REGISTRATION, excludeMatches }]);
  } else if (!isSameSet(excludedBefore, excludeMatches)) {
    await scripting.updateContentScripts([{ ...REGISTRATION, excludeMatches }]);
  }
  const isHeardAgain = excludedBefore.some((pattern) => !excludeMatches.includes(pattern));
  if (!registered || isHeardAgain) await serveOpenTabs(settings.mutedSites);
}

/** Runs the page script in the tabs that are open. */
async function serveOpenTabs(mutedSites: readonly string[]): Promise<void> {
  for (const { id, url } of await browser.tabs.query({})) {
    const site = url === undefined ? undefined : siteOf(url);
    const isMuted = site !== undefined && mutedSites.some((pattern) => coversSite(pattern, site));
    if (id === undefined || isMuted) continue;
    // Not waited for: a tab that nobody has looked at yet answers only once somebody does, and some never let us in.
    void browser.scripting
      .executeScript({ target: { tabId: id, allFrames: true }, files: [FILE] })
      .catch(() => undefined);
  }
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
