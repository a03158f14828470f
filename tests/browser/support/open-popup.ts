import type { Page } from 'puppeteer-core';
import type { World } from './in-each-browser';

/**
 * Opens the popup's page over another tab: behind it in the same window, where it takes that tab for the one
 * in front, as the real popup does.
 */
export async function openPopup({ extension }: World, over: Page): Promise<Page> {
  const popup = await extension.openPage('popup.html');
  await extension.evaluate(async (api, over) => {
    const { windowId = 0 } = await api.tabs.get(over);
    const tabs = await api.tabs.query({ url: api.runtime.getURL('/popup.html') });
    for (const { id = 0 } of tabs) await api.tabs.move(id, { windowId, index: -1 });
    await api.tabs.update(over, { active: true });
  }, extension.tabId(over));
  await extension.navigate(popup, 'popup.html');
  // Frames are not drawn behind another tab, so the default polling would wait for ever.
  await popup.waitForFunction(() => document.querySelector('main'), { polling: 100 });
  return popup;
}
