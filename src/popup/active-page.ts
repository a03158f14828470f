import browser from 'webextension-polyfill';
import { firstPageScript } from '../packs/page-script';
import type { PageHandle } from '../page/page-handle';
import { LOCAL_FILES } from '../settings/site-pattern';
import type { ActiveTab } from './active-tab';
import { browserApi } from './browser-api';
import {
  ALL_SITES,
  type HeardFrames,
  type HeardPage,
  hasText,
  hearPage,
  listIdleFrames,
  MAIN_FRAME,
  type PageMention,
  siteLeave,
} from './hear-page';

/** Why there is nothing to read in a tab. */
export type UnreadableReason =
  /** The browser keeps extensions out: its own pages, the add-on stores, other extensions. */
  | 'protected'
  /** The reader has not let the extension read this site. */
  | 'permission'
  /** A file on this computer; both browsers have a switch of their own for those. */
  | 'files'
  /** Its document has not come so far that scripts run in it. */
  | 'loading'
  /** Its document is none of text: an image, a PDF, data. */
  | 'textless'
  /** The page was open before the extension and could not be reached. */
  | 'silent';

export type PageReading =
  | {
      mentions: readonly PageMention[];
      /** The page is read for this once, because the reader asked; the extension may not read the site by itself. */
      isOnce: boolean;
      unreadable?: never;
    }
  | { mentions?: never; isOnce?: never; unreadable: UnreadableReason };

/**
 * Every mention of a tab in reading order, the page's own before those of its frames. Where the extension may
 * not read the site by itself, opening the popup lets it into the tab for once: names are marked there now.
 *
 * @param heard What the tab has said already, if it was asked.
 */
export async function readMentions(
  tab: ActiveTab,
  heard: Promise<HeardPage> = hearPage(tab),
): Promise<PageReading> {
  const { frames, isAllowed } = await heard;
  if (frames === undefined && tab.site === LOCAL_FILES) return { unreadable: 'files' };
  if (frames === undefined) return { unreadable: isAllowed ? 'protected' : 'permission' };
  // A frame may have our script where the page has none: one that came later, or one of a site that may be read.
  if (frames.has(MAIN_FRAME)) return { mentions: inOrder(frames), isOnce: !isAllowed };
  if ((await hasText(tab)) === false) return { unreadable: 'textless' };
  return isAllowed ? readOnceIdle(tab, frames) : readMarkedOnce(tab);
}

/** The reading of a page whose script is on its way, or never comes. */
async function readOnceIdle(tab: ActiveTab, frames: HeardFrames): Promise<PageReading> {
  const { status } = await browserApi.tabs.get(tab.id);
  if (status === 'loading') return { unreadable: 'loading' };
  const main = (await listIdleFrames(tab))?.get(MAIN_FRAME);
  return main
    ? { mentions: [...main, ...inOrder(frames)], isOnce: false }
    : { unreadable: 'silent' };
}

/** The reading of a page in which names are marked now, for this time. */
async function readMarkedOnce(tab: ActiveTab): Promise<PageReading> {
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab.id, allFrames: true },
      files: [`/${await firstPageScript()}`],
    });
  } catch {
    return { unreadable: 'permission' };
  }
  const { frames } = await hearPage(tab);
  return frames?.has(MAIN_FRAME)
    ? { mentions: inOrder(frames), isOnce: true }
    : { unreadable: 'permission' };
}

function inOrder(frames: HeardFrames): PageMention[] {
  return [...frames.values()].flat();
}

/**
 * Scrolls to a mention and opens its card.
 *
 * @throws {Error} where its frame, or the tab, has gone.
 */
export async function revealMention(tab: ActiveTab, mention: PageMention): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab.id, frameIds: [mention.frame] },
    func: reveal,
    args: [mention.id],
  });
}

/** Asks the reader, by the browser's own question, for the site of a tab. */
export async function allowSite(tab: ActiveTab): Promise<void> {
  const leave = siteLeave(tab);
  if (leave !== undefined) await browser.permissions.request(leave);
}

/** Asks for all sites. */
export async function allowAllSites(): Promise<void> {
  await browser.permissions.request(ALL_SITES);
}

/** Opens the page on which Chromium lets its reader change what AI Footnotes may do. */
export async function openExtensionPage(): Promise<void> {
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
}

/** Loads the tab anew: a script that was registered after its page runs then. */
export async function reloadTab({ id }: ActiveTab): Promise<void> {
  await browser.tabs.reload(id);
}

/** Runs in the page's isolated world and sees nothing of this module. */
function reveal(id: string): void {
  const handles = globalThis as unknown as Record<symbol, PageHandle | undefined>;
  handles[Symbol.for('ai-footnotes.page')]?.reveal(id);
}
