import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import {
  cardGone,
  cardShown,
  inGallery,
  middleOf,
  takenMarks,
  tellCard,
} from '../gallery/in-gallery';

/** Layers of the page that a mark can stand in; each puts the mark's paragraph there. */
const LAYERS: Readonly<Record<string, () => void>> = {
  'a modal dialog': () => {
    const dialog = document.createElement('dialog');
    dialog.append(document.querySelector('#mark')?.parentElement ?? '');
    document.body.append(dialog);
    dialog.showModal();
  },
  'a dialog in a dialog': () => {
    const [outer, inner] = [document.createElement('dialog'), document.createElement('dialog')];
    inner.append(document.querySelector('#mark')?.parentElement ?? '');
    outer.append('Outer', inner);
    document.body.append(outer);
    outer.showModal();
    inner.showModal();
  },
  'a popover of the page': () => {
    const popover = document.createElement('div');
    popover.popover = 'manual';
    popover.append(document.querySelector('#mark')?.parentElement ?? '');
    document.body.append(popover);
    popover.showPopover();
  },
};

inGallery((gallery) => {
  /** Presses "not this" and expects it to be done, which needs the card to be uppermost. */
  async function expectPressable(page: Page): Promise<void> {
    await tellCard(page, 'tap');
    await cardShown(page);
    await expect
      .poll(async () => {
        const taken = await takenMarks(page);
        if (taken.length > 0) return taken;
        const { x, y } = await middleOf(page, '.foot-button');
        await page.mouse.click(x, y);
        return takenMarks(page);
      })
      .toEqual(['mark']);
    await cardGone(page);
  }

  test.each(Object.entries(LAYERS))('the card lies above %s', async (_, open) => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(open);
    await expectPressable(page);
  });

  test('the card lies above an element in full screen', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(() => {
      document.querySelector('h1')?.addEventListener('click', () => {
        document.querySelector('main')?.requestFullscreen();
      });
    });
    const { x, y } = await middleOf(page, 'h1');
    await page.mouse.click(x, y);
    await page.waitForFunction(() => document.fullscreenElement !== null);
    try {
      await expectPressable(page);
    } finally {
      await page.evaluate(() => document.exitFullscreen());
    }
  });

  test('the card lies in a dialog of a shadow tree, where it is not inert', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(() => {
      const host = document.createElement('div');
      host.id = 'host';
      document.body.append(host);
      const dialog = document.createElement('dialog');
      dialog.append(document.createElement('slot'));
      host.attachShadow({ mode: 'open' }).append(dialog);
      host.append(document.querySelector('#mark')?.parentElement ?? '');
      dialog.showModal();
    });
    await tellCard(page, 'tap');
    await page.waitForFunction(() =>
      document
        .querySelector('#host')
        ?.shadowRoot?.querySelector('dialog > ai-footnotes:popover-open'),
    );
  });

  test('Escape closes the card and leaves the dialog open', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(LAYERS['a modal dialog'] as () => void);
    await tellCard(page, 'reach');
    await cardShown(page);
    await page.keyboard.press('Escape');
    await cardGone(page);
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
  });

  test('a page that closes its dialog at a press outside keeps it at a press on the card', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(() => {
      for (const type of ['pointerdown', 'mousedown', 'click', 'focusin']) {
        document.addEventListener(type, () => {
          document.title = 'closed';
        });
      }
    });
    await tellCard(page, 'tap');
    await cardShown(page);
    const { x, y } = await middleOf(page, '.summary');
    await page.mouse.click(x, y);
    expect(await page.title()).toBe('Gallery');
  });
});
