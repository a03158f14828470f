import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { SEEN_FOR } from '../../src/card/press-guard';
import {
  cardCount,
  cardGone,
  cardShown,
  inGallery,
  middleOf,
  takenMarks,
  tellCard,
} from '../gallery/in-gallery';

/**
 * What a page can try against the card. Each is run in the page with the host as its argument; a click on
 * "not this" follows. Whether the card was to be seen is decided by what it looked like before.
 */
const ATTACKS: Readonly<Record<string, (host: HTMLElement) => void>> = {
  'makes the host transparent': (host) => host.style.setProperty('opacity', '0', 'important'),
  'hides the host': (host) => host.style.setProperty('visibility', 'hidden', 'important'),
  'displays the host not at all': (host) => host.style.setProperty('display', 'none', 'important'),
  'moves the host': (host) => host.style.setProperty('transform', 'translate(200px)', 'important'),
  'translates the host': (host) => host.style.setProperty('translate', '200px', 'important'),
  'shifts the host': (host) => host.style.setProperty('left', '120px', 'important'),
  'shrinks the host': (host) => host.style.setProperty('scale', '0.1', 'important'),
  'filters the host': (host) => host.style.setProperty('filter', 'opacity(0)', 'important'),
  'clips the host': (host) => host.style.setProperty('clip-path', 'inset(50%)', 'important'),
  'masks the host': (host) =>
    host.style.setProperty('mask', 'linear-gradient(transparent, transparent)', 'important'),
  'blends the host': (host) => host.style.setProperty('mix-blend-mode', 'difference', 'important'),
  'lets presses through the host': (host) =>
    host.style.setProperty('pointer-events', 'none', 'important'),
  'animates the host': (host) =>
    void host.animate({ opacity: [0, 0], translate: ['200px', '200px'] }, { duration: 1e6 }),
  'writes rules for all elements': () => {
    document.head.insertAdjacentHTML(
      'beforeend',
      `<style>* { opacity: 0 !important; transition: all 99s !important; --footnotes-paper: red; --footnotes-ink: red }
      ai-footnotes { --footnotes-paper: red !important; color: red !important; font-size: 90px !important }</style>`,
    );
  },
  'makes the whole page transparent': () => {
    document.documentElement.style.opacity = '0';
  },
  'moves the whole page': () => {
    document.documentElement.style.transform = 'translate(150px, 90px)';
  },
  'zooms the whole page': () => {
    document.documentElement.style.zoom = '0.5';
  },
  'filters the whole page': () => {
    document.documentElement.style.filter = 'blur(20px)';
  },
  'changes the attributes of the host': (host) => {
    for (const { name } of [...host.attributes]) host.setAttribute(name, 'x');
    host.setAttribute('hidden', '');
    host.setAttribute('dir', 'rtl');
  },
  'takes the popover away': (host) => host.removeAttribute('popover'),
  'hides the popover': (host) => host.hidePopover(),
  'makes the host inert': (host) => {
    host.inert = true;
  },
  'removes the host': (host) => host.remove(),
  'puts the host into an element of its own': (host) => {
    const box = document.createElement('div');
    box.style.cssText = 'opacity: 0; transform: translate(100px)';
    document.body.append(box);
    box.append(host);
  },
  'draws over the card with the ends of the host': () => {
    document.head.insertAdjacentHTML(
      'beforeend',
      `<style>ai-footnotes::before, ai-footnotes::after { content: "Press here for a prize" !important;
      display: block !important; position: fixed !important; inset: 0 !important; z-index: 9 !important;
      background: #fff !important; pointer-events: none !important }</style>`,
    );
  },
  'lays a layer over the card that lets presses through': () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<div popover="manual" id="cover" style="position: fixed; inset: 0; width: 100vw; height: 100vh;
      border: 0; background: #fff; pointer-events: none">Press here for a prize</div>`,
    );
    document.querySelector<HTMLElement>('#cover')?.showPopover();
  },
  'lays a dialog over the card': () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<dialog id="cover" style="position: fixed; inset: 0; width: 100vw; height: 100vh; margin: 0;
      max-width: none; max-height: none; background: #fff; pointer-events: none">A prize</dialog>`,
    );
    document.querySelector<HTMLDialogElement>('#cover')?.showModal();
  },
};

inGallery((gallery) => {
  async function shown(): Promise<Page> {
    const page = await gallery.show({ term: 'jim-fan' });
    await tellCard(page, 'tap');
    await cardShown(page);
    return page;
  }

  /** Waits until a press on the card counts; what has to be done meanwhile takes no time of its own. */
  async function seenForLong(page: Page, meanwhile?: () => Promise<void>): Promise<void> {
    const now = await page.evaluate(() => performance.now());
    await meanwhile?.();
    await page.waitForFunction((until) => performance.now() > until, {}, now + SEEN_FOR + 20);
  }

  test('a press right after the card has appeared does nothing', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    // By the page's own clock, from before the card: a slow driver makes the press late, and then it says nothing.
    const early = await page.evaluate(() => performance.now());
    await tellCard(page, 'tap');
    await page.waitForFunction(() => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      return root?.querySelector<HTMLElement>('.card')?.style.left;
    });
    const { x, y } = await middleOf(page, '.foot-button');
    await page.mouse.click(x, y);
    const late = await page.evaluate(() => performance.now());
    if (late - early < SEEN_FOR) expect(await takenMarks(page)).toEqual([]);
    // On another card: a press that came late has ended this one.
    const other = await shown();
    await seenForLong(other);
    const still = await middleOf(other, '.foot-button');
    await other.mouse.click(still.x, still.y);
    await expect.poll(() => takenMarks(other)).toEqual(['mark']);
  });

  test.each(Object.keys(ATTACKS))('a page that %s gains no press', async (name) => {
    const page = await shown();
    const clip = await page.evaluate(() => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      const { x, y, width, height } = root?.querySelector('.foot')?.getBoundingClientRect() ?? {
        ...{ x: 0, y: 0, width: 1, height: 1 },
      };
      return { x: x + 2, y: y + 2, width: width - 4, height: height - 4 };
    });
    const picture = () => page.screenshot({ clip, encoding: 'base64' });
    let before = '';
    await seenForLong(page, async () => {
      before = await picture();
    });
    const { x, y } = await middleOf(page, '.foot-button');
    await page.evaluate(`(${ATTACKS[name]})(document.querySelector('ai-footnotes'))`);
    const after = await picture();
    await page.mouse.click(x, y);
    // Whatever the page did, the card ends without an error and another one can be opened.
    await page.keyboard.press('Escape');
    await page.mouse.click(1, 1);
    await cardGone(page);
    if (after !== before) expect(await takenMarks(page)).toEqual([]);
  });

  test('presses and keys that the page makes up do nothing', async () => {
    const page = await shown();
    await seenForLong(page);
    await page.evaluate(() => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      const options = { bubbles: true, composed: true, cancelable: true };
      for (let time = 0; time < 250; time += 1) {
        for (const button of root?.querySelectorAll('button') ?? []) {
          button.dispatchEvent(new MouseEvent('click', options));
          button.click();
        }
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', ...options }));
        window.dispatchEvent(new PointerEvent('pointerdown', options));
        window.dispatchEvent(new Event('scroll'));
      }
    });
    expect(await takenMarks(page)).toEqual([]);
    expect(await cardCount(page)).toBe(1);
  });
});
