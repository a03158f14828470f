import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { GalleryOptions } from '../gallery/gallery-page';
import { cardShown, inGallery, tellCard } from '../gallery/in-gallery';

/** Terms as readers meet them, and the worst a pack may hold. */
const REAL = ['deepseek-r1', 'jim-fan'];
const EXTREME = [
  ...['one-fact', 'no-fact', 'forty-facts', 'long-fact', 'long-word', 'long-name', 'emoji-name'],
];

const WINDOW = { width: 760, height: 680 };
const PHONE = { width: 360, height: 640 };
const LOW = { width: 760, height: 360 };

const VIEWS = [
  ['en', WINDOW],
  ['zh-Hans', WINDOW],
  ['zh-Hant', PHONE],
  ['en', PHONE],
  ['en', LOW],
] as const;

/** What is wrong with the layout of the card: out of the viewport, cut off, too small to hit. */
function faultsOfLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.querySelector('ai-footnotes')?.shadowRoot;
    const card = root?.querySelector('.card');
    if (!card) return ['there is no card'];
    const nameOf = (element: Element) => `${element.localName}.${element.className}`;
    const box = card.getBoundingClientRect();
    if (box.left < 0 || box.top < 0) faults.push('begins outside the viewport');
    if (box.right > innerWidth + 0.5) faults.push(`ends at ${box.right} of ${innerWidth}`);
    if (box.bottom > innerHeight + 0.5) faults.push(`ends at ${box.bottom} of ${innerHeight}`);
    for (const part of card.querySelectorAll('.head, .body, .foot, .card')) {
      const { left, right, top, bottom } = part.getBoundingClientRect();
      if (top < box.top || bottom > box.bottom || left < box.left || right > box.right) {
        faults.push(`${nameOf(part)} is cut off`);
      }
      if (part.scrollWidth > part.clientWidth) faults.push(`${nameOf(part)} overflows`);
    }
    for (const element of card.querySelectorAll('*')) {
      const { left, right, width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0) continue;
      if (left < box.left - 1 || right > box.right + 1)
        faults.push(`${nameOf(element)} sticks out`);
      const isControl = element.matches('button') && getComputedStyle(element).display !== 'inline';
      if (isControl && (width < 24 || height < 24)) faults.push(`${nameOf(element)} is small`);
    }
    const body = card.querySelector('.body');
    if (body && body.clientHeight < 40) faults.push('no room for the facts');
    return faults;
  });
}

inGallery((gallery) => {
  async function faultsOf(options: GalleryOptions, viewport: typeof WINDOW): Promise<string[]> {
    const page = await gallery.show(options, viewport);
    await tellCard(page, 'reach');
    await cardShown(page);
    return faultsOfLayout(page);
  }

  test.each([...REAL, ...EXTREME])('the card of %s is whole', async (term) => {
    const faults: Record<string, string[]> = {};
    for (const [language, viewport] of EXTREME.includes(term) ? VIEWS.slice(2) : VIEWS) {
      const found = await faultsOf({ term, language }, viewport);
      if (found.length > 0) faults[`${language} ${viewport.width}x${viewport.height}`] = found;
    }
    expect(faults).toEqual({});
  });

  test('it is whole in text from right to left and from top to bottom', async () => {
    expect(await faultsOf({ term: 'openai-o1', direction: 'rtl' }, WINDOW)).toEqual([]);
    expect(await faultsOf({ term: 'openai-o1', writing: 'vertical-rl' }, WINDOW)).toEqual([]);
  });

  test('it is whole with letters twice as large', async () => {
    const page = await gallery.show({ term: 'deepseek-r1' }, { width: 760, height: 680 });
    await tellCard(page, 'reach');
    await cardShown(page);
    await page.evaluate(() => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      root?.querySelector<HTMLElement>('.layer')?.style.setProperty('font-size', '1.875em');
      dispatchEvent(new Event('scroll'));
    });
    await tellCard(page, 'reach');
    await expect.poll(() => faultsOfLayout(page)).toEqual([]);
  });

  test('it follows its mark while the page scrolls', async () => {
    const page = await gallery.show({ term: 'jim-fan' }, { width: 760, height: 480 });
    await page.evaluate(() => {
      document.body.style.minHeight = '3000px';
    });
    await tellCard(page, 'reach');
    await cardShown(page);
    const gap = () =>
      page.evaluate(() => {
        const card = document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('.card');
        const mark = document.querySelector('#mark');
        if (!card || !mark) return undefined;
        return Math.round(card.getBoundingClientRect().top - mark.getBoundingClientRect().bottom);
      });
    const before = await gap();
    await page.evaluate(() => scrollTo(0, 60));
    await expect.poll(gap).toBe(before);
    expect(await page.evaluate(() => scrollY)).toBe(60);
  });
});
