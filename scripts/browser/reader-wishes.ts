import type { CDPSession, Page } from 'puppeteer-core';
import type { Session } from './session';

/** What readers ask of all pages, in the browser's or the system's settings. */
export interface ReaderWishes {
  /** Colours of the reader's own; in Firefox more contrast comes with it. */
  forcedColours?: boolean;
  /** Firefox takes it from the colours alone. */
  moreContrast?: boolean;
  reducedMotion?: boolean;
  reducedTransparency?: boolean;
  /** How many times as large all is shown. */
  zoom?: number;
  /** How many times as large letters are shown, and nothing else. */
  textZoom?: number;
}

/**
 * Makes a browser behave as for a reader with these wishes; what is not among them is as at first. In Firefox a
 * zoom lasts until the page is left.
 */
export async function setWishes(session: Session, page: Page, wishes: ReaderWishes): Promise<void> {
  if (session.kind === 'firefox') await setInFirefox(page, wishes);
  else await setInChromium(page, wishes);
  await wishesHeard(page, wishes);
}

/** Waits until a page is shown as wished. */
async function wishesHeard(page: Page, wishes: ReaderWishes): Promise<void> {
  await page.waitForFunction(
    (queries, ratio, letters) =>
      queries.every(([query, isAsked]) => matchMedia(query).matches === isAsked) &&
      devicePixelRatio === ratio &&
      getComputedStyle(document.documentElement).fontSize === letters,
    {},
    [
      ['(forced-colors: active)', wishes.forcedColours === true],
      ['(prefers-reduced-motion: reduce)', wishes.reducedMotion === true],
      ['(prefers-reduced-transparency: reduce)', wishes.reducedTransparency === true],
    ] as const,
    wishes.zoom ?? 1,
    `${LETTERS.standard * (wishes.textZoom ?? 1)}px`,
  );
}

const devTools = new WeakMap<Page, Promise<CDPSession>>();

/** Letters of Chromium, in pixels, before any zoom. */
const LETTERS = { standard: 16, fixed: 13 };

async function setInChromium(page: Page, wishes: ReaderWishes): Promise<void> {
  // What a session emulates ends with it.
  const opened = devTools.get(page) ?? page.createCDPSession();
  devTools.set(page, opened);
  const session = await opened;
  const asked = (isAsked: boolean | undefined, value: string) => (isAsked ? value : '');
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: asked(wishes.forcedColours, 'active') },
      { name: 'prefers-contrast', value: asked(wishes.moreContrast, 'more') },
      { name: 'prefers-reduced-motion', value: asked(wishes.reducedMotion, 'reduce') },
      { name: 'prefers-reduced-transparency', value: asked(wishes.reducedTransparency, 'reduce') },
    ],
  });
  const { textZoom = 1, zoom = 1 } = wishes;
  await session.send('Page.setFontSizes', {
    fontSizes: { standard: LETTERS.standard * textZoom, fixed: LETTERS.fixed * textZoom },
  });
  const { width, height } = page.viewport() ?? { width: 800, height: 600 };
  // A zoomed page has fewer pixels of its own, each of them larger on the screen.
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: Math.round(width / zoom),
    height: Math.round(height / zoom),
    deviceScaleFactor: zoom === 1 ? 0 : zoom,
    mobile: false,
  });
}

/** Puppeteer's own connection; it is not public. */
interface BidiInternals {
  connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}

/** Preferences and zoom are set where the browser's own windows are, which the driver can reach. */
async function setInFirefox(page: Page, wishes: ReaderWishes): Promise<void> {
  const { connection } = page.browser() as unknown as BidiInternals;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [browserWindow] = (tree.result as { contexts: { context: string }[] }).contexts;
  const { forcedColours, reducedMotion, reducedTransparency, textZoom = 1, zoom = 1 } = wishes;
  const numbers = {
    'browser.display.document_color_use': forcedColours ? 2 : 0,
    'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    'ui.prefersReducedTransparency': reducedTransparency ? 1 : 0,
  };
  await connection.send('script.evaluate', {
    expression: `{
      Services.prefs.setBoolPref('layout.css.prefers-reduced-transparency.enabled', true);
      // Else the page takes the zoom of its site, some time after it has loaded.
      Services.prefs.setBoolPref('browser.zoom.siteSpecific', false);
      for (const [name, value] of Object.entries(${JSON.stringify(numbers)})) {
        Services.prefs.setIntPref(name, value);
      }
      for (const { gBrowser } of Services.wm.getEnumerator('navigator:browser')) {
        gBrowser.selectedBrowser.fullZoom = ${zoom};
        gBrowser.selectedBrowser.textZoom = ${textZoom};
      }
    }`,
    target: { context: browserWindow?.context },
    awaitPromise: false,
  });
}
