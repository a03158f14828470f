import type { Browser, Page, Viewport } from 'puppeteer-core';
import type { Extension } from './extension';
import type { PageServer } from './page-server';

/**
 * Windows that are lent to one tab each, so that it counts as visible whatever else is open, and kept for the next:
 * one that is made anew for each tab takes a browser half a second of work.
 */
export class WindowPool {
  /** The windows' numbers in the extension's API, each with the tab it was lent to last. */
  readonly #windows = new Map<number, Page>();

  /** @param viewport What each tab is given as its size. */
  constructor(
    private readonly browser: Browser,
    private readonly extension: Extension,
    private readonly pages: PageServer,
    private readonly viewport: Viewport | null,
  ) {}

  /** An empty tab, the only one to be seen of its window. */
  async newTab(): Promise<Page> {
    const free = [...this.#windows].find(([, page]) => page.isClosed());
    const windowId = free ? free[0] : await this.#newWindow();
    const page = await this.extension.newTab(windowId, this.pages);
    this.#windows.set(windowId, page);
    // Puppeteer does so where it finds a tab in Chromium, in Firefox only where it opened it.
    if (this.viewport) await page.setViewport(this.viewport);
    return page;
  }

  /** A window with one tab that stays behind, so that it outlives those that come after. */
  async #newWindow(): Promise<number> {
    const page = await this.browser.newPage({ type: 'window' });
    await this.extension.adopt(page, this.pages);
    const windowId = await this.extension.windowOf(page);
    await page.goto('about:blank');
    return windowId;
  }
}
