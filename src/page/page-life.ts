import { CLIP_HANDLE, type ClipHandle } from './clip-handle';
import { isWebPage } from './is-web-page';
import { type ListedMention, PAGE_HANDLE, type PageHandle } from './page-handle';

type World = { [PAGE_HANDLE]?: PageHandle; [CLIP_HANDLE]?: ClipHandle };

/**
 * Leaves one script in this world: one from before an update, or one that knows less, is ended; beside one that
 * lives and knows as much, nothing is begun.
 *
 * @param make Makes the new script; not called in documents that are no web pages.
 * @param knows Whether it knows what names mean.
 */
export function takeOver<Script extends PageHandle>(
  make: () => Script,
  knows = false,
): Script | undefined {
  const world = globalThis as World;
  const before = world[PAGE_HANDLE];
  if (before && !before.yieldsTo(knows)) return undefined;
  before?.stop();
  delete world[PAGE_HANDLE];
  if (!isWebPage()) return undefined;
  const script = make();
  world[PAGE_HANDLE] = script;
  return script;
}

/** What the script lists that has taken another's place; nothing where none has. */
export function listOfSuccessor(
  script: PageHandle,
  options: { why?: boolean },
): Promise<ListedMention[]> | ListedMention[] {
  const handle = (globalThis as World)[PAGE_HANDLE];
  return !handle || handle === script ? [] : handle.list(options);
}

/**
 * Takes away what a script before has left in the page: Firefox takes the world away with the old script, unasked,
 * and the card it showed stays. In Chromium the world stays, and the old script takes its own away when it is ended;
 * only a form can be left. To look through a whole page takes up to a third of a millisecond.
 */
export function removeLeftovers(): void {
  const form = (globalThis as World)[CLIP_HANDLE];
  if (!form && !import.meta.env.FIREFOX) return;
  for (const left of document.querySelectorAll('ai-footnotes[popover]')) {
    if (left !== form?.host || form.isOrphaned()) left.remove();
  }
}
