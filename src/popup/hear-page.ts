import { isWebPage } from '../page/is-web-page';
import type { ListedMention, PageHandle } from '../page/page-handle';
import type { ActiveTab } from './active-tab';
import { browserApi, type Injection } from './browser-api';

/** A mention of the page, and the frame it stands in. */
export interface PageMention extends ListedMention {
  frame: number;
}

/** What a tab says of itself; nothing is done to its page. */
export interface HeardPage {
  /** The mentions of each frame that our script is in, by its number; absent where the browser keeps extensions out. */
  frames?: HeardFrames;
  /** Whether the reader lets the extension read the tab's site; addresses that are no site's need no leave. */
  isAllowed: boolean;
}

/** In the order of their numbers: {@link MAIN_FRAME} first, if our script is there. */
export type HeardFrames = ReadonlyMap<number, readonly PageMention[]>;

/** The number of the frame that is the page itself, in both browsers. */
export const MAIN_FRAME = 0;

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
export function listIdleFrames({ id }: ActiveTab): Promise<HeardFrames | undefined> {
  return listFrames({ target: { tabId: id } });
}

/** Whether the document of a tab is one that names are marked in; `undefined` where it has gone meanwhile. */
export async function hasText({ id }: ActiveTab): Promise<boolean | undefined> {
  try {
    const [main] = await browserApi.scripting.executeScript({
      target: { tabId: id },
      func: isWebPage,
      injectImmediately: true,
    });
    return main?.result ?? undefined;
  } catch {
    return undefined;
  }
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
  try {
    return await browserApi.permissions.contains(siteLeave(tab) ?? ALL_SITES);
  } catch {
    return false;
  }
}

async function listFrames(where: Omit<Injection<never>, 'func'>): Promise<HeardFrames | undefined> {
  try {
    const frames = await browserApi.scripting.executeScript({ ...where, func: listMentions });
    return new Map(
      frames
        .sort((one, other) => one.frameId - other.frameId)
        .flatMap(({ frameId, result }) =>
          Array.isArray(result)
            ? [[frameId, result.map((mention) => ({ ...mention, frame: frameId }))] as const]
            : [],
        ),
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
