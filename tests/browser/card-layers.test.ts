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

  test('a mark in a form has its card, whatever its fields are named', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(() => {
      const form = document.createElement('form');
      form.innerHTML = '<input name="matches">';
      form.append(document.querySelector('#mark')?.parentElement ?? '');
      document.body.append(form);
    });
    await expectPressable(page);
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

  /** Presses the text of the card that is shown. */
  async function pressText(page: Page): Promise<void> {
    await tellCard(page, 'tap');
    await cardShown(page);
    const { x, y } = await middleOf(page, '.summary');
    await page.mouse.click(x, y);
  }

  test('a popover that closes at a press outside stays open at a press on the card', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(() => {
      const popover = document.createElement('div');
      popover.id = 'layer';
      popover.popover = 'auto';
      popover.append(document.querySelector('#mark')?.parentElement ?? '');
      document.body.append(popover);
      popover.showPopover();
    });
    const isOpen = () => page.$eval('#layer', (layer) => layer.matches(':popover-open'));
    await pressText(page);
    expect(await isOpen()).toBe(true);
    await expectPressable(page);
    expect(await isOpen()).toBe(true);
    await page.mouse.click(5, 5);
    expect(await isOpen()).toBe(false);
  });

  test('a dialog that closes at any press outside stays open at a press on the card', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    const closesAtPresses = await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.setAttribute('closedby', 'any');
      dialog.append(document.querySelector('#mark')?.parentElement ?? '');
      document.body.append(dialog);
      dialog.show();
      return 'closedBy' in dialog;
    });
    const isOpen = () => page.$eval('dialog', ({ open }) => open);
    await pressText(page);
    expect(await isOpen()).toBe(true);
    await page.mouse.click(5, 5);
    expect(await isOpen()).toBe(!closesAtPresses);
  });

  test('a dialog made by hand, which listens before all others, takes a press on the card as one inside', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(() => {
      const dialog = document.createElement('div');
      dialog.role = 'dialog';
      dialog.style.cssText =
        'overflow: hidden; transform: scale(0.9); filter: blur(0); contain: paint';
      dialog.append(document.querySelector('#mark')?.parentElement ?? '');
      document.body.append(dialog);
      for (const type of ['pointerdown', 'mousedown', 'click', 'focusin']) {
        document.addEventListener(
          type,
          (event) => {
            if (dialog.contains(event.target as Node)) return;
            event.stopImmediatePropagation();
            event.preventDefault();
            document.title += ` ${type}`;
          },
          true,
        );
      }
    });
    await expectPressable(page);
    expect(await page.title()).toBe('Gallery');
  });

  /** Ways of the page to make a dialog that the card is in go. */
  const ENDS: Readonly<Record<string, (dialog: HTMLElement) => void>> = {
    hidden: (dialog) => {
      dialog.hidden = true;
    },
    removed: (dialog) => dialog.remove(),
    'filled anew': (dialog) => dialog.replaceChildren('Another text'),
  };

  test.each(Object.keys(ENDS))('a card kept from a dialog that is %s stays', async (end) => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(() => {
      const dialog = document.createElement('div');
      dialog.id = 'layer';
      dialog.role = 'dialog';
      dialog.append(document.querySelector('#mark')?.parentElement ?? '');
      document.body.append(dialog);
    });
    await tellCard(page, 'tap');
    await cardShown(page);
    await page.waitForFunction(() => document.querySelector('#layer > ai-footnotes'));
    const isPinned = () =>
      page.evaluate(() =>
        document
          .querySelector('ai-footnotes')
          ?.shadowRoot?.querySelector('.pinned')
          ?.checkVisibility(),
      );
    await expect
      .poll(async () => {
        if (await isPinned()) return true;
        const { x, y } = await middleOf(page, '.head-buttons .icon-button');
        await page.mouse.click(x, y);
        return isPinned();
      })
      .toBe(true);
    // Where nothing of the page comes under the pointer, or goes from it: that alone would have the card shown anew.
    await page.mouse.move(1, 1);
    const before = await middleOf(page, '.pinned');
    await page.evaluate(`(${ENDS[end]})(document.querySelector('#layer'))`);
    await page.waitForFunction(() => document.querySelector('html > ai-footnotes:popover-open'));
    expect(await isPinned()).toBe(true);
    expect(await middleOf(page, '.pinned')).toEqual(before);
  });

  test('the card is shown for dialogs that show nothing put into them, or are inert', async () => {
    for (const isInert of [false, true]) {
      const page = await gallery.show({ term: 'jim-fan' });
      await page.evaluate((inert) => {
        const dialog = document.createElement('div');
        dialog.role = 'dialog';
        dialog.inert = inert;
        const paragraph = document.querySelector('#mark')?.parentElement as HTMLElement;
        dialog.append(paragraph);
        if (!inert) {
          paragraph.slot = 'text';
          const slot = document.createElement('slot');
          slot.name = 'text';
          dialog.attachShadow({ mode: 'open' }).append(slot);
        }
        document.body.append(dialog);
      }, isInert);
      await expectPressable(page);
    }
  });

  test('the card lies above an element of a shadow tree in full screen', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(() => {
      const host = document.createElement('div');
      const main = document.createElement('main');
      main.append(...(document.querySelector('main')?.childNodes ?? []));
      document.body.prepend(host);
      host.attachShadow({ mode: 'open' }).append(main);
      // The gallery looks for its marks in the document.
      const find = document.getElementById.bind(document);
      document.getElementById = (id) => main.querySelector<HTMLElement>(`#${id}`) ?? find(id);
      main.querySelector('h1')?.addEventListener('click', () => main.requestFullscreen());
    });
    await page.mouse.click(100, 70);
    await page.waitForFunction(() => document.fullscreenElement !== null);
    try {
      await tellCard(page, 'tap');
      await page.waitForFunction(() => {
        const main = document.fullscreenElement?.shadowRoot?.querySelector('main');
        const card = main
          ?.querySelector('ai-footnotes:popover-open')
          ?.shadowRoot?.querySelector('.card');
        return card?.checkVisibility();
      });
    } finally {
      await page.evaluate(() => document.exitFullscreen());
    }
  });
});
