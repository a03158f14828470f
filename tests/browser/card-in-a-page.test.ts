import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { SEEN_FOR } from '../../src/card/press-guard';
import { MARK_NAMES, markName } from '../../src/paint/mark-names';
import { inEachBrowser } from './support/in-each-browser';

const TEXT = `<h1>News</h1><p id="text">Last week DeepSeek R1 was released. OpenAI o1 came first.</p>
  <p>${'Nothing else is to be read here. '.repeat(20)}</p>`;

inEachBrowser((world) => {
  async function opened(path: string, html: string, headers: Record<string, string> = {}) {
    const address = world.session.pages.handle(path, (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end(`<!doctype html><html lang="en"><title>News</title>${html}`);
    });
    const page = await world.session.open(address);
    await page.bringToFront();
    // The script comes once the document is idle, a moment after it is read.
    const isRead = () =>
      world.extension.inPage(page, async () => {
        const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')];
        await (handle as { list(): Promise<unknown> } | undefined)?.list();
        return handle !== undefined;
      });
    await expect.poll(isRead).toBe(true);
    return page;
  }

  /** The name on the card that is shown. */
  function shownName(page: Page): Promise<string | null | undefined> {
    return world.extension.inPage(page, ({ shadowOf }) => {
      const host = document.querySelector('ai-footnotes');
      return host ? shadowOf(host)?.querySelector('.name')?.textContent : null;
    });
  }

  /** The middle of a word of the text. */
  function placeOf(page: Page, word: string): Promise<{ x: number; y: number }> {
    return page.evaluate((wanted) => {
      const text = document.querySelector('#text')?.firstChild;
      if (!text) throw new Error('no text');
      const range = document.createRange();
      const start = text.textContent?.indexOf(wanted) ?? 0;
      range.setStart(text, start);
      range.setEnd(text, start + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, word);
  }

  async function point(page: Page, word: string): Promise<void> {
    const { x, y } = await placeOf(page, word);
    await page.mouse.move(x, y, { steps: 5 });
  }

  test('resting on a name shows its card, and nothing is in the page before', async () => {
    const page = await opened('/news', TEXT);
    expect(await page.evaluate(() => document.querySelector('ai-footnotes'))).toBeNull();
    await point(page, 'DeepSeek R1');
    await expect.poll(() => shownName(page)).toBe('DeepSeek R1');
    await page.mouse.move(2, 2, { steps: 5 });
    await expect.poll(() => shownName(page)).toBeNull();
    await point(page, 'OpenAI o1');
    await expect.poll(() => shownName(page)).toBe('OpenAI o1');
  });

  test('a scroll that ends with a name under the pointer shows its card', async () => {
    const page = await opened(
      '/scrolled',
      `<p style="height: 200px"></p>${TEXT}<p style="height: 2000px"></p>`,
    );
    // From here on the card's script is there, and hears of every scroll.
    await point(page, 'DeepSeek R1');
    await expect.poll(() => shownName(page)).toBe('DeepSeek R1');
    await page.mouse.move(2, 2, { steps: 5 });
    await expect.poll(() => shownName(page)).toBeNull();
    const { x, y } = await placeOf(page, 'DeepSeek R1');
    await page.mouse.move(x, y - 60, { steps: 3 });
    // As a smooth scroll goes: the name is under the pointer for the last frames of it.
    await page.evaluate(async () => {
      for (let moved = 0; moved < 60; moved += 2) {
        scrollBy(0, 2);
        await new Promise((done) => requestAnimationFrame(done));
      }
    });
    await expect.poll(() => shownName(page)).toBe('DeepSeek R1');
  });

  test('text that is made anew under the pointer has its card, whether one was on its way or open', async () => {
    const page = await opened('/renewed', TEXT);
    const renew = () =>
      page.$eval('#text', (element) => {
        const { textContent } = element;
        element.textContent = textContent;
      });
    // Kept waiting, since all that follows is to happen before it opens.
    await world.extension.evaluate((api) => api.storage.sync.set({ 'card.delay': 1000 }));
    await point(page, 'OpenAI o1');
    await expect.poll(() => shownName(page)).toBe('OpenAI o1');
    await page.mouse.move(2, 2, { steps: 5 });
    await expect.poll(() => shownName(page)).toBeNull();
    await point(page, 'DeepSeek R1');
    await renew();
    await expect.poll(() => shownName(page)).toBe('DeepSeek R1');
    await renew();
    await expect.poll(() => shownName(page)).toBeNull();
    await expect.poll(() => shownName(page)).toBe('DeepSeek R1');
  });

  test('a page with a strict policy and Trusted Types shows it too, and reports nothing', async () => {
    const page = await opened('/strict', TEXT, {
      'content-security-policy':
        "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    const logged: string[] = [];
    page.on('console', (entry) => logged.push(entry.text()));
    await point(page, 'DeepSeek R1');
    await expect.poll(() => shownName(page)).toBe('DeepSeek R1');
    expect(logged).toEqual([]);
  });

  /** The part of the card in the middle of which a finger goes down. */
  async function placeInCard(page: Page, selector: string): Promise<{ x: number; y: number }> {
    const place = await world.extension.inPage(
      page,
      ({ shadowOf }, wanted) => {
        const host = document.querySelector('ai-footnotes');
        const box = host && shadowOf(host)?.querySelector(wanted)?.getBoundingClientRect();
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
      },
      selector,
    );
    if (!place) throw new Error(`the card has no ${selector}`);
    return place;
  }

  test('a tap opens the card as a sheet at the lower edge, its buttons take taps, and a link stays a link', async () => {
    const page = await opened(
      '/touched',
      `<meta name="viewport" content="width=device-width"><p id="text">Last week DeepSeek R1 was released.</p>
      <p><a href="#away">NVIDIA</a> fell.</p><p style="height: 900px"></p>`,
    );
    await page.setViewport({
      width: 390,
      height: 780,
      deviceScaleFactor: world.kind === 'chrome' ? 0 : 1,
    });
    await page.waitForFunction(() => innerWidth === 390);
    const link = await page.$eval('a', (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.touchscreen.tap(link.x, link.y);
    await page.waitForFunction(() => location.hash === '#away');
    const { x, y } = await placeOf(page, 'DeepSeek R1');
    await page.touchscreen.tap(x, y);
    await expect.poll(() => shownName(page)).toBe('DeepSeek R1');
    const lower = () =>
      world.extension.inPage(page, ({ shadowOf }) => {
        const host = document.querySelector('ai-footnotes');
        const sheet = host && shadowOf(host)?.querySelector('.sheet');
        if (!sheet || sheet.getAnimations().length > 0) return null;
        const { left, right, bottom, top } = sheet.getBoundingClientRect();
        const { clientWidth } = document.documentElement;
        return [left, right - clientWidth, bottom - innerHeight, Math.sign(top)];
      });
    await expect.poll(lower).toEqual([0, 0, 0, 1]);
    // One tap has to do, once the sheet has stood for as long as a press takes to count.
    const stood = await page.evaluate(() => performance.now());
    await page.waitForFunction((until) => performance.now() > until, {}, stood + SEEN_FOR + 30);
    const more = await placeInCard(page, '.foot-button:nth-of-type(2)');
    await page.touchscreen.tap(more.x, more.y);
    const question = () =>
      world.extension.inPage(page, ({ shadowOf }) => {
        const host = document.querySelector('ai-footnotes');
        return host && shadowOf(host)?.querySelector('.question legend')?.textContent;
      });
    await expect.poll(question).toMatch(/DeepSeek R1/);
    await page.touchscreen.tap(20, 20);
    await expect.poll(() => shownName(page)).toBeNull();
  });

  test('a mention deep in a text longer than the screen is brought there, whatever it scrolls in', async () => {
    const lines = 'Nothing is said here.<br>'.repeat(200);
    const text = `<div class="long">${lines}<img>DeepSeek R1 here.<br>${lines.repeat(3)}</div>`;
    const scrolls = 'height: 300px; overflow: auto';
    for (const html of [
      `<div style="">${text}</div>`,
      `<div style="${scrolls}">${text}</div>`,
      `<my-list style="display: block; ${scrolls.slice(0, 13)}">${text}</my-list><p>${lines}</p><script>
        document.querySelector('my-list').attachShadow({ mode: 'open' }).innerHTML =
          '<div style="${scrolls}"><slot></slot></div>';
      </script>`,
    ]) {
      const page = await opened('/long', html);
      await world.extension.inPage(page, () => {
        const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')];
        (handle as { step(by: number): void }).step(1);
      });
      await expect.poll(() => shownName(page)).toBe('DeepSeek R1');
      const [top, bottom, edge] = await page.$eval('img', (name) => {
        const { top, bottom } = name.getBoundingClientRect();
        const around = name.closest('[style]')?.getBoundingClientRect();
        return [top, bottom, Math.min(innerHeight, around?.bottom ?? 0)];
      });
      expect(top).toBeGreaterThan(0);
      expect(bottom).toBeLessThan(edge as number);
    }
  });

  test('the commands walk the mentions, the focus is in the card, and Escape gives it back', async () => {
    const page = await opened('/walked', `<button id="here">Here</button>${TEXT}`);
    await page.focus('#here');
    const step = (direction: 1 | -1) =>
      world.extension.inPage(
        page,
        (_, by) => {
          const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')];
          (handle as { step(by: number): void }).step(by);
        },
        direction,
      );
    const reached = () =>
      world.extension.inPage(page, ({ shadowOf }) => {
        const host = document.querySelector('ai-footnotes');
        const card = host && shadowOf(host)?.querySelector('.card');
        const label = (by: string) =>
          (card?.getAttribute(by) ?? '')
            .split(' ')
            .map((id) => host && shadowOf(host)?.getElementById(id)?.textContent)
            .join('; ');
        if (!card?.matches(':focus')) return null;
        return [card.getAttribute('role'), label('aria-labelledby'), label('aria-describedby')];
      });
    await step(1);
    await expect
      .poll(reached)
      .toEqual(['dialog', 'DeepSeek R1', expect.stringMatching(/^1 of \d; An AI model/)]);
    await step(1);
    await expect
      .poll(reached)
      .toEqual(['dialog', 'OpenAI o1', expect.stringMatching(/^2 of \d; OpenAI/)]);
    await step(-1);
    await expect
      .poll(reached)
      .toEqual(['dialog', 'DeepSeek R1', expect.stringMatching(/^1 of \d; /)]);
    await page.keyboard.press('Escape');
    await expect.poll(() => shownName(page)).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('here');
  });

  test('tints are painted; hidden marks are shown in the paragraph that the pointer is in, and have their card', async () => {
    await world.extension.evaluate((api) => api.storage.sync.set({ 'marks.style': 'hidden' }));
    const page = await opened(
      '/hidden',
      `${TEXT}<p id="second">NVIDIA lost much of its worth.</p>`,
    );
    const painted = () => countsByName(page);
    await expect.poll(painted).toEqual({ [markName('hidden')]: 3 });
    const picture = () => page.screenshot({ encoding: 'base64' });
    const unmarked = await picture();
    const choose = (style: string) =>
      world.extension.evaluate(
        (api, value) => api.storage.sync.set({ 'marks.style': value }),
        style,
      );
    // Chromium leaves out colours that only a user's style sheet has.
    await choose('background');
    await expect.poll(painted).toEqual({ [markName('background')]: 3 });
    await expect.poll(picture).not.toBe(unmarked);
    await choose('hidden');
    await expect.poll(painted).toEqual({ [markName('hidden')]: 3 });
    await expect.poll(picture).toBe(unmarked);
    await point(page, 'Last week');
    await expect.poll(painted).toEqual({ [markName('hidden')]: 1, [markName('dotted')]: 2 });
    await point(page, 'DeepSeek R1');
    await expect.poll(() => shownName(page)).toBe('DeepSeek R1');
    // The card lies over the next paragraph.
    await page.mouse.move(2, 2, { steps: 5 });
    await expect.poll(() => shownName(page)).toBeNull();
    const { x, y } = await page.$eval('#second', (element) => {
      const box = element.getBoundingClientRect();
      return { x: box.x + 150, y: box.y + box.height / 2 };
    });
    await page.mouse.move(x, y, { steps: 3 });
    await expect.poll(painted).toEqual({ [markName('hidden')]: 2, [markName('dotted')]: 1 });
  });

  test('a mark with a colour of its own takes that of the text while the ground is too like it', async () => {
    await world.extension.evaluate((api) => api.storage.sync.set({ 'marks.byCategory': true }));
    const page = await opened(
      '/grounds',
      `<style>body { background: oklch(1 0 0) } #grey { background: #777 }</style>
      <p>OpenAI said so.</p><p id="grey">So did <b style="background: none">NVIDIA</b>.</p>`,
    );
    const [coloured, quiet] = [markName('dotted', 'organisation'), markName('dotted')];
    await expect.poll(() => countsByName(page)).toEqual({ [coloured]: 1, [quiet]: 1 });
    await page.evaluate(() => {
      document.body.style.background = 'rgb(120 120 120)';
      document.querySelector<HTMLElement>('#grey')?.style.setProperty('background', '#111');
    });
    await expect.poll(() => page.evaluate(paintedNameOf, 'OpenAI', MARK_NAMES)).toBe(quiet);
    expect(await page.evaluate(paintedNameOf, 'NVIDIA', MARK_NAMES)).toBe(coloured);
  });

  test('the first card too opens after the time the reader has chosen', async () => {
    const { extension } = world;
    await extension.evaluate((api) => api.storage.sync.set({ 'card.delay': 1000 }));
    await expect
      .poll(() => extension.evaluate((api) => api.storage.local.get('page-settings')))
      .toMatchObject({ 'page-settings': { openDelay: 1000 } });
    const page = await opened('/late', TEXT);
    // From before the pointer comes to the name: how long it takes to get there is the machine's affair.
    const before = await page.evaluate(() => performance.now());
    await point(page, 'DeepSeek R1');
    await expect.poll(() => shownName(page), { interval: 20 }).toBe('DeepSeek R1');
    expect((await page.evaluate(() => performance.now())) - before).toBeGreaterThanOrEqual(1000);
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
    await frame.waitForFunction(() => CSS.highlights.size > 0);
    const box = await (await page.$('iframe'))?.boundingBox();
    const at = await frame.evaluate(() => {
      const text = document.querySelector('#text')?.firstChild;
      const range = document.createRange();
      range.setStart(text as Node, 12);
      range.setEnd(text as Node, 18);
      const { x, y, height } = range.getBoundingClientRect();
      return { x: x + 5, y: y + height / 2 };
    });
    await page.bringToFront();
    await page.mouse.move((box?.x ?? 0) + at.x + 2, (box?.y ?? 0) + at.y + 2, { steps: 3 });
    await frame.waitForFunction(() => document.querySelector('ai-footnotes') !== null);
  });
});

/** How many marks are painted under each name that has any. */
function countsByName(page: Page): Promise<Record<string, number>> {
  return page.evaluate(
    (names) =>
      Object.fromEntries(
        names.flatMap((name) => {
          const count = CSS.highlights.get(name)?.size ?? 0;
          return count > 0 ? [[name, count]] : [];
        }),
      ),
    MARK_NAMES,
  );
}

/** Runs in the page: the name under which a text is painted. */
function paintedNameOf(text: string, names: readonly string[]): string | undefined {
  return names.find((name) =>
    [...(CSS.highlights.get(name) ?? [])].some(({ startContainer }) =>
      startContainer.textContent?.includes(text),
    ),
  );
}
