import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { Extension } from './extension';
import { type BrowserKind, findBrowser } from './find-browsers.mjs';
import { firefoxDownloads, firefoxPreferences } from './firefox-extension';
import { PageServer } from './page-server';

export interface SessionOptions {
  /** Folder of a packaged build to install; without one the browser stays bare, for comparison. */
  extension?: string;
  /** Shows no window; true unless said otherwise. */
  headless?: boolean;
  /** Lets nothing through but loopback: pages that want the world load at once and always the same. */
  offline?: boolean;
  /** Language of the browser's interface, as a BCP 47 tag. */
  language?: string;
  /** CSS pixels; `null` takes the window's own size. */
  viewport?: { width: number; height: number } | null;
  /** Device pixels to a CSS pixel, as on a finer screen. */
  scale?: number;
  /** Folder that takes what pages save; without it, the browser's own. */
  downloads?: string;
}

const NAMES = { chrome: 'Chromium', firefox: 'Firefox' };

/** As in the manifest, and for its reasons. */
const OLDEST = { chrome: 140, firefox: 150 };

const CHROME_FLAGS = [
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser in a fresh profile with the packaged extension in it, and a server for its pages. */
export class Session {
  private constructor(
    readonly kind: BrowserKind,
    readonly browser: Browser,
    readonly pages: PageServer,
    private readonly installed: Extension | undefined,
    private readonly saving: string | undefined,
  ) {}

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
    const browser = await puppeteer.launch(launchOptions(kind, options));
    try {
      await checkVersion(kind, browser);
      const extension =
        options.extension === undefined
          ? undefined
          : await Extension.install(browser, kind, options.extension);
      return new Session(kind, browser, await PageServer.start(), extension, options.downloads);
    } catch (error) {
      await browser.close();
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
    const page = await this.browser.newPage({ type: 'window' });
    await this.installed?.adopt(page, this.pages);
    return page;
  }

  async close(): Promise<void> {
    await Promise.all([this.browser.close(), this.pages.stop()]);
  }
}

/** An older browser would refuse the extension, and say so in words that help nobody. */
async function checkVersion(kind: BrowserKind, browser: Browser): Promise<void> {
  const version = await browser.version();
  const major = Number(/\/(\d+)/.exec(version)?.[1]);
  if (major < OLDEST[kind]) {
    throw new Error(
      `AI Footnotes needs ${NAMES[kind]} ${OLDEST[kind]} or later; this is ${version}.`,
    );
  }
}

function launchOptions(kind: BrowserKind, options: SessionOptions): LaunchOptions {
  const executablePath = findBrowser(kind);
  if (executablePath === undefined) {
    throw new Error(
      `This machine has no ${NAMES[kind]}; "npm start -- --browser ${kind}" brings it.`,
    );
  }
  const { headless = true, offline = false, language = 'en-US', scale = 1, downloads } = options;
  const { viewport = { width: 1280, height: 800 } } = options;
  const common = {
    executablePath,
    headless,
    // In Chromium an emulated scale makes highlightsFromPoint miss everything; zero leaves the real one.
    defaultViewport: viewport && { ...viewport, deviceScaleFactor: kind === 'chrome' ? 0 : scale },
  };
  if (kind === 'firefox') {
    return {
      ...common,
      browser: 'firefox',
      // Opens extension pages to the driver; see firefox-extension.ts.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        ...firefoxPreferences(),
        ...(downloads !== undefined && firefoxDownloads(downloads)),
        'intl.locale.requested': language,
        'intl.accept_languages': language,
        ...(offline && { 'network.dns.disabled': true }),
      },
    };
  }
  const runsAsRoot = process.getuid?.() === 0;
  return {
    ...common,
    browser: 'chrome',
    enableExtensions: true,
    pipe: true,
    ...(downloads !== undefined && {
      downloadBehavior: { policy: 'allow', downloadPath: downloads },
    }),
    args: [
      ...CHROME_FLAGS,
      `--lang=${language}`,
      `--force-device-scale-factor=${scale}`,
      // Chromium's sandbox refuses to start as root.
      ...(runsAsRoot ? ['--no-sandbox'] : []),
      ...(offline
        ? ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost']
        : []),
    ],
  };
}
