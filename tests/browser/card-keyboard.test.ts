import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { pressByKeys } from '../../scripts/browser/press-by-keys';
import { cardGone, cardShown, inGallery, tellCard } from '../gallery/in-gallery';

/** What has the focus, inside the card or outside. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    const inner = active?.shadowRoot?.activeElement;
    return inner ? `card ${inner.className}`.trim() : (active?.id ?? '');
  });
}

inGallery((gallery) => {
  async function reached(term = 'jim-fan') {
    const page = await gallery.show({ term });
    await page.evaluate(() => {
      document.querySelector('h1')?.insertAdjacentHTML('afterend', '<button id="here">x</button>');
      document.querySelector<HTMLElement>('#here')?.focus();
    });
    await tellCard(page, 'reach');
    await cardShown(page);
    return page;
  }

  test('a command takes the focus into the card, and Escape back to where the reader was', async () => {
    const page = await reached();
    expect(await focused(page)).toMatch(/^card card/);
    await page.keyboard.press('Escape');
    await cardGone(page);
    expect(await focused(page)).toBe('here');
  });

  test('who walks from card to card comes back to where the walk began', async () => {
    const page = await reached();
    await tellCard(page, 'reach', 'other');
    await page.waitForFunction(() =>
      document
        .querySelector('ai-footnotes')
        ?.shadowRoot?.querySelector('.name')
        ?.textContent?.startsWith('OpenAI'),
    );
    await expect.poll(() => focused(page)).toMatch(/^card card/);
    await page.keyboard.press('Escape');
    await cardGone(page);
    expect(await focused(page)).toBe('here');
  });

  test('facts come in the language chosen for them, and can be read in that of the interface', async () => {
    const page = await gallery.show({ term: 'jim-fan', language: 'en', facts: 'zh-Hans' });
    await tellCard(page, 'reach');
    await cardShown(page);
    /** The languages of the card's own words, and of its facts. */
    const languages = () =>
      page.evaluate(() => {
        const root = document.querySelector('ai-footnotes')?.shadowRoot;
        const facts = root?.querySelectorAll<HTMLElement>('.fact-text, .caution bdi, .summary bdi');
        return [
          root?.querySelector<HTMLElement>('.layer')?.lang,
          ...new Set([...(facts ?? [])].map(({ lang }) => lang)),
        ];
      });
    expect(await languages()).toEqual(['en', 'zh-Hans']);
    await pressByKeys(page, '.body > .missing .text-button', '.fact-text[lang="en"]');
    expect(await languages()).toEqual(['en', 'en']);
    expect(await focused(page)).toMatch(/^card /);
  });

  test('Tab goes round in the card, both ways', async () => {
    const page = await reached();
    /** The place of what has the focus among all elements of the card; -1 outside. */
    const place = () =>
      page.evaluate(() => {
        const root = document.querySelector('ai-footnotes')?.shadowRoot;
        const active = root?.activeElement;
        return active ? [...(root?.querySelectorAll('.card *') ?? [])].indexOf(active) : -1;
      });
    await page.keyboard.press('Tab');
    const order = [await place()];
    for (let at = await place(); order.length < 60; order.push(at)) {
      await page.keyboard.press('Tab');
      at = await place();
      if (at === order[0]) break;
    }
    expect(order.length).toBeGreaterThan(5);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order).not.toContain(-1);
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await place()).toBe(order.at(-1));
  });

  test('the focus stays in the card when what had it is gone', async () => {
    const page = await reached('deepseek-r1');
    await pressByKeys(page, '.related button', '.back');
    expect(await focused(page)).toMatch(/^card card/);
    await pressByKeys(page, '.back', '.brand');
    expect(await focused(page)).toMatch(/^card card/);
    const answerAt = () =>
      page.evaluate(() => {
        const root = document.querySelector('ai-footnotes')?.shadowRoot;
        return [...(root?.querySelectorAll('.foot button') ?? [])].findIndex((button) =>
          button.matches(':focus'),
        );
      });
    // A question begins with the answer that does nothing, and leads back to where it was asked.
    await pressByKeys(page, '.foot-button:nth-of-type(2)', '.question');
    expect(await answerAt()).toBe(1);
    await pressByKeys(page, '.question button:last-of-type', '.foot:not(.question)');
    expect(await answerAt()).toBe(1);
  });

  test('a kept card is moved by the arrow keys', async () => {
    const page = await reached();
    await pressByKeys(page, '.head-buttons .icon-button', '.pinned');
    const left = () =>
      page.evaluate(
        () =>
          document
            .querySelector('ai-footnotes')
            ?.shadowRoot?.querySelector('.pinned')
            ?.getBoundingClientRect().left ?? 0,
      );
    const before = await left();
    await page.evaluate(() => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      root?.querySelector<HTMLElement>('.move')?.focus();
    });
    await page.keyboard.press('ArrowLeft');
    expect(await left()).toBe(before - 24);
    await page.keyboard.press('Escape');
    await cardGone(page);
  });

  test('the keys that scroll move what the card says, not the page below it', async () => {
    const page = await reached('deepseek-r1');
    /** How far the page is scrolled, and the card. */
    const scrolled = () =>
      page.evaluate(() => [
        scrollY,
        document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('.body')?.scrollTop ?? 0,
      ]);
    const [from = 0] = await scrolled();
    await page.keyboard.press('ArrowDown');
    expect(await scrolled()).toEqual([from, 40]);
    await page.keyboard.press(' ');
    const [, afterSpace = 0] = await scrolled();
    expect(afterSpace).toBeGreaterThan(100);
    await page.keyboard.press('Home');
    expect(await scrolled()).toEqual([from, 0]);
    // From a button above what scrolls as well.
    await page.keyboard.press('Tab');
    await page.keyboard.press('PageDown');
    expect(await scrolled()).toEqual([from, afterSpace - 40]);
  });

  test('keys lead out of a kept card, which stays, and into it again', async () => {
    const page = await reached();
    await pressByKeys(page, '.head-buttons .icon-button', '.pinned');
    await page.evaluate(() => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      root?.querySelector<HTMLElement>('.move')?.focus();
    });
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await focused(page)).toBe('here');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('card icon-button move');
  });

  test('single keys typed in the card are not heard by the page', async () => {
    const page = await reached();
    await page.evaluate(() => {
      document.addEventListener('keydown', ({ key }) => {
        document.title += key;
      });
    });
    await page.keyboard.press('j');
    expect(await page.title()).toBe('Gallery');
  });
});
