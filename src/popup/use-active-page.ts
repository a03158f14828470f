import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { coversSite } from '../settings/site-pattern';
import type { StoredSettings } from '../settings/store';
import { type ActiveTab, type PageReading, readActiveTab, readMentions } from './active-page';

/** The page under the popup. Its reading is absent while it is read, and where marks are off. */
export interface ActivePage {
  tab: ActiveTab | undefined;
  reading?: PageReading;
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
export function useActivePage(settings: StoredSettings | undefined): ActivePage | undefined {
  const [page, setPage] = useState<ActivePage>();
  const tab = page?.tab;
  const isOn = settings !== undefined && isOnFor(tab, settings);

  useEffect(() => {
    void readActiveTab().then((found) => setPage({ tab: found }));
  }, []);

  useEffect(() => {
    if (tab === undefined) return;
    if (!isOn) {
      setPage({ tab });
      return;
    }
    let current = true;
    const read = async () => {
      const reading = await readMentions(tab);
      if (current) setPage({ tab, reading });
    };
    // Frames tell the background how many mentions they have; the popup hears it too. It answers nothing.
    const onMessage = (heard: unknown) => {
      if ((heard as { name?: unknown } | null)?.name === 'mentions.counted') void read();
    };
    browser.runtime.onMessage.addListener(onMessage);
    void read();
    return () => {
      current = false;
      browser.runtime.onMessage.removeListener(onMessage);
    };
  }, [tab, isOn]);

  return page;
}
