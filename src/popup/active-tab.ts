import { siteOf } from '../settings/site-pattern';
import { browserApi, type FoundTab, type MessageSender } from './browser-api';
import { type HeardPage, hearPage } from './hear-page';

/** The tab the popup stands over. */
export interface ActiveTab {
  id: number;
  /** Absent where the browser does not tell: no permission, or a page of its own. */
  address?: string;
  /** As `siteOf` has it. */
  site?: string;
}

/** The tab at hand, and what its page was asked before the popup's code was there. */
export interface TabAtHand {
  tab: ActiveTab;
  heard: Promise<HeardPage>;
  /** Whether a frame of it has counted anew since it was asked. */
  isOutdated: boolean;
}

/**
 * The tab in front of the window the popup belongs to; `undefined` for a window without tabs. Its page is asked at
 * once: the list is what the reader waits for.
 *
 * @throws {Error} where the browser does not say which tab that is.
 */
export async function readActiveTab(): Promise<TabAtHand | undefined> {
  const [found] = await browserApi.tabs.query({ active: true, currentWindow: true });
  return found && takeInHand(found);
}

/** A tab as it is now, with its page asked for its mentions at once; `undefined` for one that has no number. */
export function takeInHand({ id, url }: FoundTab): TabAtHand | undefined {
  if (id === undefined) return undefined;
  const site = url === undefined ? undefined : siteOf(url);
  const tab = {
    id,
    ...(url !== undefined && { address: url }),
    ...(site !== undefined && { site }),
  };
  const atHand = { tab, heard: hearPage(tab), isOutdated: false };
  browserApi.runtime.onMessage.addListener((message, sender) => {
    if (isCountOf(tab, message, sender)) atHand.isOutdated = true;
  });
  return atHand;
}

/** Whether a tab has gone where other leave and another switch hold: to another host, another scheme, or out of sight. */
export function isElsewhere({ address }: ActiveTab, url: string | undefined): boolean {
  const [before, now] = [address, url].map((one) => {
    const { protocol, host } = one === undefined ? {} : new URL(one);
    return `${protocol}//${host}`;
  });
  return before !== now;
}

/** Whether a frame of a tab tells the background, and with it us, that it has another number of mentions. */
export function isCountOf(tab: ActiveTab, message: unknown, sender: MessageSender): boolean {
  const { name } = Object(message) as { name?: unknown };
  return name === 'mentions.counted' && sender.tab?.id === tab.id;
}

/** Whether the popup's page stands in a tab of its own, as on a phone, and not in the browser's window for popups. */
export async function isInTab(): Promise<boolean> {
  return (await browserApi.tabs.getCurrent()) !== undefined;
}
