import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browser/find-browsers.mjs';
import { packagedBuild } from '../../scripts/browser/packaged-build';
import { Session } from '../../scripts/browser/session';
import { PARAMS } from '../../src/messaging/vocabulary';
import { browserUi } from './support/browser-ui/browser-ui';
import { everythingStored } from './support/everything-stored';
import { findViolations } from './support/find-violations';
import { focused, openGlossary } from './support/glossary';
import { inEachBrowser, type World } from './support/in-each-browser';
import { expectCardAt, expectPainted, openHtml } from './support/marks';
import { typeInto } from './support/type-into';

/** Times the background is ended. */
const ENDS = 50;

/** Messages that are none of ours. */
const FOREIGN_MESSAGES = 10_000;

/** How many of them are under way together: with all of them at once a browser is slower. */
const AT_ONCE = 500;

/** Bytes that `storage.sync` takes in all, and for one item. */
const [SYNC_BYTES, ITEM_BYTES] = [102_400, 8_192];

/** What a pointer on a mark does once a page: calls for the card's script. */
function bringCard({ extension }: World, page: Page): Promise<boolean> {
  return extension.inPage(page, async () => {
    const handle = (globalThis as Record<symbol, unknown>)[Symbol.for('ai-footnotes.page')] as {
      card?: { stop(): void };
      link: { load(): Promise<unknown> };
    };
    handle.card?.stop();
    delete handle.card;
    return (await handle.link.load()) !== undefined;
  });
}

const name = fc.constantFrom(...Object.keys(PARAMS));

/** What our messages are made of, put together wrongly: no two parts of it need fit. */
const value = fc.jsonValue({ maxDepth: 2 });
const foreignMessage = fc
  .oneof(
    fc.record({ name, params: value }),
    fc.record({ name, params: fc.record({ id: value, term: value }) }),
    fc.record({ name, params: fc.record({ fact: fc.string(), more: value }) }),
    fc.record({ name: fc.string(), params: fc.constant({}) }),
    fc.record({ name, params: fc.constant({}), tab: fc.nat() }),
    value,
  )
  .filter((message) => !isOurs(message));

function isOurs(message: unknown): boolean {
  const { name, params, ...more } = Object(message) as { name?: unknown; params?: unknown };
  return (
    typeof name === 'string' &&
    Object.hasOwn(PARAMS, name) &&
    Object.keys(more).length === 0 &&
    v.is(PARAMS[name as keyof typeof PARAMS] as v.GenericSchema, params)
  );
}

