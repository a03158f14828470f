import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from './find-browsers.mjs';
import { FIREFOX_ORIGIN, navigateFirefox } from './firefox-extension';
import type { PageServer } from './page-server';
import { until } from './until';

/** What a function that runs beside the extension's page script is given first. */
export interface FrameTools {
  /** A shadow root, closed ones too. */
  shadowOf(element: Element): ShadowRoot | null;
}

/** What a function answered in one frame of a tab. */
export interface FrameAnswer<Result> {
  /** 0 is the main frame. */
  frameId: number;
  result: Result;
}

/** What an extension page's own API is called in both browsers. */
type ExtensionApi = typeof import('webextension-polyfill');

/** Puppeteer's own connection to Chromium, which is not public. */
interface CdpInternals {
  _connection: { send(method: string, params: object): Promise<unknown> };
}

/** Compilers that keep function names call this helper; the browser's side of the wire lacks it. */
const KEEP_NAMES = 'const __name = (value) => value;';

const FRAME_TOOLS = `{
  shadowOf: (element) =>
    globalThis.chrome?.dom
      ? chrome.dom.openOrClosedShadowRoot(element)
      : element.openOrClosedShadowRoot,
}`;

/** The installed extension, spoken to from inside: with its own privileges, in the packaged build. */
export class Extension {
  readonly #tabs = new WeakMap<Page, number>();
  readonly #pages = new Set<Page>();
  #host: Promise<Page> | undefined;

  private constructor(
    readonly browser: Browser,
    readonly kind: BrowserKind,
    readonly folder: string,
    readonly id: string,
  ) {}

  /**
   * Installs a build and waits until all that comes with it is over.
   *
   * @param isFirst Whether the profile has never had it: then it greets the reader with a page.
   */
  static async install(
    browser: Browser,
    kind: BrowserKind,
    folder: string,
    isFirst: boolean,
  ): Promise<Extension> {
    const path = resolve(folder);
    const extension = new Extension(browser, kind, path, await browser.installExtension(path));
    await extension.#registered();
    await extension.#greeted(isFirst);
    return extension;
  }

  /** The address of one of its pages: `popup.html`. */
  url(path: string): string {
    const origin = this.kind === 'chrome' ? `chrome-extension://${this.id}` : FIREFOX_ORIGIN;
    return `${origin}/${path}`;
  }

  /** Opens one of its pages in a tab and waits for its load. */
  async openPage(path: string): Promise<Page> {
    const page = await this.#openTab(path);
    this.#pages.add(page);
    return page;
  }

  /** The tabs that {@link openPage} brought, those that were closed since among them. */
  get pages(): ReadonlySet<Page> {
    return this.#pages;
  }

  /** Takes a tab to one of its pages; also loads that page anew. */
  async navigate(page: Page, path: string): Promise<void> {
    if (this.kind === 'firefox') await navigateFirefox(page, this.url(path));
    else await page.goto(this.url(path));
  }

