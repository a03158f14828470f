import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { reasonOf } from '../packs/reason-of';
import type { StoredSettings } from '../settings/store';
import { type PageReading, readMentions } from './active-page';
import { isCount, readActiveTab, type TabAtHand } from './active-tab';
import { isOnFor, type KnownPage } from './page-state';

export interface ActivePage extends KnownPage {
  /** Reads the page once more: after the reader has let us in, or after a failure. */
  readAgain: () => void;
}

/** The tab under the popup and its mentions, read again whenever a frame counts anew or the settings change. */
export function useActivePage(
  firstAsked: Promise<TabAtHand | undefined>,
  settings: StoredSettings | undefined,
): ActivePage {
  const [activeTab, setActiveTab] = useState(firstAsked);
  const [asked, setAsked] = useState<{ found?: TabAtHand | undefined; failure?: string }>();
  const [read, setRead] = useState<{ reading?: PageReading; failure?: string }>({});
  const [times, setTimes] = useState(0);
  const isHeard = useRef(false);
  const atHand = asked?.found;
  const isOn = settings !== undefined && isOnFor(atHand?.tab, settings);

  // Effects after paint would be a frame too late for a popup.
  useLayoutEffect(() => {
    setAsked(undefined);
    activeTab.then(
      (found) => setAsked({ found }),
      (error) => setAsked({ failure: reasonOf(error) }),
    );
  }, [activeTab]);

  useLayoutEffect(() => {
    setRead({});
    if (atHand === undefined || !isOn) return;
    const { tab } = atHand;
    let latest = 0;
    // Frames answer when they can: where changes come faster than readings end, only the last reading counts.
    const readPage = async () => {
      latest += 1;
      const turn = latest;
      const heard = isHeard.current || atHand.isOutdated ? undefined : atHand.heard;
      isHeard.current = true;
      try {
        const found = await readMentions(tab, heard);
        if (turn === latest) setRead({ reading: found });
      } catch (error) {
        if (turn === latest) setRead({ failure: reasonOf(error) });
      }
    };
    const onMessage = (message: unknown) => {
      if (isCount(message)) void readPage();
    };
    const onUpdated = (id: number, { status }: { status?: string }) => {
      if (id === tab.id && status === 'complete') void readPage();
    };
    browser.runtime.onMessage.addListener(onMessage);
    browser.tabs.onUpdated.addListener(onUpdated);
    void readPage();
    return () => {
      latest += 1;
      browser.runtime.onMessage.removeListener(onMessage);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, [atHand, isOn, times]);

  return {
    isAsking: asked === undefined,
    ...(atHand && { tab: atHand.tab }),
    ...(asked?.failure === undefined ? read : { failure: asked.failure }),
    readAgain: () => (atHand ? setTimes((count) => count + 1) : setActiveTab(readActiveTab())),
  };
}
