import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { setWishes } from '../../scripts/browser/reader-wishes';
import { focused, openGlossary } from './support/glossary';
import { inEachBrowser } from './support/in-each-browser';
import { openPopup } from './support/open-popup';
import { click, openNews } from './support/popup-page';
import { saveFootnote } from './support/save-footnote';

/** Places for what is said that are not there for screen readers: what comes into them then is not heard by all. */
function placesUnheard(page: Page): Promise<string[]> {
  return page.$$eval('[role=status]', (places) =>
    places
      .filter((place) => !place.checkVisibility({ visibilityProperty: true }))
      .map((place) => place.className),
  );
}

inEachBrowser((world) => {
  test('what is said has a place before it is said', async () => {
    await saveFootnote(world, 'Whimbrel', 'It was said.');
    const glossary = await openGlossary(world, '#term=whimbrel');
    await click(glossary, '.term-page header [aria-expanded]');
    await glossary.waitForSelector('.own-term .risks');
    expect(await placesUnheard(glossary)).toEqual([]);
    const popup = await openPopup(world, await openNews(world));
    await popup.waitForFunction(() => document.querySelector('.mentioned'), { polling: 100 });
    expect(await placesUnheard(popup)).toEqual([]);
    const packs = await openGlossary(world, '#page=packs');
    await packs.waitForSelector('.pack .switch');
    await packs.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['{'], 'broken.json'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    });
    await packs.waitForSelector('.import.refused');
    expect(await placesUnheard(packs)).toEqual([]);
  });

  test('a button that does nothing for now is seen to do nothing, wherever it stands', async () => {
    await saveFootnote(world, 'Godwit', 'It was said.');
    const page = await openGlossary(world, '#term=godwit');
    await click(page, '.term-page header [aria-expanded]');
    await page.waitForSelector('.own-term .primary');
    const opacity = await page.$eval('.own-term .primary', (button) => {
      button.setAttribute('aria-disabled', 'true');
      return Number(getComputedStyle(button).opacity);
    });
    expect(opacity).toBeLessThan(1);
  });

  test('a footnote removed in the glossary is said to be gone', async () => {
    await world.extension.evaluate((api) =>
      api.runtime.sendMessage({
        name: 'footnote.save',
        params: {
          footnote: {
            language: 'en',
            text: 'He was there.',
            term: 'jim-fan',
            kind: 'reported',
            source: { title: 'A small lab', publisher: 'The Gazette', date: '2025-06-02' },
          },
        },
      }),
    );
    const page = await openGlossary(world, '#term=jim-fan');
    await click(page, '.own button:last-child');
    await click(page, 'fieldset.own button');
    await page.waitForFunction(() => !document.querySelector('.own'));
    await page.waitForFunction(
      () => document.querySelector('.term-page [role=status]')?.textContent === 'Footnote removed',
      { timeout: 10_000 },
    );
  });

  test('letters twice as large keep the switches of the popup in sight', async () => {
    const popup = await openPopup(world, await openNews(world));
    await popup.waitForFunction(() => document.querySelector('.mentioned'), { polling: 100 });
    await popup.bringToFront();
    await popup.setViewport({ width: 368, height: 600 });
    await setWishes(world.session, popup, { textZoom: 2 });
    try {
      const ends = await popup.$$eval('.switch input', (switches) =>
        switches.map((input) => innerWidth - input.getBoundingClientRect().right),
      );
      expect(ends).toHaveLength(2);
      expect(Math.min(...ends)).toBeGreaterThan(0);
    } finally {
      await setWishes(world.session, popup, {});
    }
  });

  test('in colours of the reader the ring of a switch has one of them', async () => {
    const page = await openGlossary(world, '#page=settings');
    await page.bringToFront();
    await setWishes(world.session, page, { forcedColours: true });
    try {
      await page.focus('.section[aria-current]');
      await page.keyboard.press('Tab');
      await focused(page, '[role=switch]');
      const [ring, highlight] = await page.$eval('[role=switch]', (input) => {
        const { outlineColor } = getComputedStyle(input);
        (input as HTMLElement).style.color = 'Highlight';
        return [outlineColor, getComputedStyle(input).color];
      });
      expect(ring).toBe(highlight);
    } finally {
      await setWishes(world.session, page, {});
    }
  });
});
