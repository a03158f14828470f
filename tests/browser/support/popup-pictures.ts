import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { World } from './in-each-browser';

/** A file of the package with nothing in it to run. */
export const EMPTY_POPUP = 'manifest.json';

/** Milliseconds from the beginning of the toolbar's popup. */
export interface PopupPictures {
  /** To its first picture that is not blank. */
  first: number;
  /** To the one with the largest text of the list; 0 where there is none. */
  list: number;
}

/** When the toolbar's popup showed what; it is opened over a tab, and closed. */
export async function popupPictures(
  { extension }: World,
  over: Page,
  path: string,
): Promise<PopupPictures> {
  await over.bringToFront();
  // A window that comes to the front later would close the popup.
  await over.waitForFunction(() => document.hasFocus());
  await extension.evaluate(
    async (api, tabId, popup) => {
      const { windowId = 0 } = await api.tabs.get(tabId);
      await api.action.setPopup({ popup });
      await api.action.openPopup({ windowId });
    },
    extension.tabId(over),
    path,
  );
  // Asked from outside: a page in the background has its timers slowed to one a second.
  const painted = () =>
    extension.evaluate((api) => {
      const [view] = api.extension.getViews({ type: 'popup' as never });
      return view?.performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    });
  await expect.poll(painted).toBeGreaterThan(0);
  const first = await painted();
  const drawnList = () =>
    extension.evaluate(async (api) => {
      const [found] = api.extension.getViews({ type: 'popup' as never });
      const view = found as unknown as typeof globalThis | undefined;
      if (!view?.document.querySelector('.mentioned li')) return 0;
      // Browsers note each text that is larger than those before it, with the time it was drawn.
      const drawn = await new Promise<PerformanceEntryList>((resolve) => {
        new view.PerformanceObserver((list) => resolve(list.getEntries())).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      });
      const ofList = drawn.find((entry) =>
        (entry as LargestContentfulPaint).element?.closest('.mentions'),
      );
      return ofList?.startTime ?? 0;
    });
  if (path !== EMPTY_POPUP) await expect.poll(drawnList).toBeGreaterThan(0);
  const list = path === EMPTY_POPUP ? 0 : await drawnList();
  const views = () =>
    extension.evaluate((api) => {
      const open = api.extension.getViews({ type: 'popup' as never });
      for (const view of open) view.close();
      return open.length;
    });
  await expect.poll(views).toBe(0);
  await extension.evaluate((api) => api.action.setPopup({ popup: 'popup.html' }));
  return { first, list };
}
