import { expect, test } from 'vitest';
import { cardShown, inGallery, tellCard } from '../gallery/in-gallery';

/** Rules for popovers of the page's own, as strong as rules get. */
const BACKDROPS: Readonly<Record<string, string>> = {
  'its popovers':
    '[popover]::backdrop { background: rgb(0 0 0 / 50%); backdrop-filter: blur(4px) }',
  'all that is in the top layer, with all its might': `*::backdrop { display: block !important; position: fixed !important; inset: 0 !important;
      background: black !important; opacity: 0.5 !important }`,
};

/** Names that pages give properties of their own, which they may register not to be inherited: for all trees, ours too. */
const COMMON_NAMES = [
  'paper',
  'ink',
  'accent',
  'rule',
  'edge',
  'shadow',
  'radius',
  'focus',
  'sans',
];

inGallery((gallery) => {
  test('a card looks the same in a page that registers properties of common names', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await tellCard(page, 'tap');
    await cardShown(page);
    const before = await page.screenshot({ encoding: 'base64' });
    await page.evaluate((names) => {
      const rules = names.map((name) => `@property --${name} { syntax: "*"; inherits: false }`);
      document.head.insertAdjacentHTML('beforeend', `<style>${rules.join(' ')}</style>`);
    }, COMMON_NAMES);
    expect(await page.screenshot({ encoding: 'base64' })).toBe(before);
  });

  test.each(Object.entries(BACKDROPS))(
    'the page beside a card is not dimmed where the page dims it for %s',
    async (_, rule) => {
      const page = await gallery.show({ term: 'jim-fan' });
      await page.evaluate((css) => {
        document.head.insertAdjacentHTML('beforeend', `<style>${css}</style>`);
      }, rule);
      /** The headline, above all that the card may cover. */
      const clip = { x: 0, y: 0, width: 760, height: 80 };
      const before = await page.screenshot({ clip, encoding: 'base64' });
      await tellCard(page, 'tap');
      await cardShown(page);
      expect(await page.screenshot({ clip, encoding: 'base64' })).toBe(before);
    },
  );
});
