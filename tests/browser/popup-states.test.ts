import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { findViolations } from './support/find-violations';
import { inEachBrowser } from './support/in-each-browser';
import { openPopup } from './support/open-popup';
import { click, markCount, openNews, rows, says } from './support/popup-page';

/** Runs in the popup before its code, and notes what it had asked of the browser when its list was there. */
function noteWaits(): void {
  const { tabs, scripting, permissions, runtime, storage } = (
    globalThis as unknown as {
      chrome: Record<string, object> & { storage: Record<string, object> };
    }
  ).chrome;
  const asked: string[] = [];
  const note = (name: string, api: object | undefined, ...methods: string[]) => {
    for (const key of methods) {
      const method = (api as Record<string, (...args: unknown[]) => unknown>)[key];
      const noted = (...args: unknown[]) => {
        asked.push(`${name}.${key}`);
        return method?.apply(api, args);
      };
      Object.assign(api ?? {}, { [key]: noted });
    }
  };
  note('tabs', tabs, 'query', 'get', 'getCurrent', 'sendMessage');
  note('scripting', scripting, 'executeScript');
  note('permissions', permissions, 'contains', 'getAll');
  note('runtime', runtime, 'sendMessage');
  for (const area of ['local', 'sync', 'session']) note(`storage.${area}`, storage[area], 'get');
  note('indexedDB', indexedDB, 'open');
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.mentioned li')) return;
    observer.disconnect();
    Object.assign(globalThis, { askedForList: [...asked].sort() });
  }).observe(document, { childList: true, subtree: true });
}

