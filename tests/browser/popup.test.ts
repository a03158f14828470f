import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { findViolations } from './support/find-violations';
import { inEachBrowser, type World } from './support/in-each-browser';
import { openPopup } from './support/open-popup';
import { typeInto } from './support/type-into';

const NEWS = `<!doctype html><html lang="en"><title>News</title>
<h1>OpenAI o1 against DeepSeek R1</h1>
<p>DeepSeek R1 and ChatGPT by OpenAI. On AIME 2024 DeepSeek R1 did well.</p>
<div style="height: 300vh"></div>
<p id="last">NVIDIA and DeepSeek V3, at the end.</p>`;

/** The rows of the list as they read: name and count. */
function rows(popup: Page): Promise<string[]> {
  return popup.$$eval('.mentioned li', (items) =>
    items.map((item) =>
      ['.mentioned-name', '.mentioned-count [aria-hidden]']
        .map((part) => item.querySelector(part)?.textContent)
        .join(' '),
    ),
  );
}

async function markCount({ extension }: World, page: Page): Promise<number> {
  return extension.inPage(page, () => CSS.highlights.size);
}

async function click(popup: Page, selector: string): Promise<void> {
  await popup.waitForSelector(selector);
  await popup.$eval(selector, (element) => (element as HTMLElement).click());
}

/** Openings of each popup; the quickest counts, since other work of the machine only ever adds. */
const OPENINGS = 5;

/** How many times as long our popup may take as what the browser needs for an empty one: in Firefox 13 to 30 ms. */
const MOST_TIMES = 3;

/** A file of the package with nothing in it to run. */
const EMPTY_POPUP = 'manifest.json';

/** Milliseconds from the beginning of the toolbar's popup to its first picture that is not blank. */
async function firstPicture({ extension }: World, over: Page, path: string): Promise<number> {
  await over.bringToFront();
  // A window that comes to the front later would close the popup.
  await over.waitForFunction(() => document.hasFocus());
  await extension.evaluate(
    async (api, tabId, popup) => {
      const { windowId = 0 } = await api.tabs.get(tabId);
      await api.action.setPopup({ popup });
      await api.action.openPopup({ windowId });
    },
    extension.tabId(over),
    path,
  );
  // Asked from outside: a page in the background has its timers slowed to one a second.
  const painted = () =>
    extension.evaluate((api) => {
      const [view] = api.extension.getViews({ type: 'popup' as never });
      return view?.performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    });
  await expect.poll(painted).toBeGreaterThan(0);
  const time = await painted();
  const views = () =>
    extension.evaluate((api) => {
      const open = api.extension.getViews({ type: 'popup' as never });
      for (const view of open) view.close();
      return open.length;
    });
  await expect.poll(views).toBe(0);
  await extension.evaluate((api) => api.action.setPopup({ popup: 'popup.html' }));
  return time;
}

/** Where the parts of the frame stand: left, top, right and bottom of each. */
function frameOf(popup: Page): Promise<number[][]> {
  return popup.evaluate(() =>
    ['main', 'h1', '.page-summary', '.options', 'footer'].map((part) => {
      const box = document.querySelector(part)?.getBoundingClientRect();
      return part === '.page-summary'
        ? [box?.left ?? 0, box?.top ?? 0]
        : [box?.left ?? 0, box?.top ?? 0, box?.right ?? 0, box?.bottom ?? 0];
    }),
  );
}

/** Puts back what the popup's file has where the page at hand is shown. */
async function emptyFrame({ extension }: World, popup: Page): Promise<void> {
  const html = await readFile(join(extension.folder, 'popup.html'), 'utf8');
  await popup.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'text/html');
    document
      .querySelector('#app')
      ?.replaceChildren(...(file.querySelector('#app')?.children ?? []));
  }, html);
}

/** Waits until the popup says something. It stands behind another tab, where no frames are drawn. */
async function says(popup: Page, text: string): Promise<void> {
  await expect.poll(() => popup.evaluate(() => document.body.textContent)).toContain(text);
}