inEachBrowser((world) => {
  test('the background can be ended fifty times and answers each time, its settings the same', async () => {
    const { extension } = world;
    const ui = browserUi(world);
    const page = await openHtml(world, '<p>About <span>DeepSeek R1</span>.</p>');
    await expectPainted(page, ['DeepSeek R1']);
    await extension.evaluate((api) => api.storage.sync.set({ 'card.delay': 250, badge: false }));
    const forPages = () => extension.evaluate((api) => api.storage.local.get('page-settings'));
    await expect.poll(forPages).toMatchObject({ 'page-settings': { openDelay: 250 } });
    const before = await everythingStored(world);
    for (let end = 0; end < ENDS; end += 1) {
      await ui.endBackground();
      if (end % 2 === 0) {
        const answer = await extension.evaluate((api) =>
          api.runtime.sendMessage({ name: 'terms.read', params: { ids: ['deepseek-r1'] } }),
        );
        expect(answer).toHaveProperty('result.0.id', 'deepseek-r1');
      } else {
        expect(await bringCard(world, page), `end ${end}`).toBe(true);
      }
    }
    expect(await everythingStored(world)).toBe(before);
    await ui.endBackground();
    await expectCardAt(page, 'span');
    await page.close();
    await ui.endBackground();
    const late = await openHtml(world, '<p>About OpenAI.</p>');
    await expectPainted(late, ['OpenAI']);
  });

  test('ten thousand messages that are none of ours are refused, and change nothing', async () => {
    const { extension } = world;
    const before = await everythingStored(world);
    const tabs = () => extension.evaluate(async (api) => (await api.tabs.query({})).length);
    const tabsBefore = await tabs();
    const messages = fc.sample(foreignMessage, { numRuns: FOREIGN_MESSAGES, seed: 26 });
    const refused = await extension.evaluate(
      async (api, all, atOnce) => {
        let count = 0;
        for (let from = 0; from < all.length; from += atOnce) {
          const some = all.slice(from, from + atOnce);
          const answers = await Promise.all(
            some.map((message) => api.runtime.sendMessage(message)),
          );
          count += answers.filter(
            (answer) => Object.keys(Object(answer)).join() === 'error',
          ).length;
        }
        return count;
      },
      messages,
      AT_ONCE,
    );
    expect(refused).toBe(FOREIGN_MESSAGES);
    expect(await tabs()).toBe(tabsBefore);
    expect(await everythingStored(world)).toBe(before);
  });

  test('what storage.sync does not take is kept here, the reader is told, and nothing old is lost', async () => {
    const { extension } = world;
    await extension.evaluate(
      async (api, [all, one]) => {
        await api.storage.sync.clear();
        await api.storage.sync.set({ theme: 'dark' });
        const items = Math.floor((all - 200) / one);
        for (let item = 0; item <= items; item += 1) {
          const room = item < items ? one - 20 : all - items * one - 300;
          await api.storage.sync.set({ [`newer.${item}`]: 'x'.repeat(Math.max(0, room)) });
        }
      },
      [SYNC_BYTES, ITEM_BYTES] as const,
    );
    const settings = await extension.openPage('glossary.html#page=settings');
    for (let site = 0; site < 20; site += 1) {
      await typeInto(settings, '.adder input', `site-number-${site}.example.com`);
      await settings.$eval('.adder', (form) => (form as HTMLFormElement).requestSubmit());
      await settings.waitForFunction(
        (count) => document.querySelectorAll('.entries li').length === count,
        {},
        site + 1,
      );
    }
    await settings.waitForFunction(() =>
      document.querySelector('.warning')?.textContent?.includes('sync storage is full'),
    );
    const stored = await extension.evaluate((api) => api.storage.sync.get(null));
    expect(stored).toMatchObject({ theme: 'dark' });
    expect(Object.keys(stored).filter((key) => key.startsWith('newer.')).length).toBeGreaterThan(
      11,
    );
  });

  test('a muted site that is none is refused where it is typed; a good one is kept', async () => {
    const page = await openGlossary(world, '#page=settings');
    const submit = () => page.$eval('.adder', (form) => (form as HTMLFormElement).requestSubmit());
    await typeInto(page, '.adder input', 'two words');
    await submit();
    await page.waitForFunction(() =>
      document.querySelector('#site-refusal')?.textContent?.includes('not the name of a site'),
    );
    await typeInto(page, '.adder input', '*.com');
    await submit();
    await page.waitForFunction(() =>
      document.querySelector('#site-refusal')?.textContent?.includes('all of .com'),
    );
    await typeInto(page, '.adder input', 'https://News.Example.com/today');
    await submit();
    await page.waitForFunction(() =>
      document.querySelector('.entries')?.textContent?.includes('news.example.com'),
    );
    const items = await world.extension.evaluate((api) => api.storage.sync.get(null));
    const muted = Object.keys(items).filter((key) => key.startsWith('muted.'));
    expect(muted).toEqual(['muted.site.news.example.com']);
    // The entry comes with the change of the storage, the notice when writing it is done.
    await expect
      .poll(() => page.$eval('.adder ~ .notice', ({ textContent }) => textContent))
      .toContain('news.example.com');
  });

  test('keys go on from where an entry was removed, and Escape answers no to a reset', async () => {
    await world.extension.evaluate((api) =>
      api.storage.sync.set({
        'muted.site.a.example': true,
        'muted.site.b.example': true,
        'muted.term.sora': true,
      }),
    );
    const page = await openGlossary(world, '#page=settings');
    await page.bringToFront();
    const { keyboard } = page;
    await page.focus('[aria-label="Remove a.example"]');
    await keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.entries li').length === 2);
    await focused(page, '[aria-label="Remove b.example"]');
    await keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.entries li').length === 1);
    await focused(page, '.adder input');
    await page.focus('[aria-label="Remove Sora"]');
    await keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('.entries'));
    await focused(page, 'h2');
    await page.setViewport({ width: 800, height: 400 });
    await page.waitForFunction(() => innerHeight === 400);
    await page.evaluate(() => scrollTo(0, 0));
    await page.focus('.buttons .danger');
    await keyboard.press('Enter');
    await page.waitForSelector('.question :focus');
    const below = await page.$eval(
      '.question',
      (question) => question.getBoundingClientRect().bottom - innerHeight,
    );
    expect(below).toBeLessThanOrEqual(0);
    await keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.question'));
    await focused(page, '.buttons .danger');
    // A storage that takes nothing more.
    await page.evaluate(() => {
      const refuse = () => Promise.reject(new Error('the disk is full'));
      Object.defineProperty(navigator.locks, 'request', { value: refuse });
    });
    await keyboard.press('Enter');
    await page.waitForSelector('.question :focus');
    await page.$eval('.question .danger', (yes) => (yes as HTMLElement).click());
    await expect
      .poll(() => page.$eval('.buttons ~ .refusal', ({ textContent }) => textContent))
      .toContain('the disk is full');
    await focused(page, '.buttons .danger');
  });

  test('a back-up is restored as a whole, and a damaged one changes nothing', async () => {
    await world.extension.evaluate((api) =>
      api.storage.sync.set({ 'muted.site.news.example.com': true }),
    );
    const page = await openGlossary(world, '#page=settings');
    const read = () => world.extension.evaluate((api) => api.storage.sync.get(null));
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
    await page.waitForSelector('.question .danger');
    expect(await findViolations(page)).toEqual([]);
    await page.click('.buttons .danger');
    await page.waitForFunction(() =>
      document.querySelector('.question')?.textContent?.includes('Forget all settings'),
    );
    expect(await page.$$('.question')).toHaveLength(1);
    await restore('good.json', JSON.stringify(good));
    await page.waitForFunction(() =>
      document.querySelector('.question')?.textContent?.includes('good.json'),
    );
    expect(await page.$$('.question')).toHaveLength(1);
    expect(await read()).toHaveProperty(['muted.site.news.example.com']);
    await page.click('.question .danger');
    await page.waitForFunction(() => document.body.textContent.includes('Restored from good.json'));
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
});

describe.each(BROWSER_KINDS)('in %s', (kind) => {
  let profile: string | undefined;

  afterAll(async () => {
    if (profile !== undefined) await rm(profile, { recursive: true, force: true });
  });

  test('settings outlive a restart of the browser, and the welcome page does not come again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ai-footnotes-'));
    profile = folder;
    const settings = { 'muted.site.127.0.0.1': true, 'card.delay': 150, badge: false };
    const launch = () => Session.launch(kind, { extension: packagedBuild(kind), profile: folder });
    const first = await launch();
    await first.extension.evaluate((api, items) => api.storage.sync.set(items), settings);
    await first.close();

    const again = await launch();
    try {
      const read = () => again.extension.evaluate((api) => api.storage.sync.get(null));
      expect(await read()).toMatchObject(settings);
      const welcomed = await again.extension.evaluate((api) => api.storage.local.get('welcomed'));
      expect(welcomed).toEqual({ welcomed: true });
    } finally {
      await again.close();
    }
  });
});
