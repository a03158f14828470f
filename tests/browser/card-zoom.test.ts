import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { cardShown, inGallery, middleOf, tellCard } from '../gallery/in-gallery';
import { faultsOfLayout } from './support/faults-of-layout';

/** High enough for the whole card, which so may be moved. */
const WINDOW = { width: 760, height: 860 };
const PHONE = { width: 360, height: 640 };

/** What zooms the element the host is in: the root, or a part of the page with a dialog in it. */
const ZOOMS: Readonly<Record<string, () => void>> = {
  'a root of 0.8': () => {
    document.documentElement.style.zoom = '0.8';
  },
  'a root of 1.25': () => {
    document.documentElement.style.zoom = '1.25';
  },
  'a dialog in a body of 0.9': () => {
    document.body.style.zoom = '0.9';
    const dialog = document.createElement('dialog');
    dialog.style.margin = '20px';
    dialog.append(document.querySelector('#mark')?.parentElement ?? '');
    document.body.append(dialog);
    dialog.showModal();
  },
};

/** Where a card is, in pixels of the window. */
interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

inGallery((gallery) => {
  function boxOf(page: Page, selector = '.card'): Promise<Box> {
    return page.evaluate((wanted) => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      const element = root?.querySelector(wanted);
      if (!element) throw new Error(`there is no ${wanted}`);
      const { left, top, width, height } = element.getBoundingClientRect();
      return { left, top, width, height };
    }, selector);
  }

  /** What is wrong with where the card is: not next to its mark, not in the window. */
  async function faultsOfPlace(page: Page): Promise<string[]> {
    const apart = await page.evaluate(() => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      const card = root?.querySelector('.card')?.getBoundingClientRect();
      const mark = document.querySelector('#mark')?.getBoundingClientRect();
      if (!card || !mark) return ['there is no card'];
      const gap = Math.max(card.top - mark.bottom, mark.top - card.bottom);
      const isBeside = card.left <= mark.right && mark.left <= card.right;
      return [
        ...(gap < 4 || gap > 8 ? [`${gap} pixels from its mark`] : []),
        ...(isBeside ? [] : ['to the side of its mark']),
      ];
    });
    return [...apart, ...(await faultsOfLayout(page))];
  }

  test.each(Object.entries(ZOOMS))(
    'in a page with %s the card lies at its mark, and where it is kept and moved to',
    async (_, zoom) => {
      const page = await gallery.show({ term: 'jim-fan' }, WINDOW);
      await page.evaluate(zoom);
      await tellCard(page, 'tap');
      await cardShown(page);
      expect(await faultsOfPlace(page)).toEqual([]);
      const open = await boxOf(page);
      await expect
        .poll(async () => {
          const isKept = () =>
            page.evaluate(
              () =>
                document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('.pinned') !=
                null,
            );
          if (await isKept()) return true;
          const pin = await middleOf(page, '.head-buttons .icon-button');
          await page.mouse.click(pin.x, pin.y);
          return isKept();
        })
        .toBe(true);
      const kept = await boxOf(page, '.pinned');
      expect([kept.left, kept.top, kept.width]).toEqual(
        [open.left, open.top, open.width].map((length) => expect.closeTo(length, 0)),
      );
      const handle = await middleOf(page, '.move');
      await page.mouse.move(handle.x, handle.y);
      await page.mouse.down();
      await page.mouse.move(handle.x - 40, handle.y - 30, { steps: 4 });
      await page.mouse.up();
      const moved = await boxOf(page, '.pinned');
      expect([moved.left, moved.top]).toEqual([
        expect.closeTo(kept.left - 40, 0),
        expect.closeTo(kept.top - 30, 0),
      ]);
    },
  );

  test('a card that is shown stays at its mark when the page changes its zoom', async () => {
    const page = await gallery.show({ term: 'jim-fan' }, WINDOW);
    await tellCard(page, 'tap');
    await cardShown(page);
    await page.evaluate(ZOOMS['a root of 0.8'] as () => void);
    await expect.poll(() => faultsOfPlace(page)).toEqual([]);
  });

  test('the sheet lies at the lower edge of a zoomed page, as wide as the window', async () => {
    for (const zoom of ['0.8', '1.25']) {
      const page = await gallery.show({ term: 'jim-fan' }, PHONE);
      await page.evaluate((factor) => {
        document.documentElement.style.zoom = factor;
      }, zoom);
      await tellCard(page, 'tap');
      await cardShown(page);
      const { left, top, width, height } = await boxOf(page, '.sheet');
      expect([left, top + height, width]).toEqual([
        expect.closeTo(0, 0),
        expect.closeTo(PHONE.height, 0),
        expect.closeTo(await page.evaluate(() => document.documentElement.clientWidth), 0),
      ]);
      expect(await faultsOfLayout(page)).toEqual([]);
    }
  });
});
