import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { World } from './in-each-browser';

/** The texts painted in a document, as the page itself can read them from the registry of highlights. */
async function paintedIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('ai-footnotes-')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        if (startContainer.isConnected) texts.push(range.toString());
      }
    }
    return texts.sort();
  });
}

/** Waits until exactly these texts are painted, in alphabetical order. */
export async function expectPainted(page: Page, texts: readonly string[]): Promise<void> {
  await expect.poll(() => paintedIn(page), { timeout: 5_000 }).toEqual([...texts].sort());
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
