import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { World } from './in-each-browser';

/**
 * The texts painted in a document, as the page itself can read them from the registry of highlights.
 *
 * @param within Selects the elements to look in; without it shadow trees count too.
 */
export async function paintedIn(page: Page, within?: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const texts: string[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('ai-footnotes-')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        if (selector && !startContainer.parentElement?.closest(selector)) continue;
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        if (startContainer.isConnected) texts.push(range.toString());
      }
    }
    return texts.sort();
  }, within);
}

/** Waits until exactly these texts are painted, in alphabetical order. */
export async function expectPainted(page: Page, texts: readonly string[]): Promise<void> {
  await expect.poll(() => paintedIn(page)).toEqual([...texts].sort());
}

/** The texts of all mentions a tab's frames list, frame by frame; `none` where the script is not there. */
export async function listedIn(world: World, page: Page): Promise<string[][]> {
  const answers = await world.extension.inFrames(page, async () => {
    const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')] as
      | { list(): Promise<{ text: string }[]> }
      | undefined;
    return handle ? (await handle.list()).map(({ text }) => text) : ['none'];
  });
  return answers.map(({ result }) => result);
}

/** Opens a page made up of HTML. */
export async function openHtml(world: World, html: string): Promise<Page> {
  return world.session.open(world.session.pages.handle(`/${crypto.randomUUID()}`, html));
}

/** Rests the pointer on an element and waits for the card. */
export async function expectCardAt(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.mouse.move(1, 1);
  await expect.poll(() => page.$eval('html', isCardOpen)).toBe(false);
  const element = await page.$(selector);
  const box = await element?.boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
  await expect.poll(() => page.$eval('html', isCardOpen)).toBe(true);
}

/** Runs in the page, on its root element. */
export const isCardOpen = (html: Element): boolean =>
  html.querySelector('ai-footnotes')?.matches(':popover-open') ?? false;
