import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { Extension } from './extension';
import type { BrowserKind } from './find-browsers.mjs';
import { BROWSER_NAMES, type LaunchSettings, launchOptions, viewportOf } from './launch-options';
import { PageServer } from './page-server';
import { RefusingProxy } from './refusing-proxy';
import { WindowPool } from './window-pool';

export interface SessionOptions extends LaunchSettings {
  /** Folder of a packaged build to install; without one the browser stays bare, for comparison. */
  extension?: string;
  /**
   * Lets nothing through but loopback: pages that want the world load at once and always the same. What was
   * asked for is in {@link Session.asked}.
   */
  offline?: boolean;
  /** Keeps the windows of tabs that were closed for those to come: what is many tabs long is over sooner. */
  keepsWindows?: boolean;
}

/** Milliseconds a page has to be read with all its frames; of these some tests have hundreds. */
const NAVIGATION_LIMIT = 100_000;

/** As in the manifest, and for its reasons. */
const OLDEST = { chrome: 140, firefox: 150 };

/** A browser in a fresh profile with the packaged extension in it, and a server for its pages. */
export class Session {
  readonly #tabs = new Set<Page>();

  private constructor(
    readonly kind: BrowserKind,
    readonly browser: Browser,
    readonly pages: PageServer,
    private readonly installed: Extension | undefined,
    private readonly proxy: RefusingProxy | undefined,
    private readonly saving: string | undefined,
    private readonly windows: WindowPool | undefined,
  ) {}

  /** What an offline browser has asked of the network in vain, in order; see {@link RefusingProxy.asked}. */
  get asked(): readonly string[] {
    if (this.proxy === undefined)
      throw new Error('Only an offline session knows what it asks for.');
    return this.proxy.asked;
  }

  /** @throws {Error} in a session that was launched without it. */
  get extension(): Extension {
    if (this.installed === undefined) throw new Error('This browser runs without the extension.');
    return this.installed;
  }

  /** The folder that takes what pages save. @throws {Error} in a session that was launched without one. */
  get downloads(): string {
    if (this.saving === undefined) throw new Error('This browser saves where it likes.');
    return this.saving;
  }

  /**
   * Launches a browser.
   *
   * @throws {Error} where the machine has none of this kind, or it does not take the extension.
   */
  static async launch(kind: BrowserKind, options: SessionOptions = {}): Promise<Session> {
    const pages = await PageServer.start();
    const proxy = options.offline ? await RefusingProxy.start() : undefined;
    let browser: Browser | undefined;
    try {
      browser = await puppeteer.launch(launchOptions(kind, options, proxy?.port));
      await checkVersion(kind, browser);
      const extension =
        options.extension === undefined
          ? undefined
          : await Extension.install(
              browser,
              kind,
              options.extension,
              options.profile === undefined,
            );
      const windows =
        options.keepsWindows && extension
          ? new WindowPool(browser, extension, pages, viewportOf(kind, options))
          : undefined;
      return new Session(kind, browser, pages, extension, proxy, options.downloads, windows);
    } catch (error) {
      await Promise.all([browser?.close(), pages.stop(), proxy?.stop()]);
      throw error;
    }
  }

  /**
   * Opens an address in a tab of its own and waits until its document is read.
   *
   * @throws {Error} where the address does not load.
   */
  async open(address: string): Promise<Page> {
    const page = await this.newTab();
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return page;
  }

  /** An empty tab in a window of its own, so that it counts as visible whatever else is open. */
  async newTab(): Promise<Page> {
    const page = await (this.windows?.newTab() ?? this.#newWindow());
    page.setDefaultNavigationTimeout(NAVIGATION_LIMIT);
    this.#tabs.add(page);
    return page;
  }

  async #newWindow(): Promise<Page> {
    const page = await this.browser.newPage({ type: 'window' });
    await this.installed?.adopt(page, this.pages);
    return page;
  }

  /** The tabs that were brought here, pages of the extension's own too, and those that were closed since. */
  get tabs(): ReadonlySet<Page> {
    return new Set([...this.#tabs, ...(this.installed?.pages ?? [])]);
  }

  /** Closes the tabs that were brought after a moment, told by the {@link tabs} of then. */
  async closeTabsSince(earlier: ReadonlySet<Page>): Promise<void> {
    for (const tab of this.tabs) {
      if (!earlier.has(tab) && !tab.isClosed()) await tab.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.browser.close(), this.pages.stop(), this.proxy?.stop()]);
  }
}

/** An older browser would refuse the extension, and say so in words that help nobody. */
async function checkVersion(kind: BrowserKind, browser: Browser): Promise<void> {
  const version = await browser.version();
  const major = Number(/\/(\d+)/.exec(version)?.[1]);
  if (major < OLDEST[kind]) {
    throw new Error(
      `AI Footnotes needs ${BROWSER_NAMES[kind]} ${OLDEST[kind]} or later; this is ${version}.`,
    );
  }
}
