import browser, { type Tabs } from 'webextension-polyfill';

/**
 * Hears of tabs that begin to load a page or come to its address (`loading`), or that have loaded it (`complete`). Other
 * news of tabs, such as a new title, are not heard, and do not wake the background in Firefox.
 */
export function onTabStatus(
  wanted: Tabs.TabStatus,
  heard: (id: number, tab: Tabs.Tab) => unknown,
): void {
  const { onUpdated } = browser.tabs;
  const listener = (id: number, { status }: { status?: string }, tab: Tabs.Tab) =>
    status === wanted ? heard(id, tab) : undefined;
  if (!import.meta.env.FIREFOX) {
    // Chromium refuses to be given a filter.
    onUpdated.addListener(listener);
    return;
  }
  try {
    onUpdated.addListener(listener, { properties: ['status'] });
  } catch {
    // So does Firefox for Android, with an error that would take the rest of the background along.
    onUpdated.addListener(listener);
  }
}
