import type { Page } from 'puppeteer-core';
import type { World } from './in-each-browser';

/** Goes to another place and waits until it is shown: what was shown before has a heading as well. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (to) => {
    if (location.hash === to) return;
    const heard = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    location.hash = to;
    await heard;
    // The page has heard it too, and draws before anything else gets its turn.
    await new Promise((done) => setTimeout(done));
  }, hash);
  await page.waitForSelector('main h1, main h2');
}

/** Opens the glossary at a place. */
export async function openGlossary({ extension }: World, hash = ''): Promise<Page> {
  const page = await extension.openPage('glossary.html');
  await page.waitForSelector('main h1');
  await goTo(page, hash);
  return page;
}

/** Waits until the element with the focus fits a selector. */
export async function focused(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.matches(wanted), {}, selector);
}
