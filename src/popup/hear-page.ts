import type { ListedMention, PageHandle } from '../page/page-handle';
import type { ActiveTab } from './active-tab';
import { browserApi, type Injection } from './browser-api';

/** A mention of the page, and the frame it stands in. */
export interface PageMention extends ListedMention {
  frame: number;
}

/** What a tab says of itself; nothing is done to its page. */
export interface HeardPage {
  /** The mentions of each frame that our script is in; absent where the browser keeps extensions out. */
  frames?: readonly (readonly PageMention[])[];
  /** Whether the reader lets the extension read the tab's site; addresses that are no site's need no leave. */
  isAllowed: boolean;
}

/** Asks a tab for its mentions, and the browser whether they may be asked for. Never fails. */
export async function hearPage(tab: ActiveTab): Promise<HeardPage> {
  const [isAllowed, frames] = await Promise.all([
    mayRead(tab),
    // A frame that never ends to load would keep all others from the list.
    listFrames({ target: { tabId: tab.id, allFrames: true }, injectImmediately: true }),
  ]);
  return { isAllowed, ...(frames && { frames }) };
}

/**
 * The mentions of a tab's frames once the main frame is idle: by then it has the script that is registered for it.
 *
 * @returns `undefined` where the browser keeps extensions out.
 */
export function listIdleFrames({ id }: ActiveTab): Promise<PageMention[][] | undefined> {
  return listFrames({ target: { tabId: id } });
}

/** Where extensions may be let in by the reader: everywhere, or on the tab's site. */
export const ALL_SITES = { origins: ['<all_urls>'] };

/** The leave to read a tab's site; `undefined` for addresses that are no site's, and for those that are not told. */
export function siteLeave({ address, site }: ActiveTab): { origins: string[] } | undefined {
  if (address === undefined || site === undefined) return undefined;
  const { protocol, hostname } = new URL(address);
  return { origins: [`${protocol}//${hostname}/*`] };
}

async function mayRead(tab: ActiveTab): Promise<boolean> {
  if (tab.address !== undefined && tab.site === undefined) return true;
  return browserApi.permissions.contains(siteLeave(tab) ?? ALL_SITES);
}

async function listFrames(
  where: Omit<Injection<never>, 'func'>,
): Promise<PageMention[][] | undefined> {
  try {
    const frames = await browserApi.scripting.executeScript({ ...where, func: listMentions });
    return frames
      .sort((one, other) => one.frameId - other.frameId)
      .flatMap(({ frameId, result }) =>
        Array.isArray(result) ? [result.map((mention) => ({ ...mention, frame: frameId }))] : [],
      );
  } catch {
    return undefined;
  }
}

/** Runs in the page's isolated world and sees nothing of this module. */
function listMentions(): Promise<ListedMention[]> | undefined {
  const handles = globalThis as unknown as Record<symbol, PageHandle | undefined>;
  return handles[Symbol.for('ai-footnotes.page')]?.list();
}
