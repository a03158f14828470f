import { siteOf } from '../settings/site-pattern';

/** The tab the popup stands over. */
export interface ActiveTab {
  id: number;
  /** Absent where the browser does not tell: no permission, or a page of its own. */
  address?: string;
  /** As `siteOf` has it. */
  site?: string;
}

interface Tabs {
  query(of: { active: true; currentWindow: true }): Promise<{ id?: number; url?: string }[]>;
  getCurrent(): Promise<object | undefined>;
}

/** Needed before the popup's code is there: both browsers give promises, so no polyfill need come first. */
const { tabs } = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as { tabs: Tabs };

/** The tab in front of the window the popup belongs to; `undefined` for a window without tabs. */
export async function readActiveTab(): Promise<ActiveTab | undefined> {
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  const site = tab.url === undefined ? undefined : siteOf(tab.url);
  return {
    id: tab.id,
    ...(tab.url !== undefined && { address: tab.url }),
    ...(site !== undefined && { site }),
  };
}

/** Whether the popup's page stands in a tab of its own, as on a phone, and not in the browser's window for popups. */
export async function isInTab(): Promise<boolean> {
  return (await tabs.getCurrent()) !== undefined;
}
