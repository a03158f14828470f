import browser, { type Scripting } from 'webextension-polyfill';
import type { Answers } from '../messaging/answer';
import { firstPageScript, READER_FILE } from '../packs/page-script';
import { READER_INDEX_KEY } from '../packs/reader-index-key';
import { AUTHOR_MARK_CSS, MARK_CSS } from '../paint/mark-style';
import { matchPatternOf } from '../settings/site-pattern';
import { readSettings, type StoredSettings } from '../settings/store';
import { documentOf } from './document-of';
import { serveOpenTabs } from './serve-tabs';

const REGISTRATION = {
  id: 'page',
  matches: ['<all_urls>'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  persistAcrossSessions: true,
} satisfies Scripting.RegisteredContentScript & { persistAcrossSessions: boolean };

/** What the background does for the scripts in pages. */
export const pageAnswers: Pick<Answers, 'names.found' | 'marks.shown'> = {
  'names.found': async (_, sender) => {
    await browser.scripting.executeScript({
      target: documentOf(sender),
      files: [READER_FILE],
      injectImmediately: true,
    });
    return undefined;
  },
  'marks.shown': async (_, sender) => {
    const target = documentOf(sender);
    await Promise.all([
      browser.scripting.insertCSS({ target, css: MARK_CSS, origin: 'USER' }),
      browser.scripting.insertCSS({ target, css: AUTHOR_MARK_CSS, origin: 'AUTHOR' }),
    ]);
    return undefined;
  },
};

/**
 * Keeps the page script registered as the settings say: on every page but those of muted sites, on none
 * while the extension is off. After an installation or an update nothing is registered; then, and where a
 * site is heard again, open tabs get the script at once. Scripts that are there follow the settings themselves.
 *
 * One call after another, and each reads the settings when its turn comes: of two at once, the later would
 * undo with what it had read before what the other registered.
 */
export function registerPageScripts(): Promise<void> {
  return navigator.locks.request('page-scripts', async () => {
    await registerAs(await readSettings());
  });
}

async function registerAs({
  values,
  mutedSites,
}: Pick<StoredSettings, 'values' | 'mutedSites'>): Promise<void> {
  const { scripting } = browser;
  const ids = [REGISTRATION.id];
  const [registered] = await scripting.getRegisteredContentScripts({ ids });
  if (!values.enabled) {
    if (registered) await scripting.unregisterContentScripts({ ids });
    return;
  }
  const file = await firstPageScript();
  const excludeMatches = mutedSites.map(matchPatternOf);
  const wanted = { ...REGISTRATION, js: [file], excludeMatches };
  const excludedBefore = registered?.excludeMatches ?? [];
  const isOtherFile = !registered?.js?.[0]?.endsWith(file);
  if (!registered) await scripting.registerContentScripts([wanted]);
  else if (isOtherFile || !isSameSet(excludedBefore, excludeMatches)) {
    await scripting.updateContentScripts([wanted]);
  }
  const isHeardAgain = excludedBefore.some((pattern) => !excludeMatches.includes(pattern));
  if (isOtherFile || isHeardAgain) await serveOpenTabs(file, mutedSites);
}

/**
 * Registers anew when the reader gets packs of her own or gives up the last: the script of every page knows
 * the built-in names alone.
 */
export function followReaderIndex(): void {
  browser.storage.local.onChanged.addListener(async (changes) => {
    const change = changes[READER_INDEX_KEY];
    if (!change || (change.oldValue !== undefined && change.newValue !== undefined)) return;
    await registerPageScripts();
  });
}

/** Marks the open tabs of sites that the reader has just let the extension into: their pages are there already. */
export function followPermissions(): void {
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    if (origins.length === 0) return;
    const { values, mutedSites } = await readSettings();
    if (values.enabled) await serveOpenTabs(await firstPageScript(), mutedSites);
  });
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
