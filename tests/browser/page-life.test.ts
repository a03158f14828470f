import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEachBrowser } from './support/in-each-browser';
import { expectCardAt, expectPainted, isCardOpen, listedIn, openHtml } from './support/marks';
import { unscriptedSites } from './support/unscripted-sites';

inEachBrowser((world) => {
  /** Waits for the script that came with an update: what is painted may still be the old one's. */
  async function expectTakenOver(page: Page): Promise<void> {
    await expect.poll(() => listedIn(world, page)).toEqual([['DeepSeek R1']]);
    await expectPainted(page, ['DeepSeek R1']);
  }

  test('a page without names keeps the small script, and its document to the byte', async () => {
    const html = '<!doctype html><html><head></head><body><p>Nothing of note.</p></body></html>';
    const page = await openHtml(world, html);
    await expect.poll(() => listedIn(world, page)).toEqual([[]]);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html.slice(15));
  });

  test('marks leave the document as it is', async () => {
    const html = '<!doctype html><html><head></head><body><p>DeepSeek R1.</p></body></html>';
    const page = await openHtml(world, html);
    await expectPainted(page, ['DeepSeek R1']);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html.slice(15));
  });

  test('a document written anew a hundred times keeps marks and card', async () => {
    const page = await openHtml(world, '<p>OpenAI.</p>');
    await expectPainted(page, ['OpenAI']);
    await page.evaluate(async () => {
      for (let round = 0; round < 100; round++) {
        document.open();
        document.write(`<p>About <span>DeepSeek R1</span>, round ${round}.</p>`);
        document.close();
        if (round % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    await expectPainted(page, ['DeepSeek R1']);
    await expectCardAt(page, 'span');
    // The card's script is there by now, and its listeners end as well.
    await page.evaluate(() => {
      document.open();
      document.write('<p>And <span>OpenAI</span>.</p>');
      document.close();
    });
    await expectPainted(page, ['OpenAI']);
    expect(await page.$$eval('ai-footnotes', (hosts) => hosts.length)).toBe(0);
    await expectCardAt(page, 'span');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.$eval('html', isCardOpen)).toBe(false);
  });

  test('the small script goes on in a document that is written anew', async () => {
    const page = await openHtml(world, '<p>Nothing of note.</p>');
    await expect.poll(() => listedIn(world, page)).toEqual([[]]);
    const write = (html: string) =>
      page.evaluate((markup) => {
        document.open();
        document.write(markup);
        document.close();
      }, html);
    await write('<p>Nothing of note either.</p>');
    expect(await listedIn(world, page)).toEqual([[]]);
    await write('<p>About <span>DeepSeek R1</span>.</p>');
    await expectPainted(page, ['DeepSeek R1']);
    await expectCardAt(page, 'span');
  });

  test('a page put away at any moment of its start has its marks and its card when it comes back', async () => {
    const { pages } = world.session;
    const count =
      '<script>addEventListener("pageshow", () => { shown = (globalThis.shown ?? 0) + 1 })</script>';
    const first = pages.handle('/first', `<p>About <span>DeepSeek R1</span>.</p>${count}`);
    const page = await world.session.open(first);
    const isShown = (address: string, times: number) =>
      expect
        .poll(
          () => page.evaluate(() => [location.href, (globalThis as { shown?: number }).shown]),
          { interval: 5 },
        )
        .toEqual([address, times]);
    await isShown(first, 1);
    for (let round = 0; round < 20; round++) {
      // Left while the scripts come, ask for the settings and for the style of the marks, and after that.
      const leave = `<script>
        addEventListener('load', () => setTimeout(() => history.back(), ${round * 5}), { once: true });
      </script>`;
      const second = pages.handle(
        `/left-${round}`,
        `<p>About <span>OpenAI</span>.</p>${count}${leave}`,
      );
      await page.evaluate((address) => location.assign(address), second);
      await isShown(first, round * 2 + 2);
      await page.evaluate(() => history.forward());
      await isShown(second, 2);
      await expectPainted(page, ['OpenAI']);
      if (round % 10 === 9) {
        await expectCardAt(page, 'span');
        expect(await listedIn(world, page)).toEqual([['OpenAI']]);
      }
      await page.evaluate(() => history.back());
      await isShown(first, round * 2 + 3);
    }
    await expectPainted(page, ['DeepSeek R1']);
    // The style that was put in beside the page is kept with it.
    const lines = await page.$eval('span', (element) =>
      [...CSS.highlights.keys()].map(
        (name) => getComputedStyle(element, `::highlight(${name})`).textDecorationLine,
      ),
    );
    expect(lines).toEqual(['underline']);
    await expectCardAt(page, 'span');
  });

  test('events made up by the page open no card', async () => {
    const page = await openHtml(world, '<p>About <span>DeepSeek R1</span>.</p>');
    await expectPainted(page, ['DeepSeek R1']);
    // From here on its script is there, and a card takes no longer than its delay.
    await expectCardAt(page, 'span');
    await page.mouse.move(1, 1);
    await expect.poll(() => page.$eval('html', isCardOpen)).toBe(false);
    const box = await (await page.$('span'))?.boundingBox();
    await page.evaluate(`
      globalThis.added = 0;
      new MutationObserver((records) => {
        for (const { addedNodes } of records) added += addedNodes.length;
      }).observe(document, { childList: true, subtree: true });
    `);
    const hosts = () => page.evaluate('added');
    await page.evaluate(
      async (x, y) => {
        const span = document.querySelector('span') as Element;
        const at = { clientX: x, clientY: y, bubbles: true, composed: true };
        const send = (pointerType: string, ...types: string[]) => {
          for (const type of types)
            span.dispatchEvent(new PointerEvent(type, { ...at, pointerType }));
        };
        for (let round = 0; round < 200; round++) {
          send('touch', 'pointerover', 'pointermove', 'pointerdown', 'pointerup', 'click');
          span.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', altKey: true, ...at }));
        }
        // Nothing but a rest, which a press would end, and for longer than the delay.
        for (const end = performance.now() + 900; performance.now() < end; ) {
          send('mouse', 'pointerover', 'pointermove');
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      },
      (box?.x ?? 0) + 4,
      (box?.y ?? 0) + 4,
    );
    expect(await hosts()).toBe(0);
    await expectCardAt(page, 'span');
    expect(await hosts()).toBe(1);
  });

  test('settings take effect in open tabs at once', async () => {
    const page = await openHtml(world, '<p>OpenAI and OpenAI.</p><h2>More</h2><p>OpenAI.</p>');
    await expectPainted(page, ['OpenAI', 'OpenAI']);
    const set = (key: string, value: unknown) =>
      world.extension.evaluate((api, name, to) => api.storage.sync.set({ [name]: to }), key, value);
    await set('marks.density', 'all');
    await expectPainted(page, ['OpenAI', 'OpenAI', 'OpenAI']);
    await set('marks.density', 'page');
    await expectPainted(page, ['OpenAI']);
    await set('muted.site.127.0.0.1', true);
    await expectPainted(page, []);
    // Open pages learn of the mute by themselves; that new ones get no script comes a moment later.
    await expect.poll(() => unscriptedSites(world.extension)).toContain('*://127.0.0.1/*');
    await page.reload();
    await world.extension.scriptsCame(page);
    expect(await listedIn(world, page)).toEqual([['none']]);
    await world.extension.evaluate((api) => api.storage.sync.remove('muted.site.127.0.0.1'));
    await expectPainted(page, ['OpenAI']);
    await set('enabled', false);
    await expectPainted(page, []);
    await set('enabled', true);
    await expectPainted(page, ['OpenAI']);
    await world.extension.evaluate((api) => api.storage.sync.clear());
    await expectPainted(page, ['OpenAI', 'OpenAI']);
  });

  test('a page that is muted or switched off while it is open is read no more until it is heard again', async () => {
    const page = await openHtml(world, '<p>OpenAI.</p>');
    await expectPainted(page, ['OpenAI']);
    const isRead = () =>
      world.extension.inPage(page, async () => {
        const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')];
        const { decided, list } = handle as { decided: { decidedFrom: unknown }; list(): unknown };
        await list.call(handle);
        return decided.decidedFrom !== undefined;
      });
    expect(await isRead()).toBe(true);
    const off = { 'muted.site.127.0.0.1': true, enabled: false };
    for (const [key, value] of Object.entries(off)) {
      await world.extension.evaluate((api, items) => api.storage.sync.set(items), { [key]: value });
      await expectPainted(page, []);
      await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>GPT-4o.</p>'));
      expect(await isRead()).toBe(false);
      await world.extension.evaluate((api, name) => api.storage.sync.remove(name), key);
      await expectPainted(page, ['GPT-4o', 'OpenAI']);
    }
  });

  test('a frame in a page of a muted site is read once that is heard again', async () => {
    const { pages } = world.session;
    await world.extension.evaluate((api) => api.storage.sync.set({ 'muted.site.127.0.0.1': true }));
    await expect.poll(() => unscriptedSites(world.extension)).toContain('*://127.0.0.1/*');
    const inner = new URL(pages.handle('/in-a-muted-page', '<p>OpenAI.</p>'));
    const page = await openHtml(
      world,
      `<iframe src="${pages.otherOrigin}${inner.pathname}"></iframe>`,
    );
    const inFrame = async () => {
      const answers = await world.extension.inFrames(page, async () => {
        const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')] as
          | { ready?: unknown; list(): Promise<unknown[]>; decided: { decidedFrom: unknown } }
          | undefined;
        if (!handle?.ready) return 'nobody who knows';
        const { length } = await handle.list();
        return [length, handle.decided.decidedFrom !== undefined];
      });
      return answers.find(({ frameId }) => frameId !== 0)?.result;
    };
    await expect.poll(inFrame).toEqual([0, false]);
    await world.extension.evaluate((api) => api.storage.sync.remove('muted.site.127.0.0.1'));
    await expect.poll(inFrame).toEqual([1, true]);
  });

  test('three hundred frames without text read no settings and bring no second script until text comes', {
    // A load and what is polled after it, each at its own limit.
    timeout: 240_000,
  }, async () => {
    const page = await openHtml(
      world,
      `<p>DeepSeek R1.</p>${'<iframe srcdoc="<img alt>" width="20" height="20"></iframe>'.repeat(300)}`,
    );
    await expectPainted(page, ['DeepSeek R1']);
    const kinds = async () => {
      const answers = await world.extension.inFrames(page, () => {
        const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')];
        if (!handle) return 'none';
        return 'ready' in (handle as object) ? 'reader' : 'small';
      });
      const count = (kind: string) => answers.filter(({ result }) => result === kind).length;
      return { reader: count('reader'), small: count('small'), none: count('none') };
    };
    await expect.poll(kinds).toEqual({ reader: 1, small: 300, none: 0 });
    // Text that comes to one of them is read as any other.
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('iframe');
      first?.contentDocument?.body.append('About DeepSeek R1.');
      second?.contentDocument?.open();
      second?.contentDocument?.write('<p>About DeepSeek R1.');
      second?.contentDocument?.close();
    });
    await expect.poll(kinds).toEqual({ reader: 3, small: 298, none: 0 });
    // The small script cannot read settings: it names no storage.
    const small = await readFile(join(world.extension.folder, 'page.js'), 'utf8');
    expect(small).not.toMatch(/storage|indexedDB/i);
  });

  test('a script that is brought once more leaves the one that lives as it is', async () => {
    const page = await openHtml(world, '<p>About DeepSeek R1.</p>');
    await expectPainted(page, ['DeepSeek R1']);
    const mark = () =>
      world.extension.inPage(page, () => {
        const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')];
        const { isKnown = false } = handle as { isKnown?: boolean };
        Object.assign(handle as object, { isKnown: true });
        return isKnown;
      });
    expect(await mark()).toBe(false);
    await world.extension.evaluate(async (api, address) => {
      const tab = (await api.tabs.query({})).find(({ url }) => url === address);
      const target = { tabId: tab?.id as number };
      await api.scripting.executeScript({ target, files: ['page.js'] });
      await api.scripting.executeScript({ target, files: ['reader.js'] });
    }, page.url());
    expect(await mark()).toBe(true);
    await expectPainted(page, ['DeepSeek R1']);
  });

  test('a page that comes back from where it was kept is marked by what the reader has switched on meanwhile', async () => {
    const { session, extension } = world;
    await extension.evaluate((api) => api.storage.sync.set({ enabled: false }));
    const page = await openHtml(world, '<p>About <span>DeepSeek R1</span>.</p>');
    await page.evaluate(`
      addEventListener('pageshow', ({ persisted }) => { globalThis.wasKept = persisted; });
    `);
    await page.goto(session.pages.handle('/between', '<p>About OpenAI.</p>'));
    await extension.evaluate((api) => api.storage.sync.set({ enabled: true }));
    await expectPainted(page, ['OpenAI']);
    await page.evaluate('history.back()').catch(() => undefined); // the page may be gone before it answers
    await expectPainted(page, ['DeepSeek R1']);
    expect(await page.evaluate('wasKept')).toBe(true);
    await expectCardAt(page, 'span');
  });

  test('an update takes an open card away', async () => {
    const page = await openHtml(world, '<p>About <span>DeepSeek R1</span>.</p>');
    await expectPainted(page, ['DeepSeek R1']);
    await expectCardAt(page, 'span');
    await world.extension.reinstall();
    await page.bringToFront();
    await expect.poll(() => page.$$eval('ai-footnotes', (hosts) => hosts.length)).toBe(0);
    await expectTakenOver(page);
    await expectCardAt(page, 'span');
  });

  test('twenty updates leave one script, one set of marks and no error', async () => {
    const page = await openHtml(world, '<p>About <span>DeepSeek R1</span>.</p>');
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push((error as Error).stack));
    await expectPainted(page, ['DeepSeek R1']);
    let isOver = false;
    const reading = movePointer(page, () => isOver);
    try {
      for (let round = 0; round < 20; round++) await world.extension.reinstall();
    } finally {
      isOver = true;
      await reading;
    }
    await page.bringToFront();
    await expectTakenOver(page);
    await expectCardAt(page, 'span');
    expect(errors).toEqual([]);
  });
});

/** Moves the pointer over one element and the next, some times a second, as readers do who know of no update. */
async function movePointer(page: Page, isOver: () => boolean): Promise<void> {
  for (let step = 0; !isOver(); step++) {
    await page.mouse.move(20 + 60 * (step % 3), 25 + (step % 2));
    await new Promise((done) => setTimeout(done, 20));
  }
}
