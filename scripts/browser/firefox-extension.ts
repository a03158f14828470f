import type { Browser, Page } from 'puppeteer-core';

/**
 * How Firefox's extension pages are reached. WebDriver BiDi refuses `moz-extension:` addresses unless the
 * browser runs with `--remote-allow-system-access`; their host is random unless a preference says it; and
 * Puppeteer waits in vain for the load event of a tab that changes into the extension's process. So the
 * address is fixed, and the navigation is said in BiDi's own words, which do come back. After that the tab
 * is a Puppeteer page like any other: `evaluate`, clicks, keys and screenshots work.
 */
const HOST = 'a1f00740-7e50-4000-8000-000000000001';

const EXTENSION_ID = 'ai-footnotes@ai-footnotes.org';

export const FIREFOX_ORIGIN = `moz-extension://${HOST}`;

/** The preferences without which extension pages cannot be reached. */
export function firefoxPreferences(): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: HOST }),
    // The viewer would replace manifest.json by a page without the extension's privileges.
    'devtools.jsonview.enabled': false,
    // A driver can only install for the session; what is stored is to outlive it as a reader's does.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
  };
}

/**
 * Has everything saved into a folder, silently: the panel that shows downloads opens when it likes and takes
 * the keys that the page was to get.
 */
export function firefoxDownloads(folder: string): Record<string, unknown> {
  return {
    'browser.download.folderList': 2, // the folder named next
    'browser.download.dir': folder,
    'browser.download.alwaysOpenPanel': false,
  };
}

/** Puppeteer's own connection and the id of a page's browsing context; neither is public. */
interface BidiInternals {
  connection: {
    send(
      method: string,
      params: object,
    ): Promise<{
      result: {
        contexts?: readonly { context: string; url: string }[];
        result?: { value?: string };
      };
    }>;
  };
}

/** Navigates a tab to a page of the extension and waits for its load. */
export async function navigateFirefox(page: Page, address: string): Promise<void> {
  const { connection } = page.browser() as unknown as BidiInternals;
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  await connection.send('browsingContext.navigate', { context, url: address, wait: 'complete' });
}

/**
 * Runs code with the privileges of Firefox's own windows, which have menus, toolbar and questions.
 *
 * @param body Of an asynchronous function, in the first browser window's realm; its answer passes as JSON.
 * @throws {Error} with the code's own words where it throws.
 */
export async function inFirefoxWindow<Result>(browser: Browser, body: string): Promise<Result> {
  const { connection } = browser as unknown as BidiInternals;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const own = tree.result.contexts?.find(({ url }) => url.endsWith('/browser.xhtml'));
  if (own === undefined) throw new Error('Firefox has no window open.');
  const answer = await connection.send('script.evaluate', {
    target: { context: own.context },
    awaitPromise: true,
    expression: `(async () => {
      try {
        return JSON.stringify({ result: await (async () => { ${body} })() });
      } catch (error) {
        return JSON.stringify({ error: String(error) });
      }
    })()`,
  });
  const text = answer.result.result?.value ?? '{"error":"no answer"}';
  const { result, error } = JSON.parse(text) as { result: Result; error?: string };
  if (error !== undefined) throw new Error(error);
  return result;
}
