import browser, { type Tabs } from 'webextension-polyfill';
import type { PageHandle } from '../page/page-handle';
import { openGlossary } from './glossary-tab';

/** A selection may be a whole page; a search is a few words. */
const SEARCH_CHARACTERS = 80;

/** Opens the card of the mention that a selection touches, or searches the glossary for the selection. */
export async function lookUpSelection(
  tab: Tabs.Tab | undefined,
  frame: number | undefined,
  selection: string,
): Promise<void> {
  if (tab?.id !== undefined && (await revealSelection(tab.id, frame ?? 0))) return;
  const search = selection.trim().replace(/\s+/g, ' ').slice(0, SEARCH_CHARACTERS);
  await openGlossary(search === '' ? undefined : { search });
}

async function revealSelection(tab: number, frame: number): Promise<boolean> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [frame] },
      func: revealSelectionOfFrame,
      injectImmediately: true,
    });
    return answer?.result === true;
  } catch {
    return false; // a page that extensions are kept out of
  }
}

/** Runs in the page's isolated world and sees nothing of this module. */
async function revealSelectionOfFrame(): Promise<boolean> {
  const handles = globalThis as unknown as Record<symbol, PageHandle | undefined>;
  // Until then the name that is selected need not be known; by then another script may have taken over.
  await handles[Symbol.for('ai-footnotes.page')]?.list();
  return handles[Symbol.for('ai-footnotes.page')]?.revealSelection() ?? false;
}
