import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { pressByKeys } from '../../scripts/browser/press-by-keys';
import { GRACE } from '../../src/card/card-state';
import {
  askedNames,
  cardCount,
  cardGone,
  cardShown,
  inGallery,
  marksChange,
  middleOf,
  stopCard,
  takenMarks,
  tellCard,
} from '../gallery/in-gallery';

async function hover(page: Page, selector: string): Promise<void> {
  const { x, y } = await middleOf(page, selector);
  await page.mouse.move(x, y, { steps: 4 });
}

/** What the page keeps of a walk, in milliseconds of its own clock. */
interface Watch {
  longestStand: number;
  movedAt: number | undefined;
}

/**
 * Goes from a mark to a place in its card, stopping on the way as hands do. A card waits for a pointer that comes
 * nearer, but not for one that stands still: where the machine kept it standing for that long, by the page's own
 * clock, the walk says nothing and is begun anew.
 */
async function walkIntoCard(page: Page, place: string): Promise<void> {
  await page.evaluate(() => {
    const watch = globalThis as unknown as Watch;
    addEventListener('pointermove', () => {
      const now = performance.now();
      watch.longestStand = Math.max(watch.longestStand, now - (watch.movedAt ?? now));
      watch.movedAt = now;
    });
  });
  for (;;) {
    await hover(page, '#mark');
    await cardShown(page);
    const { x, y } = await middleOf(page, place);
    await page.evaluate(() => {
      Object.assign(globalThis as unknown as Watch, { longestStand: 0, movedAt: undefined });
    });
    await page.mouse.move(x, y, { steps: 25 });
    const arrived = await page.waitForFunction(() => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      if (root?.querySelector('.card:hover')) return 'yes';
      return root?.querySelector('.card') ? false : 'too late';
    });
    if ((await arrived.jsonValue()) === 'yes') return;
    const longest = await page.evaluate(() => (globalThis as unknown as Watch).longestStand);
    expect(longest, 'the card went from a pointer that kept coming').toBeGreaterThan(GRACE);
    await page.mouse.move(1, 1);
  }
}

/** Presses something in the card once it has been seen for long enough. */
async function pressWhenSeen(page: Page, selector: string, effect: () => Promise<boolean>) {
  await expect
    .poll(async () => {
      if (await effect()) return true;
      const { x, y } = await middleOf(page, selector);
      await page.mouse.click(x, y);
      return effect();
    })
    .toBe(true);
}

/** What the card's names were when its host came into the page. */
interface Came {
  came: (string | undefined)[];
}

/** What the cards say that were seen before they were placed. */
interface Seen {
  unplaced: string[];
}

/** Waits far longer than a card stays that nobody points at. */
async function afterAWhile(page: Page): Promise<void> {
  const now = await page.evaluate(() => performance.now());
  await page.waitForFunction((until) => performance.now() > until, {}, now + 2 * GRACE);
}

