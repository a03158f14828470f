import browser, { type Tabs } from 'webextension-polyfill';
import { readSettings, type StoredSettings } from '../settings/store';
import { type IconState, iconStateOf, titleOf } from './icon-state';
import { countAnew, dropCount, restoreCount } from './mention-count';
import { onTabStatus } from './tab-status';
import { action, unlessClosed } from './toolbar-action';

const SIZES = [16, 24, 32, 48] as const;

/** The tile of the icon, so that badge and icon read as one. */
const BADGE_COLOUR = '#0d756c';

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
  for (const { id } of tabs) if (id !== undefined) countAnew(id, settings);
}

/** Keeps the icon of each tab right as it goes from site to site; browsers forget it then. */
export function followTabs(): void {
  onTabStatus('loading', async (id, tab) => {
    dropCount(id);
    await paintTab(tab, await readSettings());
    await restoreCount(id);
  });
}

async function paintTab(tab: Tabs.Tab, settings: StoredSettings): Promise<void> {
  if (tab.id === undefined) return;
  const state = iconStateOf(tab.url, settings);
  await unlessClosed(
    action.setIcon?.({ tabId: tab.id, path: iconPaths(state) }),
    action.setTitle?.({ tabId: tab.id, title: titleOf(state) }),
  );
}

function iconPaths(state: IconState): Record<number, string> {
  return Object.fromEntries(SIZES.map((size) => [size, `/icon/${state}-${size}.png`]));
}
