import browser from 'webextension-polyfill';
import { LatestAnswer } from '../messaging/latest-answer';
import type { PageHandle } from '../page/page-handle';
import { readSettings, type StoredSettings } from '../settings/store';
import { countedMessage, message } from '../ui/message';
import { iconStateOf, titleOf } from './icon-state';
import { action, unlessClosed } from './toolbar-action';

/** Above this the badge says so instead of the number: four digits do not fit. */
const BADGE_MAXIMUM = 999;

/**
 * Milliseconds a tab is not counted again for while a frame of it has not answered: one that hangs may never do so, and
 * a tab that nobody has looked at yet answers only once somebody does.
 */
const COUNT_PATIENCE = 2_000;

/** What the icon of a tab shows of its mentions. */
interface ShownCount {
  badge: string;
  title: string;
}

/** The counts of tabs, by their numbers. In memory alone: with the background the questions on their way are gone. */
const counts = new Map<number, LatestAnswer<ShownCount | undefined>>();

/**
 * A frame of a tab has found another number of mentions: counts the tab's. Each of a page's many frames tells of itself,
 * and every count asks them all.
 */
export function countMentions(tabId: number): void {
  countOf(tabId).ask(() => readCount(tabId));
}

/** Counts a tab's mentions under other settings: no number of before may come after it. */
export function countAnew(tabId: number, settings: StoredSettings): void {
  countOf(tabId).askAnew(() => readCount(tabId, settings));
}

/** A tab comes to another page, or goes on in its own: a number on its way may be that of the page before. */
export function dropCount(tabId: number): void {
  const count = counts.get(tabId);
  if (count?.isAsking) count.askAnew(() => readCount(tabId));
}

/** Shows the number again that the icon of a tab had, or was about to have, before its title was painted without. */
export async function restoreCount(tabId: number): Promise<void> {
  const isCounted = counts.get(tabId)?.isAsking || (await badgeOf(tabId)) !== '';
  if (isCounted) countMentions(tabId);
}

function countOf(tabId: number): LatestAnswer<ShownCount | undefined> {
  const known = counts.get(tabId);
  if (known !== undefined) return known;
  const made = new LatestAnswer<ShownCount | undefined>((shown) => {
    if (shown !== undefined) void showCount(tabId, shown);
  }, COUNT_PATIENCE);
  counts.set(tabId, made);
  return made;
}

/** What is to be shown; nothing where the tab has closed meanwhile, or the browser shows no badges. */
async function readCount(
  tabId: number,
  settings?: StoredSettings,
): Promise<ShownCount | undefined> {
  if (action.setBadgeText === undefined) return undefined;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (tab === undefined) return undefined;
  const current = settings ?? (await readSettings());
  const state = iconStateOf(tab.url, current);
  // A page that has not heard of a mute yet would still answer with its mentions.
  const count = state === 'on' && current.values.badge ? await countIn(tabId) : 0;
  if (count === 0) return { badge: '', title: titleOf(state) };
  const counted = countedMessage('mentionsOne', 'mentionsOther', count);
  return {
    badge: count > BADGE_MAXIMUM ? `${BADGE_MAXIMUM}+` : String(count),
    title: `${message('extensionName')}: ${counted}`,
  };
}

/**
 * Asks all frames, rather than adding up what they have said: a sum would have to outlive the service
 * worker, and to learn of every frame that goes.
 */
async function countIn(tabId: number): Promise<number> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: countMentionsOfFrame,
      // A frame that never ends to load would keep the number of all others from the badge.
      injectImmediately: true,
    });
    return frames.reduce((sum, { result }) => sum + (typeof result === 'number' ? result : 0), 0);
  } catch {
    return 0; // closed meanwhile, or a page of the browser's own
  }
}

/** Runs in the page's isolated world and sees nothing of this module. */
function countMentionsOfFrame(): number {
  const handles = globalThis as unknown as Record<symbol, PageHandle | undefined>;
  return handles[Symbol.for('ai-footnotes.page')]?.count ?? 0;
}

async function showCount(tabId: number, { badge, title }: ShownCount): Promise<void> {
  await unlessClosed(
    action.setBadgeText?.({ tabId, text: badge }),
    action.setTitle?.({ tabId, title }),
  );
}

/** The badge of a tab; empty where there is none, or the tab has closed. */
async function badgeOf(tabId: number): Promise<string> {
  return (await action.getBadgeText?.({ tabId }).catch(() => '')) ?? '';
}
