import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { GalleryOptions } from '../gallery/gallery-page';
import { cardShown, inGallery, pressByKeys, tellCard } from '../gallery/in-gallery';

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe finds in the page and in the card's open shadow tree. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const results: AxeResults = await (
      globalThis as unknown as { axe: typeof import('axe-core') }
    ).axe.run();
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  });
}

inGallery((gallery) => {
  const LOOKS = (['en', 'zh-Hans', 'zh-Hant'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((theme) => ({ language, theme })),
  );

  async function violationsOf(options: GalleryOptions): Promise<string[]> {
    const page = await gallery.show(options);
    await tellCard(page, 'reach');
    await cardShown(page);
    return violations(page);
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
  ])('axe finds nothing in %s', async (_, control, effect) => {
    for (const theme of ['light', 'dark'] as const) {
      const page = await gallery.show({ term: 'deepseek-r1', theme });
      await tellCard(page, 'reach');
      await cardShown(page);
      await pressByKeys(page, control, effect);
      expect(await violations(page), theme).toEqual([]);
    }
  });

  test('axe finds nothing in a card whose facts cannot be read', async () => {
    expect(await violationsOf({ term: 'deepseek-r1', broken: true })).toEqual([]);
  });
});
