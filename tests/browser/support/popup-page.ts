import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { World } from './in-each-browser';

const NEWS = `<!doctype html><html lang="en"><title>News</title>
<h1>OpenAI o1 against DeepSeek R1</h1>
<p>DeepSeek R1 and ChatGPT by OpenAI. On AIME 2024 DeepSeek R1 did well.</p>
<div style="height: 300vh"></div>
<p id="last">NVIDIA and DeepSeek V3, at the end.</p>`;

/** The rows of the list as they read: name and count. */
export function rows(popup: Page): Promise<string[]> {
  return popup.$$eval('.mentioned li', (items) =>
    items.map((item) =>
      ['.mentioned-name', '.mentioned-count [aria-hidden]']
        .map((part) => item.querySelector(part)?.textContent)
        .join(' '),
    ),
  );
}

/** How many kinds of marks a page has now. */
export async function markCount({ extension }: World, page: Page): Promise<number> {
  return extension.inPage(page, () => CSS.highlights.size);
}

/** Presses a control once it is there. */
export async function click(popup: Page, selector: string): Promise<void> {
  await popup.waitForSelector(selector);
  await popup.$eval(selector, (element) => (element as HTMLElement).click());
}

/** Waits until the popup says something. It stands behind another tab, where no frames are drawn. */
export async function says(popup: Page, text: string): Promise<void> {
  await expect.poll(() => popup.evaluate(() => document.body.textContent)).toContain(text);
}

/** Opens the news and waits for its marks. */
export async function openNews(world: World): Promise<Page> {
  const page = await world.session.open(world.session.pages.handle('/news', NEWS));
  await expect.poll(() => markCount(world, page)).toBeGreaterThan(0);
  return page;
}
