import type { KeyInput, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { findViolations } from './support/find-violations';
import { inEachBrowser, type World } from './support/in-each-browser';
import { openHtml } from './support/marks';
import { saveFootnote } from './support/save-footnote';
import { termsOn } from './support/terms-on';
import { typeInto } from './support/type-into';

const PLACES = [
  '',
  '#search=zebra',
  '#term=deepseek-r1',
  '#page=timeline',
  '#page=figures',
  '#compare=deepseek-r1,openai-o1',
  '#page=packs',
  '#page=settings',
] as const;

/** Spacing that readers may set for themselves, after WCAG 1.4.12. */
const WIDE_TEXT = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`;

/** Goes to another place and waits until it is shown: what was shown before has a heading as well. */
async function goTo(page: Page, hash: string): Promise<void> {
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

async function openGlossary({ extension }: World, hash = ''): Promise<Page> {
  const page = await extension.openPage('glossary.html');
  await page.waitForSelector('main h1');
  await goTo(page, hash);
  return page;
}

const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent);

inEachBrowser((world) => {
  test.each([
    ['蒸馏', 'Distillation'],
    ['輝達', 'NVIDIA'],
    ['deepseekr1', 'DeepSeek R1'],
    ['opneai', 'OpenAI'],
  ])('searching "%s" finds %s first', async (typed, name) => {
    const page = await openGlossary(world);
    await typeInto(page, 'input[type=search]', typed);
    await page.waitForFunction(
      (first) => document.querySelector('.term-links li')?.textContent === first,
      {},
      name,
    );
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('search')).toBe(typed);
  });

  test('a link to a term shows all its facts, each with how it is known', async () => {
    const page = await openGlossary(world, '#term=deepseek-r1');
    await page.waitForSelector('.term-page');
    expect(await textOf(page, 'h1')).toBe('DeepSeek R1');
    const facts = await page.$$eval('.term-page .fact', (rows) =>
      rows.map((row) => row.querySelector('.provenance')?.textContent ?? ''),
    );
    expect(facts.length).toBeGreaterThan(20);
    for (const provenance of facts) expect(provenance).toMatch(/passage \d+/);
  });

  test('R1 against o1 stands side by side: dates, AIME, price, openness and strengths', async () => {
    const page = await openGlossary(world, '#compare=deepseek-r1,openai-o1');
    await page.waitForSelector('.comparison');
    const text = await page.$eval('.comparison', (table) => (table as HTMLElement).textContent);
    for (const part of [
      '20 January 2025',
      'September 2024',
      '79.8%',
      '79.2%',
      'about 3.3%',
      '100%',
    ]) {
      expect(text).toContain(part);
    }
    const headers = await page.$$eval('.comparison > tbody > tr > th', (cells) =>
      cells.map((cell) => cell.textContent),
    );
    expect(headers).toEqual(expect.arrayContaining(['Strengths', 'Openness', 'Cost and price']));
  });

  test('a muted site that is none is refused where it is typed; a good one is kept', async () => {
    const page = await openGlossary(world, '#page=settings');
    const submit = () => page.$eval('.adder', (form) => (form as HTMLFormElement).requestSubmit());
    await typeInto(page, '.adder input', 'two words');
    await submit();
    await page.waitForFunction(() =>
      document.querySelector('#site-refusal')?.textContent?.includes('not the name of a site'),
    );
    await typeInto(page, '.adder input', 'https://News.Example.com/today');
    await submit();
    await page.waitForFunction(() =>
      document.querySelector('.entries')?.textContent?.includes('news.example.com'),
    );
    const items = await world.extension.evaluate((api) => api.storage.sync.get(null));
    expect(Object.keys(items)).toEqual(['muted.site.news.example.com']);
  });

  test('a back-up is restored as a whole, and a damaged one changes nothing', async () => {
    await world.extension.evaluate((api) =>
      api.storage.sync.set({ 'muted.site.news.example.com': true }),
    );
    const page = await openGlossary(world, '#page=settings');
    const restore = (name: string, text: string) =>
      page.$eval(
        'input[type=file]',
        (input, file, content) => {
          const files = new DataTransfer();
          files.items.add(new File([content], file, { type: 'application/json' }));
          (input as HTMLInputElement).files = files.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        },
        name,
        text,
      );
    const good = {
      format: 'ai-footnotes-backup',
      version: 1,
      made: '2026-11-24T12:00:00.000Z',
      settings: { 'card.delay': 250, 'muted.term.sora': true, 'sounds.volume': 3 },
      packs: [],
    };
    await restore('good.json', JSON.stringify(good));
    await page.waitForFunction(() => document.body.textContent.includes('Restored from good.json'));
    const read = () => world.extension.evaluate((api) => api.storage.sync.get(null));
    const restored = await read();
    expect(restored).toMatchObject(good.settings);
    expect(restored).not.toHaveProperty('muted.site.news.example.com');

    await restore('cut.json', JSON.stringify(good).slice(0, 80));
    await page.waitForFunction(() =>
      document.body.textContent.includes('cut.json was not restored'),
    );
    await restore('bad.json', JSON.stringify({ ...good, settings: { 'card.delay': -1 } }));
    await page.waitForFunction(() => document.body.textContent.includes('“card.delay”'));
    expect(await read()).toEqual(restored);
  });

  test('nothing on any page runs out of a screen 320 pixels wide, however text is spaced', async () => {
    const page = await openGlossary(world);
    await page.setViewport({ width: 320, height: 640 });
    await page.waitForFunction(() => innerWidth === 320);
    await page.evaluate((css) => {
      const wide = new CSSStyleSheet();
      wide.replaceSync(css);
      Object.assign(globalThis, { wide });
    }, WIDE_TEXT);
    for (const hash of PLACES) {
      await goTo(page, hash);
      const over = await page.evaluate(() =>
        [[], [(globalThis as unknown as { wide: CSSStyleSheet }).wide]].map((sheets) => {
          document.adoptedStyleSheets = sheets;
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        }),
      );
      expect(over, hash).toEqual([0, 0]);
    }
  });

  test('keys alone lead from any page to a term, and figures to the better of two', async () => {
    const page = await openGlossary(world, '#page=timeline');
    await page.bringToFront();
    const focused = (selector: string) =>
      page.waitForFunction((wanted) => document.activeElement?.matches(wanted), {}, selector);
    await page.keyboard.press('/');
    await focused('.search input');
    await page.keyboard.type('openai');
    await page.waitForFunction(
      () => document.querySelector('.term-links li')?.textContent === 'OpenAI',
    );
    await page.keyboard.press('ArrowDown');
    await focused('li:first-child > .term-link');
    await page.keyboard.press('ArrowDown');
    await focused('li:nth-child(2) > .term-link');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await focused('.search input');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('.group').length === 5);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await focused('.group:last-child li:last-child > .term-link');
    await page.keyboard.press('Enter');
    await focused('.term-page h1');

    await goTo(page, '#compare=deepseek-r1,openai-o1');
    await page.waitForSelector('.comparison');
    const best = await page.$$eval('.compared-value.best', (values) =>
      values.map((value) => value.textContent),
    );
    expect(best).toEqual(['79.8%', '96.6% †', 'about 3.3%']);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing on any page, %s', async (theme) => {
    await world.extension.evaluate((api, value) => api.storage.sync.set({ theme: value }), theme);
    const page = await openGlossary(world);
    await page.waitForFunction(
      (value) => document.documentElement.dataset.theme === value,
      {},
      theme,
    );
    for (const hash of PLACES) {
      await goTo(page, hash);
      const only = theme === 'light' ? undefined : 'colours';
      expect(await findViolations(page, only), hash).toEqual([]);
    }
  });

  test("a term of the reader's own gets another name, category and spellings by keys, and is marked like that", async () => {
    const article = await openHtml(world, '<p>The Quillback and the Gadwall swim.</p>');
    await saveFootnote(world, 'Quillback', 'It was said.');
    await expect.poll(() => termsOn(world, article)).toEqual(['quillback']);
    const page = await openGlossary(world, '#term=quillback');
    await page.bringToFront();
    const { keyboard } = page;
    const press = async (...keys: KeyInput[]) => {
      for (const key of keys) await keyboard.press(key);
    };
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: element } = document;
        return element?.getAttribute('aria-label') ?? element?.textContent?.trim();
      });
    await page.focus('.term-page header [aria-expanded]');
    await press('Enter');
    await page.waitForSelector('.own-term input:focus');
    await page.$eval('.own-term input', (input) => input.select());
    await keyboard.type('Quillback fish');
    await press('Tab');
    await keyboard.type('Org');
    // Past the one spelling there is, which cannot be removed, to the button that adds another.
    await press('Tab', 'Tab', 'Tab');
    expect(await focused()).toBe('Add a spelling');
    await press('Enter');
    await page.waitForSelector('li:nth-child(2) .spelling-text:focus');
    await keyboard.type('the');
    await page.waitForSelector('.own-term .warning');
    expect(await textOf(page, '.own-term .warning')).toContain('“the” is so common or short');
    expect(await findViolations(page)).toEqual([]);
    await page.$eval('li:nth-child(2) .spelling-text', (input) =>
      (input as HTMLInputElement).select(),
    );
    await keyboard.type('Gadwall');
    await page.waitForFunction(() => !document.querySelector('.own-term .warning'));
    await press('Tab');
    await keyboard.type('Only');
    await page.waitForSelector('.spelling-words');
    await press('Tab', 'Tab', 'Enter');
    await page.waitForSelector('.spelling-words[aria-invalid=true]:focus');
    expect(await textOf(page, '.own-term [role=alert]')).toContain('Words, separated by commas');
    await keyboard.type('swim');
    await press('Enter');
    await page.waitForFunction(() => !document.querySelector('.own-term'));
    expect(await focused()).toBe('Edit name and spellings');
    await expect.poll(() => textOf(page, 'h1')).toBe('Quillback fish');
    expect(await textOf(page, '.eyebrow')).toBe('Organisation');
    await expect.poll(() => termsOn(world, article)).toEqual(['quillback', 'quillback']);
  });

  // Last, since Chrome takes no more than 120 writes a minute.
  test('200 writes from two tabs at once are all kept', async () => {
    const tabs = [await openGlossary(world), await openGlossary(world)];
    await Promise.all(
      tabs.map((tab, number) =>
        tab.evaluate(async (prefix) => {
          const { runtime } = (
            globalThis as unknown as { chrome: typeof import('webextension-polyfill') }
          ).chrome;
          await Promise.all(
            Array.from({ length: 100 }, (_, index) =>
              runtime.sendMessage({ name: 'term.mute', params: { id: `${prefix}-${index}` } }),
            ),
          );
        }, `tab-${number}`),
      ),
    );
    const [tab] = tabs;
    await tab?.evaluate(() => {
      location.hash = '#page=settings';
    });
    await tab?.waitForFunction(
      () => document.querySelectorAll('.entries a[href*="term=tab-"]').length === 200,
    );
  });
});
