import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { LatestAnswer } from '../messaging/latest-answer';
import { reasonOf } from '../packs/reason-of';
import type { StoredSettings } from '../settings/store';
import { readMentions } from './active-page';
import {
  type ActiveTab,
  isCountOf,
  isElsewhere,
  readActiveTab,
  type TabAtHand,
  takeInHand,
} from './active-tab';
import type { FoundTab, MessageSender } from './browser-api';
import type { HeardPage } from './hear-page';
import { isOnFor, type KnownPage } from './page-state';

export interface ActivePage extends KnownPage {
  /** Reads the page once more: after the reader has let us in, or after a failure. */
  readAgain: () => void;
}

/** What came of a reading; nothing of one that is on its way. */
type PageRead = Pick<KnownPage, 'reading' | 'failure'>;

/** Milliseconds after which a page is read again though a frame of it has not answered yet: one that hangs never does. */
const READING_PATIENCE = 2_000;

/** The tab under the popup and its mentions, read again whenever a frame counts anew or the settings change. */
export function useActivePage(
  firstAsked: Promise<TabAtHand | undefined>,
  settings: StoredSettings | undefined,
): ActivePage {
  const [activeTab, setActiveTab] = useState(firstAsked);
  const [asked, setAsked] = useState<{ found?: TabAtHand | undefined; failure?: string }>();
  const [read, setRead] = useState<PageRead>({});
  const [times, setTimes] = useState(0);
  /** The last one whose first answer was taken. */
  const heardOf = useRef<TabAtHand | undefined>(undefined);
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
    if (atHand === undefined) return;
    const { tab } = atHand;
    // A redirect, or the reader. Also where nothing is read: the switch must not speak of the site before.
    const onUpdated = (id: number, _: unknown, now: FoundTab) => {
      if (id === tab.id && isElsewhere(tab, now.url)) setAsked({ found: takeInHand(now) });
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => browser.tabs.onUpdated.removeListener(onUpdated);
  }, [atHand]);

  useLayoutEffect(() => {
    setRead({});
    if (atHand === undefined || !isOn) return;
    const { tab } = atHand;
    const readings = new LatestAnswer<PageRead>(setRead, READING_PATIENCE);
    const readAgain = () => readPage(tab);
    const onMessage = (message: unknown, sender: MessageSender) => {
      if (isCountOf(tab, message, sender)) readings.ask(readAgain);
    };
    const onUpdated = (id: number, { status }: { status?: string }) => {
      // By now it may be another page, and the one before it may never answer.
      if (id === tab.id && status === 'complete') readings.askAnew(readAgain);
    };
    browser.runtime.onMessage.addListener(onMessage);
    browser.tabs.onUpdated.addListener(onUpdated);
    const heard = heardOf.current === atHand || atHand.isOutdated ? undefined : atHand.heard;
    heardOf.current = atHand;
    readings.ask(() => readPage(tab, heard));
    return () => {
      readings.stop();
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

async function readPage(tab: ActiveTab, heard?: Promise<HeardPage>): Promise<PageRead> {
  try {
    return { reading: await readMentions(tab, heard) };
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}
