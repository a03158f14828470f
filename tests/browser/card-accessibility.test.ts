import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { pressByKeys } from '../../scripts/browser/press-by-keys';
import { cardGone, cardShown, inGallery, type Look, showAs, tellCard } from '../gallery/in-gallery';
import { findViolations } from './support/find-violations';

const PHONE = { width: 390, height: 780 };

const LOOKS: readonly Look[] = (['en', 'zh-Hans', 'zh-Hant'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

interface State {
  term: string;
  /** The language of the facts, whatever that of the interface. */
  facts?: 'en';
  /** The control to press, and what is in the card by it. */
  press?: readonly [control: string, effect: string];
}

/** A kept card comes last, since it stays. */
const STATES: Record<string, State> = {
  'the card of a model': { term: 'deepseek-r1' },
  'the card of an organisation': { term: 'deepseek' },
  'the card of a person': { term: 'jim-fan' },
  'the card of a benchmark': { term: 'aime-2024' },
  'the card of an idea': { term: 'distillation' },
  'all facts': { term: 'deepseek-r1', press: ['.more', '.more[aria-expanded="true"]'] },
  'a question': { term: 'jim-fan', press: ['.foot-button:nth-of-type(2)', '.question'] },
  'a related term': { term: 'jim-fan', press: ['.related button', '.back'] },
  'a related term that cannot be read': {
    term: 'own-footnote',
    press: ['.related button', '.related .missing'],
  },
  'a fact just copied': { term: 'jim-fan', press: ['.copy', '.notice'] },
  'facts in English, whatever the interface': { term: 'jim-fan', facts: 'en' },
  'a footnote of the reader': { term: 'own-footnote' },
  'the question before it is removed': {
    term: 'own-footnote',
    press: ['.own .text-button:last-child', 'fieldset.own'],
  },
  'a card without facts': { term: 'no-fact' },
  'a card whose facts cannot be read': { term: 'nobody' },
  'a kept card': { term: 'jim-fan', press: ['.head-buttons .icon-button', '.pinned'] },
};

inGallery((gallery) => {
  /** The states share a page: a page takes longer to load than axe to look through the card in it. */
  let shared: Page | undefined;

  async function show({ term, press }: State): Promise<Page> {
    if (!shared) {
      shared = await gallery.show({ term });
      await keepNotices(shared);
    }
    await shared.keyboard.press('Escape');
    await cardGone(shared);
    await shared.$eval('#mark', (mark, id) => mark.setAttribute('data-term', id), term);
    await tellCard(shared, 'reach');
    await cardShown(shared);
    if (press) await pressByKeys(shared, ...press);
    return shared;
  }

  /** What axe holds against the card, by language and theme. */
  async function violationsOf(page: Page, facts?: 'en'): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const look of LOOKS) {
      await showAs(page, { ...look, ...(facts && { facts }) });
      const only = look.theme === 'dark' ? 'colours' : undefined;
      const violations = await findViolations(page, only, 'ai-footnotes');
      if (violations.length > 0) found[`${look.language} ${look.theme}`] = violations;
    }
    return found;
  }

  test.each(Object.entries(STATES))(
    'axe finds nothing in %s, in any language and theme',
    async (_, state) => {
      const page = await show(state);
      expect(await violationsOf(page, state.facts)).toEqual({});
    },
  );

  test('axe finds nothing in a page with a card', async () => {
    expect(await findViolations(await show({ term: 'deepseek-r1' }))).toEqual([]);
  });

  test('axe finds nothing in a sheet at the lower edge, in any language and theme', async () => {
    const page = await gallery.show({ term: 'deepseek-r1' }, PHONE);
    await tellCard(page, 'tap');
    await cardShown(page);
    expect(await violationsOf(page)).toEqual({});
  });

  /** Something is said, and no card is there any more. */
  const SAID = '.layer:not(:has(.card)) [role="status"]:not(:empty)';

  /** What a screen reader says of what has been done. */
  const said = (page: Page) =>
    page.evaluate(
      () =>
        document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('[role="status"]')
          ?.textContent,
    );

  async function reached({ term, press }: State): Promise<Page> {
    const page = await gallery.show({ term });
    await keepNotices(page);
    await tellCard(page, 'reach');
    await cardShown(page);
    if (press) await pressByKeys(page, ...press);
    return page;
  }

  test('what was done is said, though the card goes with it', async () => {
    const marked = await reached({ term: 'jim-fan' });
    await pressByKeys(marked, '.foot-button', SAID);
    expect(await said(marked)).toBe('Mark removed');
    const own = await reached(STATES['the question before it is removed'] as State);
    await pressByKeys(own, 'fieldset.own .text-button', SAID);
    expect(await said(own)).toBe('Footnote removed');
    const muted = await reached(askingToMute('term'));
    await pressByKeys(muted, '.strong', SAID);
    expect(await said(muted)).toBe('“Jim Fan” is no longer marked');
    const site = await reached(askingToMute('site'));
    await pressByKeys(site, '.strong', SAID);
    expect(await said(site)).toBe('Names on this site are no longer marked');
  });

  test('what could not be done is said, and the card stays', async () => {
    for (const [state, yes] of [
      [STATES['the question before it is removed'] as State, 'fieldset.own .text-button'],
      [askingToMute('term'), '.strong'],
    ] as const) {
      const page = await reached(state);
      await page.evaluate(() => {
        Reflect.get(globalThis, 'chrome').runtime.sendMessage = async () => ({ error: 'no room' });
      });
      await pressByKeys(page, yes, '.card .notice');
      expect(await said(page)).toMatch(/nothing was changed: no room$/);
    }
  });
});

/** The question before a term, or all of a site, is muted. */
function askingToMute(what: 'term' | 'site'): State {
  const place = { term: 2, site: 3 }[what];
  return { term: 'jim-fan', press: [`.foot-button:nth-of-type(${place})`, '.question'] };
}

/** A notice ends after 2.5 s, whether axe has seen it or not: here it stays. */
async function keepNotices(page: Page): Promise<void> {
  await page.evaluate(() => {
    const wait = setTimeout;
    globalThis.setTimeout = ((callback: () => void, ms: number) =>
      ms > 2_000 ? 0 : wait(callback, ms)) as typeof setTimeout;
  });
}
