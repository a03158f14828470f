import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { findText, readCard } from '../../scripts/browser/card';
import { MARGIN } from '../../src/card/placement';
import { ClipFormOnPage } from './support/clip-form';
import { findViolations } from './support/find-violations';
import { inEachBrowser } from './support/in-each-browser';
import { listedIn, openHtml } from './support/marks';
import { saveFootnote } from './support/save-footnote';
import { termsOn } from './support/terms-on';

const ARTICLE = `<!doctype html><html lang="en"><title>A small lab lights a Lantern</title>
<meta property="og:site_name" content="The Harbour Gazette">
<meta property="article:published_time" content="2025-06-02T08:00:00Z">
<style>body { font: 18px/1.6 serif; max-width: 36em; margin: 15em auto }</style>
<p id="passage">Tidewater Labs said its Glimmerfish writes 21 words a second.</p>
<p id="known">DeepSeek R1 came later.</p>
<p id="unknown">Its Quillback came first.</p>`;

const ELSEWHERE = `<!doctype html><html lang="en"><title>Elsewhere</title>
<style>body { font: 18px/1.6 serif; margin: 20em 5em }</style>
<p>Everybody speaks of Glimmerfish these days.</p>`;

const MENDED = ELSEWHERE.replace('Glimmerfish', 'Moonsnail');

