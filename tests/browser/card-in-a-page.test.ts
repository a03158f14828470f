import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEachBrowser } from './support/in-each-browser';

const TEXT = `<h1>News</h1><p id="text">Last week DeepSeek R1 was released. OpenAI o1 came first.</p>
  <p>${'Nothing else is to be read here. '.repeat(20)}</p>`;

/** Milliseconds a busy machine may take: the card's script is loaded at its first need. */
const SLOW = { timeout: 10_000 };

inEachBrowser((world) => {
  async function opened(path: string, html: string, headers: Record<string, string> = {}) {
    const address = world.session.pages.handle(path, (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end(`<!doctype html><html lang="en"><title>News</title>${html}`);
    });
    const page = await world.session.open(address);
    await page.bringToFront();
    await world.extension.inPage(page, async () => {
      const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')];
      await (handle as { list(): Promise<unknown> }).list();
    });
    return page;
  }

  /** The name on the card that is shown. */
  function shownName(page: Page): Promise<string | null | undefined> {
    return world.extension.inPage(page, ({ shadowOf }) => {
      const host = document.querySelector('ai-footnotes');
      return host ? shadowOf(host)?.querySelector('.name')?.textContent : null;
    });
  }

  /** Puts the pointer on a word of the text. */
  async function point(page: Page, word: string): Promise<void> {
    const { x, y } = await page.evaluate((wanted) => {
      const text = document.querySelector('#text')?.firstChild;
      if (!text) throw new Error('no text');
      const range = document.createRange();
      const start = text.textContent?.indexOf(wanted) ?? 0;
      range.setStart(text, start);
      range.setEnd(text, start + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, word);
    await page.mouse.move(x, y, { steps: 5 });
  }

  test('resting on a name shows its card, and nothing is in the page before', async () => {
    const page = await opened('/news', TEXT);
    expect(await page.evaluate(() => document.querySelector('ai-footnotes'))).toBeNull();
    await point(page, 'DeepSeek R1');
    await expect.poll(() => shownName(page), SLOW).toBe('DeepSeek R1');
    await page.mouse.move(2, 2, { steps: 5 });
    await expect.poll(() => shownName(page), SLOW).toBeNull();
    await point(page, 'OpenAI o1');
    await expect.poll(() => shownName(page), SLOW).toBe('OpenAI o1');
  });

  test('a page with a strict policy and Trusted Types shows it too, and reports nothing', async () => {
    const page = await opened('/strict', TEXT, {
      'content-security-policy':
        "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    const logged: string[] = [];
    page.on('console', (entry) => logged.push(entry.text()));
    await point(page, 'DeepSeek R1');
    await expect.poll(() => shownName(page), SLOW).toBe('DeepSeek R1');
    expect(logged).toEqual([]);
  });

  test('a card opens in a frame', async () => {
    const inner = world.session.pages.handle(
      '/inner-news',
      `<!doctype html><title>i</title>${TEXT}`,
    );
    const address = world.session.pages.handle(
      '/outer-news',
      `<!doctype html><title>Outer</title><iframe src="${inner}" width="700" height="500"></iframe>`,
    );
    const page = await world.session.open(address);
    const frame = await page.waitForFrame((candidate) => candidate.url() === inner);
    const box = await (await page.waitForSelector('iframe'))?.boundingBox();
    const at = await frame.evaluate(() => {
      const text = document.querySelector('#text')?.firstChild;
      const range = document.createRange();
      range.setStart(text as Node, 12);
      range.setEnd(text as Node, 18);
      const { x, y, height } = range.getBoundingClientRect();
      return { x: x + 5, y: y + height / 2 };
    });
    await expect
      .poll(
        async () => {
          await page.mouse.move(2, 2);
          await page.mouse.move((box?.x ?? 0) + at.x + 2, (box?.y ?? 0) + at.y + 2, { steps: 3 });
          await frame
            .waitForFunction(() => document.querySelector('ai-footnotes') !== null, {
              timeout: 2_000,
            })
            .catch(() => undefined);
          return frame.evaluate(() => document.querySelector('ai-footnotes') !== null);
        },
        { timeout: 15_000 },
      )
      .toBe(true);
  });
});
