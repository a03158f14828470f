import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { GalleryOptions } from '../gallery/gallery-page';
import { cardShown, inGallery, pressByKeys, tellCard } from '../gallery/in-gallery';
import { findViolations } from './support/find-violations';

const LIGHT_ENGLISH = { language: 'en', theme: 'light' } as const;
const DARK_CHINESE = { language: 'zh-Hans', theme: 'dark' } as const;

inGallery((gallery) => {
  const LOOKS = (['en', 'zh-Hans', 'zh-Hant'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((theme) => ({ language, theme })),
  );

  async function violationsOf(options: GalleryOptions): Promise<string[]> {
    const page = await gallery.show(options);
    await tellCard(page, 'reach');
    await cardShown(page);
    return findViolationsIn(page, options);
  }

  /** What a dark theme cannot change is looked at in the light one. */
  function findViolationsIn(
    page: Page,
    { theme }: Pick<GalleryOptions, 'theme'>,
  ): Promise<string[]> {
    return findViolations(page, theme === 'dark' ? 'colours' : undefined);
  }

  test.each(LOOKS)('axe finds nothing in $language, $theme', async (look) => {
    expect(await violationsOf({ term: 'deepseek-r1', ...look })).toEqual([]);
  });

  test.each(['deepseek', 'jim-fan', 'aime-2024', 'distillation'])(
    'axe finds nothing in the card of %s, which has a colour of its own',
    async (term) => {
      expect(await violationsOf({ term, theme: 'light' })).toEqual([]);
      expect(await violationsOf({ term, theme: 'dark' })).toEqual([]);
    },
  );

  test.each([
    ['all facts', '.more', '.more[aria-expanded="true"]'],
    ['a question', '.foot-button:nth-of-type(2)', '.question'],
    ['a kept card', '.head-buttons .icon-button', '.pinned'],
    ['a related term', '.related button', '.back'],
    ['a fact just copied', '.copy', '.notice'],
  ])('axe finds nothing in %s', async (_, control, effect) => {
    for (const look of [LIGHT_ENGLISH, DARK_CHINESE]) {
      const page = await gallery.show({ term: 'deepseek-r1', ...look });
      await tellCard(page, 'reach');
      await cardShown(page);
      await pressByKeys(page, control, effect);
      expect(await findViolationsIn(page, look), `${look.language} ${look.theme}`).toEqual([]);
    }
  });

  test('axe finds nothing in a card that has little to say', async () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(await violationsOf({ term: 'deepseek-r1', broken: true, theme })).toEqual([]);
      expect(await violationsOf({ term: 'no-fact', language: 'zh-Hant', theme })).toEqual([]);
    }
  });

  test('axe finds nothing in a sheet at the lower edge', async () => {
    const page = await gallery.show(
      { term: 'deepseek-r1', language: 'zh-Hant', theme: 'dark' },
      { width: 390, height: 780 },
    );
    await tellCard(page, 'tap');
    await cardShown(page);
    expect(await findViolations(page)).toEqual([]);
  });
});