inEachBrowser((world) => {
  async function formOn(page: Page, selector: string): Promise<ClipFormOnPage> {
    const form = new ClipFormOnPage(world, page);
    await form.openOn(selector);
    return form;
  }

  /** Rests the pointer on a name and waits until its card says all this. */
  async function expectCardAt(page: Page, name: string, ...parts: string[]): Promise<void> {
    const place = await findText(world.extension, page, name);
    if (!place) throw new Error(`"${name}" does not stand on the page`);
    await page.mouse.move(place.x - 3, place.y);
    await page.mouse.move(place.x, place.y, { steps: 3 });
    for (const part of [name, ...parts]) await expectOnCard(page, part);
  }

  async function expectOnCard(page: Page, part: string): Promise<void> {
    await expect.poll(async () => (await readCard(world.extension, page))?.text).toContain(part);
  }

  test('a clipped passage is marked and shown in all open tabs at once', async () => {
    const elsewhere = await openHtml(world, ELSEWHERE);
    const draft = await formOn(elsewhere, 'p');
    await draft.fill('Text', 'Not to be lost');
    const article = await openHtml(world, ARTICLE);
    await expect.poll(() => listedIn(world, elsewhere)).toEqual([[]]);

    const form = await formOn(article, '#passage');
    expect(await form.value('Text')).toBe(
      'Tidewater Labs said its Glimmerfish writes 21 words a second.',
    );
    expect(await form.text()).toContain(
      'A small lab lights a Lantern · The Harbour Gazette · 2 June 2025',
    );
    await form.fill('Name', 'Glimmerfish');
    await form.fill('Who says so (if anybody is named)', 'Tidewater Labs');
    await article.keyboard.press('Enter');
    await expect.poll(() => form.isOpen()).toBe(false);
    expect(await form.said()).toBe('Footnote saved');
    for (const page of [elsewhere, article]) {
      await expect.poll(() => termsOn(world, page)).toContain('glimmerfish');
    }

    await elsewhere.bringToFront();
    // The page got another script with the new name; what was being written there stays.
    expect(await draft.value('Text')).toBe('Not to be lost');
    await elsewhere.keyboard.press('Escape');
    await expect.poll(() => draft.isOpen()).toBe(false);
    await expectCardAt(
      elsewhere,
      'Glimmerfish',
      'Tidewater Labs said its Glimmerfish writes 21 words a second.',
      'The Harbour Gazette',
      '2 June 2025',
      'Your footnote',
    );
  });

  test('a name that would mark everything is warned of, with how often it stands there', async () => {
    const page = await openHtml(world, ARTICLE.replace('Quillback', 'Snailfish'));
    const form = await formOn(page, '#unknown');
    await form.fill('Name', 'a');
    await expect.poll(() => form.text()).toContain('It stands on this page 1 time.');
    await form.fill('Name', 'Snailfish');
    await expect.poll(() => form.text()).not.toContain('It stands on this page');
    // The warning came and went and moved the form; Enter right behind the last letter saves all the same.
    await page.keyboard.press('Enter');
    await expect.poll(() => form.isOpen()).toBe(false);
    await expect.poll(() => termsOn(world, page)).toContain('snailfish');
  });

  test('what cannot be kept is said with its field, and nothing is lost', async () => {
    const page = await openHtml(world, ARTICLE);
    const form = await formOn(page, '#unknown');
    await form.fill('Name', 'Something else');
    await form.fill('Other spellings, separated by commas', 'x'.repeat(121));
    await page.keyboard.press('Enter');
    await expect
      .poll(() => form.text())
      .toContain(`“${'x'.repeat(20)}…” is longer than 120 characters.`);
    expect(await form.value('Name')).toBe('Something else');
    await expect.poll(() => form.focused()).toBe('INPUT');
  });

  test('of many spellings that are wrong some are told, each by its letters, and room is left to mend them', async () => {
    const page = await openHtml(world, ARTICLE);
    await page.setViewport({ width: 320, height: 640 });
    const form = await formOn(page, '#unknown');
    const letters = ['p', 'q', 'r', 's', 't'];
    const long = letters.map((letter) => letter.repeat(121));
    await form.fill('Other spellings, separated by commas', long.join());
    await page.keyboard.press('Enter');
    const told = () =>
      page.evaluate(() =>
        [
          ...(document
            .querySelector('ai-footnotes')
            ?.shadowRoot?.querySelectorAll<HTMLElement>('.problems p') ?? []),
        ].map(({ innerText }) => innerText),
      );
    const sentence = (letter = '') => `“${letter.repeat(20)}…” is longer than 120 characters.`;
    await expect.poll(told).toEqual([...letters.slice(0, 3).map(sentence), 'and 2 more mistakes']);
    const room = await page.evaluate(
      () =>
        document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('.clip-fields')
          ?.clientHeight ?? 0,
    );
    expect(room).toBeGreaterThan(200);
  });

  test('where the browser does not keep a footnote the form says why, and the keys stay on its button', async () => {
    const page = await openHtml(world, ARTICLE);
    const form = await formOn(page, '#unknown');
    await world.extension.inPage(page, () => {
      type Api = { runtime: object };
      const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
      const sendMessage = () => Promise.reject(new Error('the disk is full'));
      for (const api of [browser, chrome]) Object.assign(api?.runtime ?? {}, { sendMessage });
    });
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await form.focused()).toBe('Save');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => form.text())
      .toContain('The browser could not write that, and nothing was changed: the disk is full');
    expect(await form.focused()).toBe('Save');
  });

  test('a passage that is too long is said to be so beside its field, and stays there to be cut', async () => {
    const long = 'Its Quillback came first. '.repeat(100).trim();
    const page = await openHtml(world, ARTICLE.replace('Its Quillback came first.', long));
    const form = await formOn(page, '#unknown');
    await form.fill('Name', 'Quillback');
    await page.keyboard.press('Enter');
    await expect.poll(() => form.text()).toContain('“Text” is longer than 2000 characters.');
    await expect.poll(() => form.focused()).toBe('TEXTAREA');
    expect(await form.value('Text')).toBe(long);
  });

  test('the names in the passage are the first choice, and keys stay in the form until Escape', async () => {
    const page = await openHtml(world, ARTICLE);
    await expect.poll(() => termsOn(world, page)).toContain('deepseek-r1');
    const form = await formOn(page, '#known');
    expect(await form.value('Footnote to')).toBe('deepseek-r1');
    expect(await form.focused()).toBe('TEXTAREA');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await form.focused()).toBe('Save');
    await page.keyboard.press('Tab');
    expect(await form.focused()).toBe('TEXTAREA');
    await page.keyboard.press('Escape');
    await expect.poll(() => form.isOpen()).toBe(false);
  });

  test.each([0.8, 1.25])('in a page zoomed to %d the form lies at its passage', async (zoom) => {
    const high = ARTICLE.replace('margin: 15em', 'margin: 2em'); // room for the form below
    const page = await openHtml(world, high.replace('<html', `<html style="zoom: ${zoom}"`));
    await formOn(page, '#passage');
    const places = () =>
      page.evaluate(() => {
        const form = document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('.clip');
        const range = new Range(); // the selection is in the form now
        range.selectNodeContents(document.querySelector('#passage') as Element);
        const { left = 0, right = 0, top = 0, bottom = 0 } = form?.getBoundingClientRect() ?? {};
        const { left: start, top: above, bottom: below } = range.getBoundingClientRect();
        return {
          gap: Math.round(Math.max(top - below, above - bottom)),
          aside: Math.round(left - start),
          isInWindow: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
        };
      });
    await expect.poll(places).toEqual({ gap: MARGIN, aside: 0, isInWindow: true });
  });

  test('a popover that closes at a press outside stays open at a press on the form for a passage in it', async () => {
    const page = await openHtml(
      world,
      ARTICLE.replace('<p id="passage"', '<p popover id="passage"'),
    );
    const isOpen = () => page.$eval('#passage', (layer) => layer.matches(':popover-open'));
    await page.$eval('#passage', (layer) => (layer as HTMLElement).showPopover());
    const form = await formOn(page, '#passage');
    const corner = await page.evaluate(() => {
      const head = document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('.clip-head');
      const { x, y } = head?.getBoundingClientRect() ?? { x: 0, y: 0 };
      return { x, y };
    });
    await page.mouse.click(corner.x + 5, corner.y + 5);
    expect([await isOpen(), await form.isOpen()]).toEqual([true, true]);
    await form.fill('Text', 'Not to be lost');
    await page.$eval('#passage', (layer) => (layer as HTMLElement).hidePopover());
    await page.waitForFunction(() => document.querySelector('html > ai-footnotes:popover-open'));
    expect(await form.value('Text')).toBe('Not to be lost');
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in the form, %s', async (theme) => {
    await world.extension.evaluate(
      async (api, value) => api.storage.sync.set({ theme: value }),
      theme,
    );
    const page = await openHtml(world, ARTICLE);
    const form = await formOn(page, '#unknown');
    await form.fill('Name', 'AI');
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            document.querySelector('ai-footnotes')?.shadowRoot?.querySelector<HTMLElement>('.layer')
              ?.dataset.theme,
        ),
      )
      .toBe(theme);
    const found = await findViolations(page, theme === 'dark' ? 'colours' : undefined);
    expect(found.filter((violation) => violation.includes('ai-footnotes'))).toEqual([]);
  });

  test('a footnote is mended and removed on its card', async () => {
    await saveFootnote(world, 'Moonsnail', 'Its Moonsnail writes 21 words a second.');
    const page = await openHtml(world, MENDED);
    await expect.poll(() => termsOn(world, page)).toContain('moonsnail');
    await expectCardAt(page, 'Moonsnail');
    await press(page, 'Edit');
    await expect.poll(() => closedFormIsOpen(page)).toBe(true);
    await page.keyboard.press('End');
    await page.keyboard.type(' Or 22.');
    await press(page, 'Save');
    await expect.poll(() => closedFormIsOpen(page)).toBe(false);

    await expectCardAt(page, 'Moonsnail', '21 words a second. Or 22.');
    await press(page, 'Remove');
    await expectOnCard(page, 'Remove this footnote?');
    await press(page, 'Remove');
    await expect.poll(() => termsOn(world, page)).toEqual([]);
  });

  /** Presses the button of ours that is called so, with the pointer. */
  async function press(page: Page, name: string): Promise<void> {
    const place = await world.extension.inPage(
      page,
      ({ shadowOf }, wanted: string) => {
        const host = document.querySelector('ai-footnotes:popover-open');
        const buttons = [...((host && shadowOf(host)?.querySelectorAll('button')) ?? [])];
        const button = buttons.find(
          (one) => (one.textContent || one.getAttribute('aria-label')) === wanted,
        );
        button?.scrollIntoView({ block: 'nearest' });
        const box = button?.getBoundingClientRect();
        return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
      name,
    );
    if (!place) throw new Error(`no button is called "${name}"`);
    // A press counts once the card has been seen for a moment, so it is tried until it does something.
    const before = await hostText(page);
    await expect
      .poll(
        async () => {
          await page.mouse.click(place.x, place.y);
          return hostText(page);
        },
        { interval: 100 },
      )
      .not.toBe(before);
  }

  const hostText = (page: Page) =>
    world.extension.inPage(page, ({ shadowOf }) => {
      const host = document.querySelector('ai-footnotes:popover-open');
      return (host && shadowOf(host)?.textContent) ?? '';
    });

  const closedFormIsOpen = (page: Page) =>
    world.extension.inPage(page, ({ shadowOf }) => {
      const hosts = [...document.querySelectorAll('ai-footnotes')];
      return hosts.some((host) => shadowOf(host)?.querySelector('form') != null);
    });
});
