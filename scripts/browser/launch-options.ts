import type { LaunchOptions, Viewport } from 'puppeteer-core';
import { type BrowserKind, findBrowser } from './find-browsers.mjs';
import { firefoxDownloads, firefoxPreferences } from './firefox-extension';

/** How a browser is launched, whichever it is. */
export interface LaunchSettings {
  /** Shows no window; true unless said otherwise. */
  headless?: boolean;
  /** Language of the browser's interface, as a BCP 47 tag. */
  language?: string;
  /** CSS pixels; `null` takes the window's own size. */
  viewport?: { width: number; height: number } | null;
  /** Device pixels to a CSS pixel, as on a finer screen. */
  scale?: number;
  /** Folder that takes what pages save; without it, the browser's own. */
  downloads?: string;
  /** Folder of a profile that outlives the session; a fresh one unless given. */
  profile?: string;
}

/** What people call the browsers. */
export const BROWSER_NAMES = { chrome: 'Chromium', firefox: 'Firefox' };

const CHROME_FLAGS = [
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Two pages for the address bar, which nobody types into here: half of what a start takes, and work at each page after it.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];

/** Milliseconds a browser has to come up on however slow a machine. */
const LAUNCH_LIMIT = 120_000;

/**
 * Where a browser behind a proxy sends its own requests instead of to its maker: nobody listens there. What the
 * proxy then sees was asked for by pages or by the extension.
 */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * What Chromium asks a proxy for itself, whatever it is told: a dictionary for spelling, when something is first typed
 * into an editor.
 */
export const ASKED_BY_CHROMIUM: ReadonlySet<string> = new Set(['CONNECT redirector.gvt1.com:443']);

/**
 * Puppeteer's options for a browser.
 *
 * @param proxyPort Where everything but loopback is asked of; without it the network is.
 * @throws {Error} where the machine has no such browser.
 */
export function launchOptions(
  kind: BrowserKind,
  settings: LaunchSettings,
  proxyPort: number | undefined,
): LaunchOptions {
  const executablePath = findBrowser(kind);
  if (executablePath === undefined) {
    throw new Error(
      `This machine has no ${BROWSER_NAMES[kind]}; "npm start -- --browser ${kind}" brings it.`,
    );
  }
  const { headless = true, language = 'en-US', scale = 1, downloads } = settings;
  const common = {
    executablePath,
    headless,
    timeout: LAUNCH_LIMIT,
    ...(settings.profile !== undefined && { userDataDir: settings.profile }),
    defaultViewport: viewportOf(kind, settings),
  };
  return kind === 'firefox'
    ? { ...common, ...firefoxOptions({ ...settings, language }, proxyPort) }
    : { ...common, ...chromeOptions(language, scale, downloads, proxyPort) };
}

/** What a tab is given as its size; `null` is the window's own. */
export function viewportOf(kind: BrowserKind, settings: LaunchSettings): Viewport | null {
  const { scale = 1, viewport = { width: 1280, height: 800 } } = settings;
  // In Chromium an emulated scale makes highlightsFromPoint miss everything; zero leaves the real one.
  return viewport && { ...viewport, deviceScaleFactor: kind === 'chrome' ? 0 : scale };
}

function firefoxOptions(
  { language, downloads }: LaunchSettings,
  proxyPort: number | undefined,
): LaunchOptions {
  return {
    browser: 'firefox',
    // Opens extension pages to the driver; see firefox-extension.ts.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...firefoxPreferences(),
      ...(downloads !== undefined && firefoxDownloads(downloads)),
      'intl.locale.requested': language,
      'intl.accept_languages': language,
      ...(proxyPort !== undefined && {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': proxyPort,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': proxyPort,
        'services.settings.server': `${NOWHERE}/v1`,
      }),
    },
    // Without it Firefox takes no other server for its own settings.
    ...(proxyPort !== undefined && { env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' } }),
  };
}

function chromeOptions(
  language: string,
  scale: number,
  downloads: string | undefined,
  proxyPort: number | undefined,
): LaunchOptions {
  const runsAsRoot = process.getuid?.() === 0;
  return {
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
      ...(proxyPort === undefined
        ? []
        : [
            `--proxy-server=http://127.0.0.1:${proxyPort}`,
            '--disable-features=NetworkTimeServiceQuerying,AutofillServerCommunication',
            `--gaia-url=${NOWHERE}`,
            `--component-updater=url-source=${NOWHERE}`,
          ]),
    ],
  };
}