/** Scripts of the package, and all that they import without waiting to run first. */
async function importedBy(folder: string, scripts: readonly string[]): Promise<Set<string>> {
  const found = new Set(scripts);
  for (const script of found) {
    const text = await readFile(join(folder, script), 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*["'`](\.[^"'`]+)/g)) {
      found.add(join(dirname(script), name));
    }
  }
  return found;
}

inEachBrowser((world) => {
  test('a page that still loads says so, whatever its frames have; what fails leaves the site switch and can be tried again', async () => {
    const { session } = world;
    let finish = () => {};
    const address = session.pages.handle(`/${crypto.randomUUID()}`, (_, response) => {
      // Without its encoding Firefox reads nothing of a page before a kilobyte of it is there.
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.write('<p>DeepSeek R1</p><iframe srcdoc="<p>OpenAI o1</p>"></iframe>');
      finish = () => response.end('<p>NVIDIA</p>');
    });
    const page = await session.newTab();
    // Nobody waits for its load: it does not end before it is told to.
    await page.evaluate((url) => location.assign(url), address);
    try {
      const marksInFrame = () =>
        page.evaluate(() => (frames[0] as typeof globalThis | undefined)?.CSS.highlights.size);
      await expect.poll(marksInFrame).toBeGreaterThan(0);
      const popup = await openPopup(world, page);
      await says(popup, 'This page is still loading');
      await popup.evaluate(() => {
        type Api = { tabs: { get(id: number): Promise<object> } };
        const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
        const { tabs } = (browser ?? chrome) as Api;
        const get = tabs.get.bind(tabs);
        let isFailing = true;
        Object.assign(tabs, {
          get: (id: number) =>
            isFailing ? Promise.reject(new Error('the tab is moved')) : get(id),
        });
        Object.assign(globalThis, {
          mend: () => {
            isFailing = false;
          },
        });
      });
      // Off and on the page is read again, and so in vain.
      await click(popup, '.here input');
      await says(popup, 'Switched off on this site');
      await click(popup, '.here input:not(:checked)');
      await says(popup, 'the tab is moved');
      // What failed is forgotten where the site is off, and the switch is there to bring it back.
      await click(popup, '.here input:checked');
      await says(popup, 'Switched off on this site');
      await click(popup, '.here input:not(:checked)');
      await says(popup, 'the tab is moved');
      // In one go: else the popup, which reads again when a setting comes, may be ahead of the button.
      const mendAndTryAgain = () =>
        popup.evaluate(() => {
          const button = document.querySelector<HTMLElement>('.remedies .button');
          if (!button) return false;
          (globalThis as unknown as { mend(): void }).mend();
          button.focus();
          button.click();
          return true;
        });
      await expect.poll(mendAndTryAgain).toBe(true);
      await says(popup, 'This page is still loading');
      finish();
      await expect.poll(() => rows(popup)).toEqual(['DeepSeek R1 1', 'NVIDIA 1', 'OpenAI o1 1']);
      // The button is gone; keys go on from where it was, and a screen reader hears where that is.
      expect(
        await popup.evaluate(() => [
          document.activeElement?.className,
          document.activeElement?.ariaLabel,
        ]),
      ).toEqual(['at-hand', 'This page']);
    } finally {
      finish();
    }
  });

  test('list and switch follow the page to another site, also from one that is muted', async () => {
    const { origin, otherOrigin } = world.session.pages;
    const site = (popup: Page) =>
      popup.waitForSelector('.here .site').then((found) => found?.evaluate((at) => at.textContent));
    const page = await openNews(world);
    const popup = await openPopup(world, page);
    await expect.poll(() => rows(popup)).toContain('NVIDIA 1');
    expect(await site(popup)).toBe(new URL(origin).hostname);
    await click(popup, '.here input:checked');
    await says(popup, 'Switched off on this site');

    const elsewhere = new URL(otherOrigin).hostname;
    await page.goto(page.url().replace(origin, otherOrigin));
    await expect.poll(() => site(popup)).toBe(elsewhere);
    await expect.poll(() => rows(popup)).toContain('NVIDIA 1');
    await click(popup, '.here input:checked');
    await says(popup, 'Switched off on this site');
    expect(await world.extension.evaluate((api) => api.storage.sync.get())).toMatchObject({
      [`muted.site.${elsewhere}`]: true,
    });
  });

  test('keys go from the filter to the first row of a list that scrolls, and not to what scrolls it', async () => {
    const names =
      'DeepSeek R1, DeepSeek V3, OpenAI o1, ChatGPT, NVIDIA, OpenAI, GPT-4, GPT-3, AIME 2024, Codeforces, Sora';
    const address = world.session.pages.handle(`/${crypto.randomUUID()}`, `<p>${names}.</p>`);
    const popup = await openPopup(world, await world.session.open(address));
    await expect.poll(() => rows(popup)).toContain('Sora 1');
    await popup.bringToFront();
    await popup.setViewport({ width: 368, height: 500 });
    await popup.waitForFunction(() => {
      const list = document.querySelector('.mentioned');
      return list && list.scrollHeight > list.clientHeight;
    });
    await popup.focus('input[type=search]');
    await popup.keyboard.press('Tab');
    const focused = () => popup.evaluate(() => document.activeElement?.textContent ?? '');
    expect(await focused()).toContain('DeepSeek R1');
    await popup.keyboard.press('Tab');
    expect(await focused()).toContain('DeepSeek V3');
    await popup.focus('summary');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('#options input');
    // So that they are more than their room holds.
    await popup.$eval('#options', (options) => options.append(document.createElement('hr')));
    await popup.$eval('#options hr', (line) => {
      (line as HTMLElement).style.blockSize = '200px';
    });
    await popup.keyboard.press('Tab');
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });

  test('over a document of no text it says that there is nothing to mark', async () => {
    const { session } = world;
    const address = session.pages.handle('/notes', (_, response) => {
      response.setHeader('content-type', 'text/plain');
      response.end('DeepSeek R1');
    });
    const popup = await openPopup(world, await session.open(address));
    await says(popup, 'Nothing to mark here');
    expect(await popup.$$eval('.remedies', (found) => found.length)).toBe(0);
  });

  // Firefox runs nothing before the scripts of an extension's page.
  if (world.kind === 'chrome') {
    test('the list waits for nothing but code, settings and the page, each once', async () => {
      const page = await openNews(world);
      const popup = await openPopup(world, page);
      await popup.evaluateOnNewDocument(noteWaits);
      const code: string[] = [];
      popup.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.endsWith('.js')) code.push(pathname);
      });
      await world.extension.navigate(popup, 'popup.html');
      await expect.poll(() => rows(popup)).toContain('NVIDIA 1');
      const asked = await popup.evaluate(
        () => (globalThis as unknown as { askedForList: string[] }).askedForList,
      );
      expect(asked).toEqual([
        'permissions.contains',
        'scripting.executeScript',
        'storage.local.get',
        'storage.sync.get',
        'tabs.getCurrent',
        'tabs.query',
      ]);
      // The frame's code, and the list's: all that either imports is asked for at once.
      const begins = code.filter((path) => /\/(start-)?popup-/.test(path));
      expect(begins).toHaveLength(2);
      const known = await importedBy(world.extension.folder, begins);
      expect(code.filter((path) => !known.has(path))).toEqual([]);
    });

    test('where the browser does not say which page is open, or how things are set, it says why, and the switch works', async () => {
      const page = await openNews(world);
      const popup = await world.extension.openPage('manifest.json');
      await popup.evaluateOnNewDocument(() => {
        const { tabs } = (globalThis as unknown as { chrome: { tabs: object } }).chrome;
        const query = (tabs as { query(of: object): Promise<object> }).query.bind(tabs);
        let times = 0;
        Object.assign(tabs, {
          query: (of: object) => {
            times += 1;
            return times > 2 ? query(of) : Promise.reject(new Error('somebody drags a tab'));
          },
        });
      });
      await world.extension.navigate(popup, 'popup.html');
      await says(popup, 'The page could not be read');
      await says(popup, 'somebody drags a tab');
      expect(await popup.$$eval('.here', (found) => found.length)).toBe(0);
      await click(popup, '.everywhere input');
      await expect.poll(() => markCount(world, page)).toBe(0);
      await says(popup, 'Nothing is marked on any page');
      await click(popup, '.everywhere input');
      for (const words of ['somebody drags a tab', 'This page belongs to no site']) {
        await click(popup, '.remedies .button');
        await says(popup, words);
      }
      // Nor does it read the page for ever where not even the settings are given.
      await popup.evaluateOnNewDocument(() => {
        const { local } = (globalThis as unknown as { chrome: Record<string, { local: object }> })
          .chrome.storage as { local: object };
        Object.assign(local, { get: () => Promise.reject(new Error('the disk is gone')) });
      });
      await world.extension.navigate(popup, 'popup.html');
      await says(popup, 'The settings could not be read');
      await says(popup, 'the disk is gone');
      for (const path of ['glossary.html', 'welcome.html']) {
        await world.extension.navigate(popup, path);
        await says(popup, 'The settings could not be read');
        await says(popup, 'the disk is gone');
        expect(await findViolations(popup)).toEqual([]);
      }
    });
  }
});