  /**
   * Runs a function with the extension's privileges, in a tab that holds no code of its own.
   *
   * @param run Is sent as its source: it sees its arguments alone, which pass as JSON. The first is the
   *   extension API (`api.storage.local.get()`).
   */
  async evaluate<Args extends unknown[], Result>(
    run: (api: ExtensionApi, ...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const host = await this.#openHost();
    const list = ['globalThis.browser ?? chrome', ...args.map(inSource)].join(', ');
    return (await host.evaluate(
      `(async () => { ${KEEP_NAMES} return (${run})(${list}); })()`,
    )) as Result;
  }

  /**
   * Runs a function in every frame of a tab, in the isolated world of the extension's page script. Frames
   * where it cannot run are missing from the answer.
   *
   * @param run Is sent as its source, like that of {@link evaluate}.
   * @throws {Error} where it throws in the main frame.
   */
  async inFrames<Args extends unknown[], Result>(
    page: Page,
    run: (tools: FrameTools, ...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<FrameAnswer<Result>[]> {
    return this.#inject(page, true, run, args);
  }

  /** As {@link inFrames}, in the main frame alone. */
  async inPage<Args extends unknown[], Result>(
    page: Page,
    run: (tools: FrameTools, ...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const [answer] = await this.#inject(page, false, run, args);
    if (answer === undefined) throw new Error(`The extension does not reach ${page.url()}.`);
    return answer.result;
  }

  /** The extension API's number of a tab that {@link adopt} was told of. */
  tabId(page: Page): number {
    const id = this.#tabs.get(page);
    if (id === undefined) throw new Error('Only tabs opened by Session.open or newTab are known.');
    return id;
  }

  /**
   * Learns which tab of the extension API an empty tab is. Nothing says so but an address that no other
   * tab shows, so the tab visits one.
   */
  async adopt(page: Page, pages: PageServer): Promise<void> {
    const address = pages.handle(`/tab-${crypto.randomUUID()}`, '');
    await page.goto(address);
    this.#tabs.set(page, await this.tabShowing(address));
  }

  /**
   * Opens an empty tab in front of the others of a window, and learns which it is.
   *
   * @param windowId The extension API's number of the window.
   */
  async newTab(windowId: number, pages: PageServer): Promise<Page> {
    const address = pages.handle(`/tab-${crypto.randomUUID()}`, '');
    const brought = this.browser.waitForTarget((target) => target.url() === address);
    const id = await this.evaluate(
      async (api, windowId, url) => (await api.tabs.create({ windowId, url })).id,
      windowId,
      address,
    );
    const page = await (await brought).page();
    if (!page || id === undefined) throw new Error(`No tab came for ${address}.`);
    this.#tabs.set(page, id);
    return page;
  }

  /** The extension API's number of the window of a tab that {@link adopt} was told of. */
  async windowOf(page: Page): Promise<number> {
    const id = await this.evaluate(
      async (api, tabId) => (await api.tabs.get(tabId)).windowId,
      this.tabId(page),
    );
    if (id === undefined) throw new Error(`${page.url()} is in no window.`);
    return id;
  }

  /** The extension API's number of the tab that shows an address; the driver may hear of it before. */
  async tabShowing(address: string): Promise<number> {
    let found: number | undefined;
    await until(`the extension sees a tab with ${address}`, async () => {
      found = await this.evaluate(
        async (api, url) => (await api.tabs.query({})).find((tab) => tab.url === url)?.id,
        address,
      );
      return found !== undefined;
    });
    return found as number;
  }

  /** Waits until the scripts that come to a page once it is idle have come to all its frames. */
  async scriptsCame(page: Page): Promise<void> {
    await this.evaluate(
      // One more that waits for the same: it comes after those that are registered.
      (api, tabId) =>
        api.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => undefined }),
      this.tabId(page),
    );
  }

  /** Installs the same folder once more, which reloads the extension and orphans its scripts as an update does. */
  async reinstall(): Promise<void> {
    await this.#closeHost();
    await this.browser.installExtension(this.folder);
    await this.#registered();
  }

  /** Installs it once more in Chromium, and lets it into private windows; Puppeteer has no word for that. */
  async reinstallForPrivateWindows(): Promise<void> {
    await this.#closeHost();
    const { _connection: connection } = this.browser as unknown as CdpInternals;
    const options = { path: this.folder, enableInIncognito: true };
    await connection.send('Extensions.loadUnpacked', options);
    await this.#registered();
  }

  /** Waits until pages opened from now on get the extension's script. */
  async #registered(): Promise<void> {
    await until('the extension registers its script', () =>
      this.evaluate(async (api) => (await api.scripting.getRegisteredContentScripts()).length > 0),
    );
  }

  /** Waits until it has greeted the reader: the page would come before whatever was opened meanwhile. */
  async #greeted(isFirst: boolean): Promise<void> {
    await until('the extension greets the reader', () =>
      this.evaluate(async (api, isPageDue) => {
        const { welcomed } = await api.storage.local.get('welcomed');
        const [page] = await api.tabs.query({ url: api.runtime.getURL('/welcome.html') });
        return welcomed === true && (!isPageDue || page?.status === 'complete');
      }, isFirst),
    );
  }

  async #inject<Args extends unknown[], Result>(
    page: Page,
    allFrames: boolean,
    run: (tools: FrameTools, ...args: Args) => Result | Promise<Result>,
    args: Args,
  ): Promise<FrameAnswer<Result>[]> {
    const target = inSource({ tabId: this.tabId(page), allFrames });
    const list = [FRAME_TOOLS, ...args.map(inSource)].join(', ');
    const host = await this.#openHost();
    const answers = (await host.evaluate(`(async () => {
      const func = async () => {
        ${KEEP_NAMES}
        try {
          return { result: await (${run})(${list}) };
        } catch (error) {
          return { error: [error, error?.stack].join('\\n') };
        }
      };
      const { scripting } = globalThis.browser ?? chrome;
      return scripting.executeScript({ target: ${target}, injectImmediately: true, func });
    })()`)) as { frameId: number; result?: { result: Result; error?: string } }[];
    return answers
      .flatMap(({ frameId, result }) => {
        if (result?.error !== undefined && frameId === 0) throw new Error(result.error);
        return result === undefined || result === null || result.error !== undefined
          ? []
          : [{ frameId, result: result.result }];
      })
      .sort((a, b) => a.frameId - b.frameId);
  }

  async #openHost(): Promise<Page> {
    // Any document of the extension's origin has its privileges; this one runs nothing that could interfere.
    this.#host ??= this.#openTab('manifest.json');
    return this.#host;
  }

  async #openTab(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    await this.navigate(page, path);
    return page;
  }

  /** Before the browser does: where it was a window's only tab, Chromium would put its start page there. */
  async #closeHost(): Promise<void> {
    const host = await this.#host;
    this.#host = undefined;
    await host?.close();
  }
}

function inSource(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
