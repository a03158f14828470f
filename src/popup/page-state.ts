import { coversSite } from '../settings/site-pattern';
import type { StoredSettings } from '../settings/store';
import type { PageReading, UnreadableReason } from './active-page';
import type { ActiveTab } from './active-tab';

/** What is known of the page under the popup. */
export interface KnownPage {
  /** Absent while the browser is asked for it, and in a window without tabs. */
  tab?: ActiveTab;
  isAsking: boolean;
  /** Absent while the page is read, and where marks are off. */
  reading?: PageReading;
  /** In the browser's own words, why tab or page could not be read. */
  failure?: string;
}

/** What the popup shows of a page: its mentions, or why there are none to show. */
export type PageState =
  | 'off'
  | 'muted'
  /** The browser has not said yet, or the page has not. */
  | 'reading'
  /** The browser has refused to say. */
  | 'failed'
  | 'none'
  | 'listed'
  | UnreadableReason;

/** What is to be said of a page; what the reader has switched off comes first, and needs no page to be said. */
export function pageState(page: KnownPage, settings: StoredSettings): PageState {
  const { tab, isAsking, reading, failure } = page;
  if (!settings.values.enabled) return 'off';
  if (isAsking) return 'reading';
  if (!isOnFor(tab, settings)) return 'muted';
  if (failure !== undefined) return 'failed';
  if (tab === undefined) return 'protected';
  if (reading === undefined) return 'reading';
  if (reading.unreadable !== undefined) return reading.unreadable;
  return reading.mentions.length === 0 ? 'none' : 'listed';
}

/** Whether names are marked in a tab, as far as the reader's switches say. */
export function isOnFor(tab: ActiveTab | undefined, settings: StoredSettings): boolean {
  const { site } = tab ?? {};
  return (
    settings.values.enabled &&
    !(site !== undefined && settings.mutedSites.some((pattern) => coversSite(pattern, site)))
  );
}