inGallery((gallery) => {
  test('resting on a mark opens its card, going from mark to card keeps it, going away closes it', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await walkIntoCard(page, '.card');
    await page.mouse.move(5, 5, { steps: 10 });
    await cardGone(page);
  });

  test('a card is made while its delay runs, and comes into the page whole', async () => {
    const page = await gallery.show({ term: 'jim-fan', delay: 3_000 });
    await page.evaluate(() => {
      const came: (string | undefined)[] = [];
      Object.assign(globalThis, { came });
      // Called as the host comes into the page, before whoever put it there goes on.
      customElements.define(
        'ai-footnotes',
        class extends HTMLElement {
          connectedCallback() {
            came.push(this.shadowRoot?.querySelector('.name')?.textContent);
          }
        },
      );
    });
    await hover(page, '#mark');
    await cardShown(page);
    expect(await page.evaluate(() => (globalThis as unknown as Came).came)).toEqual(['Jim Fan']);
  });

  test('a card that is made ready is not seen before its time, though a notice is', async () => {
    const page = await gallery.show({ term: 'jim-fan', delay: 1_000 });
    await hover(page, '#mark');
    await cardShown(page);
    await pressWhenSeen(page, '.copy', () =>
      page.evaluate(
        () => document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('.notice') != null,
      ),
    );
    await page.evaluate(() => {
      // Where no card lies over it.
      document.querySelector('h1')?.append(document.querySelector('#other') as Element);
      const unplaced: string[] = [];
      Object.assign(globalThis, { unplaced });
      const look = () => {
        const root = document.querySelector('ai-footnotes')?.shadowRoot;
        for (const card of root?.querySelectorAll<HTMLElement>('.card') ?? [])
          if (card.style.left === '') unplaced.push(card.textContent);
        requestAnimationFrame(look);
      };
      look();
    });
    await page.keyboard.press('Escape');
    await hover(page, '#other');
    await page.waitForFunction(() => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      return root?.querySelector('.name')?.textContent?.includes('o1');
    });
    expect(await page.evaluate(() => (globalThis as unknown as Seen).unplaced)).toEqual([]);
  });

  test('a card that is made ready does not come once its script is stopped', async () => {
    const page = await gallery.show({ term: 'jim-fan', delay: 500 });
    await hover(page, '#mark');
    await expect.poll(() => askedNames(page)).toContain('terms.read');
    await stopCard(page);
    const now = await page.evaluate(() => performance.now());
    await page.waitForFunction((until) => performance.now() > until, {}, now + 1_000);
    expect(await page.$('ai-footnotes')).toBeNull();
  });

  test('a card goes with its script though the API of the extension is gone', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await tellCard(page, 'tap');
    await cardShown(page);
    await page.evaluate(() => {
      Reflect.get(globalThis, 'chrome').storage.onChanged.removeListener = () => {
        throw new Error('Extension context invalidated.');
      };
    });
    await stopCard(page).catch(() => {});
    expect(await page.$('ai-footnotes')).toBeNull();
  });

  test('it meets WCAG 1.4.13: it stays, the pointer can go onto it, and Escape ends it where it is', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await hover(page, '#mark');
    await cardShown(page);
    await afterAWhile(page);
    expect(await cardCount(page), 'with the pointer on the mark').toBe(1);
    await walkIntoCard(page, '.summary');
    await afterAWhile(page);
    expect(await cardCount(page), 'with the pointer on the card').toBe(1);
    await page.keyboard.press('Escape');
    await cardGone(page);
    await hover(page, '#mark');
    await cardShown(page);
    await page.keyboard.press('Escape');
    await cardGone(page);
    await afterAWhile(page);
    expect(await cardCount(page), 'after Escape').toBe(0);
  });

  test('Escape closes it, and the page hears nothing of that press to its end', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(() => {
      for (const name of ['keydown', 'keyup'] as const)
        addEventListener(name, ({ type, key }) => {
          document.title += ` ${type} ${key}`;
        });
    });
    await hover(page, '#mark');
    await cardShown(page);
    await page.keyboard.down('Escape');
    await cardGone(page);
    // A key that is held goes down again and again.
    await page.keyboard.down('Escape');
    await page.keyboard.up('Escape');
    expect(await page.title()).toBe('Gallery');
    await page.keyboard.press('Escape');
    expect(await page.title()).toBe('Gallery keydown Escape keyup Escape');
  });

  test('what scrolls elsewhere in the page keeps no card back', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<div id="ticker" style="block-size: 40px; overflow: auto"><p style="block-size: 1e6px"></p></div>',
      );
      const ticker = document.querySelector('#ticker') as Element;
      const run = () => {
        ticker.scrollTop += 1;
        requestAnimationFrame(run);
      };
      run();
    });
    await hover(page, '#mark');
    await cardShown(page);
  });

  test('a frame of the page that takes the focus does not close it', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<iframe srcdoc="<input>"></iframe>');
    });
    await page.waitForFunction(() =>
      document.querySelector('iframe')?.contentDocument?.querySelector('input'),
    );
    await hover(page, '#mark');
    await cardShown(page);
    await page.evaluate(() => {
      document.querySelector('iframe')?.contentDocument?.querySelector('input')?.focus();
    });
    await page.waitForFunction(() => document.activeElement?.localName === 'iframe');
    await afterAWhile(page);
    expect(await cardCount(page)).toBe(1);
  });

  test('a mark that is gone before its facts have come has no card', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await page.evaluate(() => {
      const { runtime } = Reflect.get(globalThis, 'chrome');
      const send = runtime.sendMessage;
      runtime.sendMessage = async (message: unknown) => {
        document.querySelector('#mark')?.remove();
        return send(message);
      };
    });
    await tellCard(page, 'tap');
    await expect.poll(() => askedNames(page)).toContain('terms.read');
    await afterAWhile(page);
    expect(await cardCount(page)).toBe(0);
  });

  test('a press in the page closes it', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await tellCard(page, 'tap');
    await cardShown(page);
    await page.mouse.click(5, 5);
    await cardGone(page);
  });

  test('it closes when its mark goes from under the pointer', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await hover(page, '#mark');
    await cardShown(page);
    await page.evaluate(() => {
      document.querySelector('#mark')?.remove();
    });
    await marksChange(page);
    await cardGone(page);
  });

  test('"not this" takes the mark and closes the card', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await hover(page, '#mark');
    await cardShown(page);
    await pressWhenSeen(page, '.foot-button', async () =>
      (await takenMarks(page)).includes('mark'),
    );
    await cardGone(page);
  });

  test('muting asks first', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await tellCard(page, 'tap');
    await cardShown(page);
    await pressWhenSeen(page, '.foot-button:nth-of-type(2)', () =>
      page.evaluate(
        () =>
          document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('.question') != null,
      ),
    );
    expect(await askedNames(page)).not.toContain('term.mute');
    await pressWhenSeen(page, '.strong', async () =>
      (await askedNames(page)).includes('term.mute'),
    );
    await cardGone(page);
  });

  test('a card lies above all of a kept one, its head too', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await tellCard(page, 'reach');
    await cardShown(page);
    await pressByKeys(page, '.head-buttons .icon-button', '.pinned');
    await tellCard(page, 'reach');
    await page.waitForFunction(() =>
      document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('.card:not(.pinned)'),
    );
    await cardShown(page);
    const uppermost = await page.evaluate(() => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      const kept = root?.querySelector<HTMLElement>('.pinned');
      const upper = root?.querySelector<HTMLElement>('.card:not(.pinned)');
      if (!root || !kept || !upper) throw new Error('there are no two cards');
      // Its head behind the middle of the other.
      const { x, y, height } = upper.getBoundingClientRect();
      Object.assign(kept.style, { left: `${x}px`, top: `${y + height / 2}px` });
      const head = kept.querySelector('.head')?.getBoundingClientRect() ?? new DOMRect();
      const hit = root.elementFromPoint(head.x + head.width / 2, head.y + head.height / 2);
      return hit?.closest('.card') === upper;
    });
    expect(uppermost).toBe(true);
  });

  test('two kept cards stand beside the page, and are moved by the mouse', async () => {
    const page = await gallery.show({ term: 'jim-fan' }, { width: 1000, height: 680 });
    for (const [at, mark] of ['mark', 'other'].entries()) {
      await tellCard(page, 'tap', mark);
      await page.waitForFunction(() =>
        document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('.card:not(.pinned)'),
      );
      await cardShown(page);
      await pressWhenSeen(page, '.card:not(.pinned) .head-buttons .icon-button', async () =>
        page.evaluate(
          (count) =>
            document.querySelector('ai-footnotes')?.shadowRoot?.querySelectorAll('.pinned')
              .length === count,
          at + 1,
        ),
      );
    }
    expect(await cardCount(page)).toBe(2);
    const handle = await middleOf(page, '.pinned:nth-of-type(2) .move');
    const before = await middleOf(page, '.pinned:nth-of-type(2)');
    await page.mouse.move(handle.x, handle.y);
    await page.mouse.down();
    await page.mouse.move(handle.x - 60, handle.y + 30, { steps: 5 });
    await page.mouse.up();
    await expect
      .poll(async () => (await middleOf(page, '.pinned:nth-of-type(2)')).x)
      .toBeLessThan(before.x);
  });

  test('nothing of the extension is left in the page once all is closed', async () => {
    const page = await gallery.show({ term: 'jim-fan' });
    await hover(page, '#mark');
    await cardShown(page);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('ai-footnotes'));
  });
});
