import type { KeyInput, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { setWishes } from '../../scripts/browser/reader-wishes';
import { findViolations } from './support/find-violations';
import { focused, goTo, openGlossary } from './support/glossary';
import { inEachBrowser } from './support/in-each-browser';
import { openHtml } from './support/marks';
import { saveFootnote } from './support/save-footnote';
import { termsOn } from './support/terms-on';
import { typeInto } from './support/type-into';

const PLACES = [
  '',
  '#search=zebra',
  '#term=deepseek-r1',
  `#term=${'unknown'.repeat(30)}`,
  '#page=timeline',
  '#page=figures',
  '#compare=deepseek-r1,openai-o1',
  '#page=packs',
  '#page=settings',
] as const;

/** Spacing that readers may set for themselves, after WCAG 1.4.12. */
const WIDE_TEXT = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`;

/** Goes to one of the places; where packs stand, so does the form that shares the reader's own footnotes. */
async function goToPlace(page: Page, hash: string): Promise<void> {
  await goTo(page, hash);
  if (hash === '#page=packs') await page.waitForSelector('.share-terms label');
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
    const search = () => new URLSearchParams(location.hash.slice(1)).get('search');
    expect(await page.evaluate(search)).toBe(typed);
    // Else a page loaded anew would begin at its top.
    expect(await page.evaluate(() => history.scrollRestoration)).toBe('auto');
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

  test('a link to a term is offered where others can follow it, which Firefox keeps to its profile', async () => {
    const page = await openGlossary(world, '#term=deepseek-r1');
    await page.waitForSelector('.term-page header .buttons');
    const offered = await page.$$eval('.term-page header .buttons > *', (found) =>
      found.map(({ textContent }) => textContent),
    );
    expect(offered.includes('Copy link')).toBe(world.kind === 'chrome');
  });

  test('a step begins at the top of what it leads to, which has a title, and back ends where it was left', async () => {
    const page = await openGlossary(world, '#term=deepseek-r1');
    await page.bringToFront();
    await expect.poll(() => page.title()).toBe('DeepSeek R1 · AI Footnotes');
    const scrolled = () => page.evaluate(() => scrollY);
    await page.evaluate(() => scrollTo(0, 1_500));
    await page.$eval('.section[href="#page=timeline"]', (link) => (link as HTMLElement).click());
    // A click by script moves no focus: the old heading had it before the step, and has it until it is drawn.
    await expect.poll(() => textOf(page, 'main h1:focus').catch(() => '')).toBe('Timeline');
    await expect.poll(() => page.title()).toBe('Timeline · AI Footnotes');
    await expect.poll(scrolled).toBe(0);
    await page.evaluate(() => history.back());
    await focused(page, '.term-page h1');
    await expect.poll(scrolled).toBe(1_500);

    await goTo(page, '#compare=deepseek-r1');
    await page.focus('.suggestions a');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.comparison');
    await focused(page, 'main h1'); // the suggestion went
    await page.evaluate(() => scrollTo(0, 300));
    await goTo(page, '#compare=');
    await page.waitForSelector('.suggestions');
    await page.evaluate(() => history.back());
    await page.waitForSelector('.comparison');
    await expect.poll(scrolled).toBe(300);
  });

  test('a link that leads nowhere says so, and offers what it may have meant', async () => {
    const page = await openGlossary(world, '#term=DeepSeek%20V3');
    await page.waitForSelector('.front [role=alert]');
    expect(await textOf(page, '.front [role=alert]')).toContain('no term “DeepSeek V3”');
    expect(
      await page.$eval('.close-terms a', (link) =>
        (link as HTMLAnchorElement).getAttribute('href'),
      ),
    ).toBe('#term=deepseek-v3');
    await goTo(page, '#compare=deepseek-r1,nonsense');
    await page.waitForSelector('main > section > .warning');
    expect(await textOf(page, 'main > section > .warning')).toContain('“nonsense”');
  });

  test('a search that the chosen category hides says so, and looks everywhere at a press', async () => {
    const page = await openGlossary(world);
    await page.bringToFront();
    await page.click('.chip.of-model');
    await typeInto(page, 'input[type=search]', 'nvidia');
    await page.waitForFunction(() =>
      document.querySelector('.found')?.textContent?.startsWith('No such term among those chosen'),
    );
    await page.click('.term-list > .button');
    await page.waitForFunction(
      () => document.querySelector('.term-links li')?.textContent === 'NVIDIA',
    );
    await focused(page, '.search input');
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

  test('nothing on any page runs out of a screen 320 pixels wide, however text is spaced', async () => {
    await saveFootnote(world, 'Quillback', 'It was said.');
    const page = await openGlossary(world);
    await page.setViewport({ width: 320, height: 640 });
    await page.waitForFunction(() => innerWidth === 320);
    await page.evaluate((css) => {
      const wide = new CSSStyleSheet();
      wide.replaceSync(css);
      Object.assign(globalThis, { wide });
    }, WIDE_TEXT);
    const over = () =>
      page.evaluate(() =>
        // Fields are wider in faces for Chinese.
        ['en', 'zh-Hans'].flatMap((language) =>
          [[], [(globalThis as unknown as { wide: CSSStyleSheet }).wide]].map((sheets) => {
            document.documentElement.lang = language;
            document.adoptedStyleSheets = sheets;
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth;
          }),
        ),
      );
    for (const hash of PLACES) {
      await goToPlace(page, hash);
      expect(await over(), hash).toEqual([0, 0, 0, 0]);
    }
    await goTo(page, '#term=quillback');
    await page.waitForSelector('.term-page header [aria-expanded]');
    await page.focus('.term-page header [aria-expanded]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.own-term');
    expect(await over(), 'form').toEqual([0, 0, 0, 0]);
  });

  test('the first heading of a page says what is shown, and the kinds of terms beside it have names', async () => {
    await saveFootnote(world, 'Quillback', 'It was said.');
    const page = await openGlossary(world);
    for (const hash of PLACES) {
      await goToPlace(page, hash);
      expect(await page.$eval('main :is(h1, h2, h3)', ({ tagName }) => tagName), hash).toBe('H1');
    }
    await goTo(page, '');
    const named = () =>
      page.$$eval('.group', (groups) =>
        groups.map((group) => group.ariaLabelledByElements?.map(({ textContent }) => textContent)),
      );
    await expect
      .poll(named)
      .toEqual([['Models'], ['Organisations'], ['People'], ['Benchmarks'], ['Ideas']]);
  });

  test('keys alone lead from any page to a term, and figures to the better of two', async () => {
    const page = await openGlossary(world, '#page=timeline');
    await page.bringToFront();
    await page.keyboard.press('/');
    await focused(page, '.search input');
    await page.keyboard.type('openai');
    await page.waitForFunction(
      () => document.querySelector('.term-links li')?.textContent === 'OpenAI',
    );
    await page.keyboard.press('ArrowDown');
    await focused(page, 'li:first-child > .term-link');
    await page.keyboard.press('ArrowDown');
    await focused(page, 'li:nth-child(2) > .term-link');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await focused(page, '.search input');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('.group').length === 5);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await focused(page, '.group:last-child li:last-child > .term-link');
    await page.keyboard.press('Enter');
    await focused(page, '.term-page h1');

    await goTo(page, '#compare=deepseek-r1,openai-o1');
    await page.waitForSelector('.comparison');
    const best = await page.$$eval('.compared-value.best', (values) =>
      values.map((value) => value.textContent),
    );
    expect(best).toEqual(['79.8%', '96.6% †', 'about 3.3%']);

    await page.focus('.chosen button');
    await page.keyboard.press('Enter');
    await focused(page, '[aria-label="Leave out OpenAI o1"]');
    await page.focus('[role=combobox]');
    await page.keyboard.type('o1');
    await page.waitForFunction(
      () => document.querySelector('[role=option]')?.textContent === 'OpenAI o1 pro mode',
    );
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.type(' zebra');
    await page.waitForSelector('.combobox .none:not(:empty)');
    await page.waitForSelector('[role=combobox][aria-expanded=false]');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.type('４Ｏ');
    await page.waitForSelector('[role=option][aria-selected=true]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.chosen:nth-of-type(2)');
    await focused(page, '[role=combobox]');
    expect(await page.evaluate(() => location.hash)).toBe('#compare=openai-o1,gpt-4o');
    await page.keyboard.type('gpt4o');
    const none = () => page.$eval('.combobox .none', ({ textContent }) => textContent);
    await expect.poll(none).toBe('GPT-4o is compared already.');
  });

  test('what is chosen can be told in forced colours', async () => {
    const page = await openGlossary(world);
    await page.bringToFront();
    await setWishes(world.session, page, { forcedColours: true });
    // Computed colours are those before they are forced.
    const read = () =>
      page.evaluate(() => {
        const probe = document.createElement('p');
        probe.style.color = 'Canvas';
        document.body.append(probe);
        const canvas = getComputedStyle(probe).color;
        probe.remove();
        const styles = (selector: string) =>
          [...document.querySelectorAll(selector)].map((element) => getComputedStyle(element));
        return {
          chosen: styles(':checked + span').map((style) => style.forcedColorAdjust),
          underlined: styles('.section').filter((style) => style.borderBlockEndColor !== canvas)
            .length,
        };
      });
    try {
      expect(await read()).toEqual({ chosen: ['none'], underlined: 1 });
      await goTo(page, '#compare=deepseek-r1,openai-o1');
      await page.waitForSelector('.best + .track .bar');
      const best = await page.$eval('.best + .track .bar', (bar) => {
        const before = getComputedStyle(bar).backgroundColor;
        (bar as HTMLElement).style.background = 'Highlight';
        return [before, getComputedStyle(bar).backgroundColor];
      });
      expect(best[0]).toBe(best[1]);
    } finally {
      await setWishes(world.session, page, {});
    }
  });

  test.each(['light', 'dark'] as const)('axe finds nothing on any page, %s', async (theme) => {
    await saveFootnote(world, 'Quillback', 'It was said.');
    await world.extension.evaluate((api, value) => api.storage.sync.set({ theme: value }), theme);
    const page = await openGlossary(world);
    await page.waitForFunction(
      (value) => document.documentElement.dataset.theme === value,
      {},
      theme,
    );
    for (const hash of PLACES) {
      await goToPlace(page, hash);
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
    const focusedText = () =>
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
    expect(await focusedText()).toBe('Add a spelling');
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
    expect(await focusedText()).toBe('Edit name and spellings');
    await expect.poll(() => textOf(page, 'h1')).toBe('Quillback fish');
    expect(await textOf(page, '.eyebrow')).toBe('Organisation');
    await expect.poll(() => termsOn(world, article)).toEqual(['quillback', 'quillback']);
  });

  test('with its last footnote a term goes, and the list of terms is shown', async () => {
    await saveFootnote(world, 'Redpoll', 'It was said once.');
    const page = await openGlossary(world, '#term=redpoll');
    await page.waitForSelector('.term-page .own');
    await page.$eval('.own button:last-child', (button) => (button as HTMLElement).click());
    await page.waitForSelector('fieldset.own');
    await page.$eval('.own button', (button) => (button as HTMLElement).click());
    await page.waitForSelector('.front');
    await page.waitForFunction(() => !location.hash.includes('redpoll'));
    expect(await page.$('.front [role=alert]')).toBeNull();
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
