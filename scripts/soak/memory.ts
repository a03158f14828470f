import type { CDPSession, Page } from 'puppeteer-core';
import { FIREFOX_ORIGIN, navigateFirefox } from '../browser/firefox-extension';
import type { Session } from '../browser/session';

/** What the extension holds after the garbage is collected. */
export interface Memory {
  /** Bytes of its background's heap. */
  background: number;
  /**
   * Bytes in the tabs that are measured: in Chromium of their whole heaps, pages included; in Firefox of the
   * extension's scripts in all pages.
   */
  pages: number;
}

/** Watches the extension's memory and its uncaught errors. */
export interface Watch {
  /** @param tabs Those that are looked at; they should show the same whenever they are. */
  measure(tabs: readonly Page[]): Promise<Memory>;
  /** Errors of the extension's own scripts since the watch began. */
  errors(): Promise<readonly string[]>;
  /** Has a new tab watched for errors. */
  follow(tab: Page): void;
}

/** Begins a watch. */
export function watch(session: Session): Promise<Watch> {
  return session.kind === 'chrome' ? watchChromium(session) : watchFirefox(session);
}

/** Over the debugging protocol, which also keeps the service worker alive: what it leaks adds up. */
async function watchChromium({ browser, extension }: Session): Promise<Watch> {
  const errors: string[] = [];
  const target = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith(extension.url('')),
  );
  const worker = await target.createCDPSession();
  worker.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    errors.push(`background: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`),
  );
  await worker.send('Runtime.enable');
  return {
    async measure(tabs) {
      let pages = 0;
      for (const tab of tabs) {
        const client = await tab.createCDPSession();
        // Pages that are kept to go back to would count as well, a different number each time.
        await client.send('Memory.simulatePressureNotification', { level: 'critical' });
        pages += await heapOf(client);
        await client.detach();
      }
      return { background: await heapOf(worker), pages };
    },
    errors: async () => errors,
    follow(tab) {
      tab.on('pageerror', (error) => {
        const { stack = '' } = error as Error;
        if (stack.includes('chrome-extension://')) errors.push(`${tab.url()}: ${stack}`);
      });
    },
  };
}

async function heapOf(client: CDPSession): Promise<number> {
  // Finalisers run after the first collection, and what they free goes with the second.
  for (let round = 0; round < 2; round += 1) await client.send('HeapProfiler.collectGarbage');
  return (await client.send('Runtime.getHeapUsage')).usedSize;
}

/** On about:memory, whose scripts may ask the browser itself. */
async function watchFirefox({ browser }: Session): Promise<Watch> {
  const about = await browser.newPage();
  await navigateFirefox(about, 'about:memory');
  const errors: string[] = [];
  const takeErrors = async () => {
    errors.push(...((await about.evaluate(TAKE_ERRORS)) as string[]));
    return errors;
  };
  return {
    async measure() {
      const rows = JSON.parse((await about.evaluate(READ_MEMORY)) as string) as [string, number][];
      const sum = (wanted: (path: string) => boolean) =>
        rows.reduce((total, [path, bytes]) => total + (wanted(path) ? bytes : 0), 0);
      return {
        background: sum((path) => path.includes('_generated_background_page')),
        pages: sum((path) => path.includes('Content Script')),
      };
    },
    errors: takeErrors,
    follow() {},
  };
}

/**
 * The console keeps the last messages only, so they are taken off it. Firefox itself writes there when a page goes,
 * for good or to be gone back to, before a message of its script is answered; nothing was thrown then, and nobody is
 * there to catch it.
 */
const TAKE_ERRORS = `(() => {
  const texts = Services.console.getMessageArray().map(String);
  Services.console.reset();
  return texts
    .filter((text) => text.includes('JavaScript Error') && text.includes('moz-extension'))
    .filter((text) => !/Promise (?:resolved|rejected) (?:after context unloaded|while context is inactive)/.test(text));
})()`;

const READ_MEMORY = `(async () => {
  const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  await new Promise((done) => manager.minimizeMemoryUsage(done));
  const rows = [];
  await new Promise((done) => manager.getReports((process, path, kind, units, amount) => {
    const isOurs = path.startsWith('explicit/') && path.includes(${JSON.stringify(
      FIREFOX_ORIGIN.replace('moz-extension://', ''),
    )});
    if (isOurs && units === Ci.nsIMemoryReporter.UNITS_BYTES) rows.push([path, amount]);
  }, null, done, null, false));
  return JSON.stringify(rows);
})()`;
