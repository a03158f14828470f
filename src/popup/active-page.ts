import browser from 'webextension-polyfill';
import { firstPageScript } from '../packs/page-script';
import type { ListedMention, PageHandle } from '../page/page-handle';
import type { ActiveTab } from './active-tab';

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
 */
export async function readMentions(tab: ActiveTab): Promise<PageReading> {
  // Asked meanwhile: the list is what the reader waits for.
  const asked = isAllowed(tab);
  try {
    let heard = await listFrames(tab);
    const allowed = await asked;
    if (heard.length === 0 && !allowed) {
      await markOnce(tab);
      heard = await listFrames(tab);
    }
    if (heard.length === 0) return { unreadable: allowed ? 'silent' : 'permission' };
    return { isOnce: !allowed, mentions: heard.flat() };
  } catch {
    return { unreadable: (await asked) ? 'protected' : 'permission' };
  }
}

/** The mentions of each frame that our script is in. */
async function listFrames({ id }: ActiveTab): Promise<PageMention[][]> {
  const frames = await browser.scripting.executeScript({
    target: { tabId: id, allFrames: true },
    func: listMentions,
  });
  return frames
    .filter(({ result }) => Array.isArray(result))
    .sort((one, other) => one.frameId - other.frameId)
    .map(({ frameId, result }) =>
      (result as ListedMention[]).map((mention) => ({ ...mention, frame: frameId })),
    );
}

async function markOnce({ id }: ActiveTab): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: id, allFrames: true },
    files: [`/${await firstPageScript()}`],
  });
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
