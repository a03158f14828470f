import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { coversSite } from '../settings/site-pattern';
import type { StoredSettings } from '../settings/store';
import { type PageReading, readMentions } from './active-page';
import type { ActiveTab } from './active-tab';

/** The page under the popup. Its reading is absent while it is read, and where marks are off. */
export interface ActivePage {
  tab: ActiveTab | undefined;
  reading?: PageReading;
  /** Reads the page once more, after the reader has let us in. */
  readAgain: () => void;
}

/** Whether names are marked in a tab, as far as the reader's switches say. */
export function isOnFor(tab: ActiveTab | undefined, settings: StoredSettings): boolean {
  const { site } = tab ?? {};
  return (
    settings.values.enabled &&
    !(site !== undefined && settings.mutedSites.some((pattern) => coversSite(pattern, site)))
  );
}

/**
 * The tab under the popup and its mentions, read again whenever a frame counts anew or the settings change.
 *
 * @returns `undefined` until the browser has said which tab it is.
 */
export function useActivePage(
  activeTab: Promise<ActiveTab | undefined>,
  settings: StoredSettings | undefined,
): ActivePage | undefined {
  const [tab, setTab] = useState<{ found: ActiveTab | undefined }>();
  const [reading, setReading] = useState<PageReading>();
  const [times, setTimes] = useState(0);
  const active = tab?.found;
  const isOn = settings !== undefined && isOnFor(active, settings);

  useLayoutEffect(() => {
    void activeTab.then((found) => setTab({ found }));
  }, [activeTab]);

  useEffect(() => {
    setReading(undefined);
    if (active === undefined || !isOn) return;
    let latest = 0;
    // Frames answer when they can: where changes come faster than readings end, only the last reading counts.
    const read = async () => {
      latest += 1;
      const turn = latest;
      const found = await readMentions(active);
      if (turn === latest) setReading(found);
    };
    // Frames tell the background how many mentions they have; the popup hears it too. It answers nothing.
    const onMessage = (heard: unknown) => {
      if ((heard as { name?: unknown } | null)?.name === 'mentions.counted') void read();
    };
    const onUpdated = (id: number, { status }: { status?: string }) => {
      if (id === active.id && status === 'complete') void read();
    };
    browser.runtime.onMessage.addListener(onMessage);
    browser.tabs.onUpdated.addListener(onUpdated);
    void read();
    return () => {
      latest += 1;
      browser.runtime.onMessage.removeListener(onMessage);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, [active, isOn, times]);

  if (tab === undefined) return undefined;
  return {
    tab: active,
    ...(reading && { reading }),
    readAgain: () => setTimes((count) => count + 1),
  };
}
