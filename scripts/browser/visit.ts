import { type Page, TimeoutError } from 'puppeteer-core';
import { PageProblem } from './page-address';

/** Milliseconds a page has to show its document; more and it is not going to. */
const DOCUMENT_LIMIT = 20_000;

/** Milliseconds more that its frames and pictures have; what is missing then is left out. */
const LOAD_LIMIT = 5_000;

/**
 * Takes a tab to an address and waits until its frames are there, as far as they come.
 *
 * @param name What the person called the page, for the error.
 * @throws {PageProblem} where the address does not open.
 */
export async function visit(page: Page, address: string, name: string): Promise<void> {
  const response = await page
    .goto(address, { waitUntil: 'domcontentloaded', timeout: DOCUMENT_LIMIT })
    .catch((error: unknown) => {
      if (error instanceof TimeoutError) return undefined;
      throw new PageProblem(`${name} does not open: ${reason(error)}.`);
    });
  if (response && response.status() >= 400) {
    throw new PageProblem(`${name} does not open: the server answered ${response.status()}.`);
  }
  await page
    .waitForFunction(() => document.readyState === 'complete', { timeout: LOAD_LIMIT })
    .catch(() => undefined);
}

/** The browser's own code for what went wrong, without the address it repeats. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [code] = /net::ERR_\w+|NS_ERROR_\w+|(?<=Error: )\w+/.exec(message) ?? [];
  return code ?? message.split('\n')[0]?.replace(/\.$/, '') ?? 'no reason given';
}
