import type { Page } from 'puppeteer-core';
import type { World } from './in-each-browser';

/**
 * Opens the popup's page over another tab: behind it in the same window, where it takes that tab for the one
 * in front, as the real popup does.
 */
export async function openPopup({ extension }: World, over: Page): Promise<Page> {
  // Something of the package with nothing in it to run, until the tab is where it belongs.
  const waiting = `icon/on-16.png#${crypto.randomUUID()}`;
  const popup = await extension.openPage(waiting);
  const tab = await extension.tabShowing(extension.url(waiting));
  await extension.evaluate(
    async (api, own, under) => {
      const { windowId = 0 } = await api.tabs.get(under);
      await api.tabs.move(own, { windowId, index: -1 });
      await api.tabs.update(under, { active: true });
    },
    tab,
    extension.tabId(over),
  );
  await extension.navigate(popup, 'popup.html');
  // Its frame is there at once, the switch once the settings are read.
  // Frames are not drawn behind another tab, so the default polling would wait for ever.
  await popup.waitForFunction(() => document.querySelector('.everywhere'), {
    polling: 100,
  });
  return popup;
}
