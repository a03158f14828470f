import browser, { type Tabs } from 'webextension-polyfill';
import type { PageHandle } from '../page/page-handle';
import { isMuted } from '../settings/site-pattern';
import { readSettings, type StoredSettings } from '../settings/store';
import { countedMessage, message } from '../ui/message';
import { onTabStatus } from './tab-status';

/** What the icon in the toolbar can say; each is a set of pictures in `public/icon/`. */
type IconState = 'on' | 'muted' | 'off';

const SIZES = [16, 24, 32, 48] as const;

/** Above this the badge says so instead of the number: four digits do not fit. */
const BADGE_MAXIMUM = 999;

/** The tile of the icon, so that badge and icon read as one. */
const BADGE_COLOUR = '#0d756c';

/** Firefox for Android has no badge and no icons to change. */
const action = browser.action as Partial<typeof browser.action>;

/** Key of `storage.session`: the settings the toolbar shows, so that a woken service worker need not paint. */
const PAINTED_KEY = 'toolbar';

/** Shows in the toolbar whether marks are on, in general and in every tab, after a change of the settings. */
export async function paintToolbar(settings: StoredSettings): Promise<void> {
  const { enabled, badge } = settings.values;
  const painted = JSON.stringify([enabled, badge, settings.mutedSites]);
  if ((await browser.storage.session.get(PAINTED_KEY))[PAINTED_KEY] === painted) return;
  await Promise.all([
    action.setIcon?.({ path: iconPaths(enabled ? 'on' : 'off') }),
    action.setTitle?.({ title: titleOf(enabled ? 'on' : 'off') }),
    action.setBadgeBackgroundColor?.({ color: BADGE_COLOUR }),
    action.setBadgeTextColor?.({ color: '#ffffff' }),
  ]);
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map((tab) => paintTab(tab, settings)));
  await browser.storage.session.set({ [PAINTED_KEY]: painted });
  // Not waited for: a tab that nobody has looked at yet answers only once somebody does.
  for (const { id } of tabs) void showCount(id, settings);
}

/** Keeps the icon of each tab right as it goes from site to site; browsers forget it then. */
export function followTabs(): void {
  onTabStatus('loading', async (_id, tab) => paintTab(tab, await readSettings()));
}

/** A frame of a tab has found another number of mentions: counts the tab's anew. */
export async function countMentions(tab: number | undefined): Promise<void> {
  await showCount(tab, await readSettings());
}

async function paintTab(tab: Tabs.Tab, settings: StoredSettings): Promise<void> {
  if (tab.id === undefined) return;
  const state = stateOf(tab.url, settings);
  await unlessClosed(
    action.setIcon?.({ tabId: tab.id, path: iconPaths(state) }),
    action.setTitle?.({ tabId: tab.id, title: titleOf(state) }),
  );
}

async function showCount(tabId: number | undefined, settings: StoredSettings): Promise<void> {
  if (tabId === undefined || action.setBadgeText === undefined) return;
  const tab = await browser.tabs.get(tabId).catch(() => undefined); // closed meanwhile
  if (tab === undefined) return;
  const state = stateOf(tab.url, settings);
  // A page that has not heard of a mute yet would still answer with its mentions.
  const count = state === 'on' && settings.values.badge ? await countIn(tabId) : 0;
  const title =
    count === 0
      ? titleOf(state)
      : `${message('extensionName')}: ${countedMessage('mentionsOne', 'mentionsOther', count)}`;
  await unlessClosed(
    action.setBadgeText({ tabId, text: badgeText(count) }),
    action.setTitle?.({ tabId, title }),
  );
}

/**
 * Asks all frames, rather than adding up what they have said: a sum would have to outlive the service
 * worker, and to learn of every frame that goes.
 */
async function countIn(tab: number): Promise<number> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId: tab, allFrames: true },
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

function stateOf(address: string | undefined, settings: StoredSettings): IconState {
  if (!settings.values.enabled) return 'off';
  return isMuted(address, settings.mutedSites) ? 'muted' : 'on';
}

function titleOf(state: IconState): string {
  const states: Record<IconState, string> = {
    on: message('extensionName'),
    muted: message('titleMuted'),
    off: message('titleOff'),
  };
  return states[state];
}

function iconPaths(state: IconState): Record<number, string> {
  return Object.fromEntries(SIZES.map((size) => [size, `/icon/${state}-${size}.png`]));
}

function badgeText(count: number): string {
  if (count === 0) return '';
  return count > BADGE_MAXIMUM ? `${BADGE_MAXIMUM}+` : String(count);
}

/** Tabs close at any time, also between a look at them and a call. */
async function unlessClosed(...calls: readonly (Promise<void> | undefined)[]): Promise<void> {
  await Promise.allSettled(calls);
}
