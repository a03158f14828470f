import browser from 'webextension-polyfill';
import type { ListedMention, PageHandle } from '../page/page-handle';
import { siteOf } from '../settings/site-pattern';

const ALL_SITES = { origins: ['<all_urls>'] };

/** A mention of the page, and the frame it stands in. */
export interface PageMention extends ListedMention {
  frame: number;
}

/** Why there is nothing to read in a tab. */
export type UnreadableReason =
  /** The browser keeps extensions out: its own pages, the add-on stores, other extensions. */
  | 'protected'
  /** The reader has not let the extension read this site. */
  | 'permission'
  /** The page was open before the extension and could not be reached, or is still loading. */
  | 'silent';

/** The tab the popup stands over. */
export interface ActiveTab {
  id: number;
  /** Absent where the browser does not tell: no permission, or a page of its own. */
  address?: string;
  /** As `siteOf` has it. */
  site?: string;
}

export type PageReading =
  | { mentions: readonly PageMention[]; unreadable?: never }
  | { mentions?: never; unreadable: UnreadableReason };

/** The tab in front of the window the popup belongs to; `undefined` for a window without tabs. */
export async function readActiveTab(): Promise<ActiveTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  const site = tab.url === undefined ? undefined : siteOf(tab.url);
  return {
    id: tab.id,
    ...(tab.url !== undefined && { address: tab.url }),
    ...(site !== undefined && { site }),
  };
}

/** Every mention of a tab in reading order, the page's own before those of its frames. */
export async function readMentions(tab: ActiveTab): Promise<PageReading> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId: tab.id, allFrames: true },
      func: listMentions,
    });
    const heard = frames.filter(({ result }) => Array.isArray(result));
    if (heard.length === 0) return { unreadable: (await isAllowed(tab)) ? 'silent' : 'permission' };
    return {
      mentions: heard
        .sort((one, other) => one.frameId - other.frameId)
        .flatMap(({ frameId, result }) =>
          (result as ListedMention[]).map((mention) => ({ ...mention, frame: frameId })),
        ),
    };
  } catch {
    return { unreadable: (await isAllowed(tab)) ? 'protected' : 'permission' };
  }
}

/** Scrolls to a mention and opens its card. */
export async function revealMention(tab: ActiveTab, mention: PageMention): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab.id, frameIds: [mention.frame] },
    func: reveal,
    args: [mention.id],
  });
}

/** Asks the reader, by the browser's own question, for the site of a tab. */
export async function allowSite({ address }: ActiveTab): Promise<void> {
  if (address === undefined) return;
  await browser.permissions.request({ origins: [`${new URL(address).origin}/*`] });
}

/** Asks for all sites. */
export async function allowAllSites(): Promise<void> {
  await browser.permissions.request(ALL_SITES);
}

/** Marks the page as it is now: opening the popup lets the extension into this tab until it goes elsewhere. */
export async function markOnce({ id }: ActiveTab): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: id, allFrames: true },
    files: ['/page.js'],
  });
}

/** Loads the tab anew: a script that was registered after its page runs then. */
export async function reloadTab({ id }: ActiveTab): Promise<void> {
  await browser.tabs.reload(id);
}

/** Whether the reader lets the extension read the tab's site; addresses that are no site's need no leave. */
async function isAllowed({ address, site }: ActiveTab): Promise<boolean> {
  if (address === undefined) return browser.permissions.contains(ALL_SITES);
  return site === undefined || browser.permissions.contains({ origins: [address] });
}

// These two run in the page's isolated world and see nothing of this module.

function listMentions(): Promise<ListedMention[]> | undefined {
  const handles = globalThis as unknown as Record<symbol, PageHandle | undefined>;
  return handles[Symbol.for('ai-footnotes.page')]?.list();
}

function reveal(id: string): void {
  const handles = globalThis as unknown as Record<symbol, PageHandle | undefined>;
  handles[Symbol.for('ai-footnotes.page')]?.reveal(id);
}