inEachBrowser((world) => {
  async function openNews(): Promise<Page> {
    const page = await world.session.open(world.session.pages.handle('/news', NEWS));
    await expect.poll(() => markCount(world, page)).toBeGreaterThan(0);
    return page;
  }

  test('the popup lists the terms of the page with their counts, the first seen first', async () => {
    const popup = await openPopup(world, await openNews());
    await expect
      .poll(() => rows(popup))
      .toEqual([
        'OpenAI o1 1',
        'DeepSeek R1 3',
        'ChatGPT 1',
        'OpenAI 1',
        'AIME 2024 1',
        'NVIDIA 1',
        'DeepSeek V3 1',
      ]);
    const heading = await popup.$eval('.page-summary', (element) => element.textContent);
    expect(heading).toBe('9 mentions on this page');
    // Nothing stands elsewhere than in the frame that is drawn first.
    const filled = await frameOf(popup);
    await emptyFrame(world, popup);
    await expect.poll(() => rows(popup)).toEqual([]);
    expect(await frameOf(popup)).toEqual(filled);
  });

  test('the list is filtered in another language and spelling', async () => {
    const popup = await openPopup(world, await openNews());
    await expect.poll(() => rows(popup)).toContain('NVIDIA 1');
    for (const [typed, found] of [
      ['英伟达', 'NVIDIA 1'],
      ['deepseekv3', 'DeepSeek V3 1'],
    ] as const) {
      await typeInto(popup, 'input[type=search]', typed);
      await expect.poll(() => rows(popup)).toEqual([found]);
    }
  });

  test('a choice scrolls to the mention and opens its card', async () => {
    const page = await openNews();
    const popup = await openPopup(world, page);
    await expect.poll(() => rows(popup)).toContain('DeepSeek V3 1');
    await click(popup, '.mentioned li:last-child button');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await expect
      .poll(() =>
        world.extension.inPage(page, ({ shadowOf }) => {
          const host = document.querySelector('ai-footnotes');
          return host && shadowOf(host)?.querySelector('.name')?.textContent;
        }),
      )
      .toBe('DeepSeek V3');
  });

  test('next and previous walk over all mentions and round', async () => {
    const popup = await openPopup(world, await openNews());
    const position = () => popup.$eval('.position', (element) => element.textContent);
    await click(popup, '[aria-label="Next mention"]');
    await expect.poll(position).toBe('1 of 9');
    await click(popup, '[aria-label="Previous mention"]');
    await expect.poll(position).toBe('9 of 9');
  });

  test('off on this site takes the marks from open tabs at once, on brings them back', async () => {
    const page = await openNews();
    const popup = await openPopup(world, page);
    await click(popup, '.here input');
    await expect.poll(() => markCount(world, page)).toBe(0);
    await expect
      .poll(() => world.extension.evaluate((api) => api.storage.sync.get(null)))
      .toMatchObject({ 'muted.site.127.0.0.1': true });
    await says(popup, 'Switched off on this site');
    await click(popup, '.here input');
    await expect.poll(() => markCount(world, page)).toBeGreaterThan(0);
  });

  test('off everywhere takes the marks from open tabs and stays off until it is switched on', async () => {
    const page = await openNews();
    const popup = await openPopup(world, page);
    await click(popup, '.everywhere input');
    await expect.poll(() => markCount(world, page)).toBe(0);
    const again = await openPopup(world, page);
    await says(again, 'Switched off. Nothing is marked');
    await click(again, '.everywhere input');
    await expect.poll(() => markCount(world, page)).toBeGreaterThan(0);
  });

  test('the number on the icon is that of the mentions, and can be switched off', async () => {
    const page = await openNews();
    const id = world.extension.tabId(page);
    const badge = () =>
      world.extension.evaluate((api, tabId) => api.action.getBadgeText({ tabId }), id);
    await expect.poll(badge).toBe('9');
    await world.extension.evaluate((api) => api.storage.sync.set({ badge: false }));
    await expect.poll(badge).toBe('');
    await world.extension.evaluate((api) => api.storage.sync.remove('badge'));
    await expect.poll(badge).toBe('9');
  });

  test('over a page of the browser it says that extensions are kept out', async () => {
    const page = await openNews();
    const id = world.extension.tabId(page);
    await world.extension.evaluate(
      (api, tabId) => api.tabs.update(tabId, { url: api.runtime.getURL('/manifest.json') }),
      id,
    );
    await expect
      .poll(() => world.extension.evaluate((api, tabId) => api.tabs.get(tabId), id))
      .toMatchObject({ status: 'complete', url: expect.stringContaining('manifest.json') });
    const popup = await openPopup(world, page);
    await says(popup, 'The browser keeps extensions out of this page.');
  });

  test('the frame of the popup is drawn soon after an empty one would have been', async () => {
    const page = await openNews();
    const own: number[] = [];
    const empty: number[] = [];
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      empty.push(await firstPicture(world, page, EMPTY_POPUP));
      own.push(await firstPicture(world, page, 'popup.html'));
    }
    const [ours, theirs] = [Math.min(...own), Math.min(...empty)];
    console.log(
      `${world.kind}: popup ${own.map(Math.round)} ms, empty ${empty.map(Math.round)} ms: ` +
        `${Math.round(ours - theirs)} ms more, ${(ours / theirs).toFixed(1)} times`,
    );
    // What either takes in milliseconds is the machine's affair.
    expect(ours).toBeLessThan(theirs * MOST_TIMES);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in the popup, %s', async (theme) => {
    await world.extension.evaluate((api, value) => api.storage.sync.set({ theme: value }), theme);
    const popup = await openPopup(world, await openNews());
    await expect.poll(() => rows(popup)).toContain('NVIDIA 1');
    await popup.waitForSelector(`:root[data-theme="${theme}"]`);
    await click(popup, 'summary');
    await popup.waitForSelector('details[open]');
    expect(await findViolations(popup, theme === 'dark' ? 'colours' : undefined)).toEqual([]);
  });
});
