import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { pressByKeys } from '../../scripts/browser/press-by-keys';
import type { ReaderWishes } from '../../scripts/browser/reader-wishes';
import { cardShown, inGallery, tellCard } from '../gallery/in-gallery';
import { faultsOfLayout } from './support/faults-of-layout';
import { findViolations } from './support/find-violations';

/** Some values of the computed style of a part of the card. */
function styleOf(
  page: Page,
  part: string,
  names: readonly string[],
  pseudo?: '::before' | '::after',
): Promise<string[]> {
  return page.evaluate(
    (selector, wanted, drawn) => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      const element = root?.querySelector(selector);
      if (!element) throw new Error(`the card has no ${selector}`);
      const style = getComputedStyle(element, drawn);
      return wanted.map((name) => style.getPropertyValue(name));
    },
    part,
    names,
    pseudo,
  );
}

inGallery((gallery) => {
  async function shown(wishes: ReaderWishes, viewport = { width: 760, height: 680 }) {
    const page = await gallery.show({ term: 'deepseek-r1' }, viewport, wishes);
    await tellCard(page, 'reach');
    await cardShown(page);
    return page;
  }

  test('in colours of the reader, the card has an edge, its figures and bars are seen, and axe finds nothing', async () => {
    const page = await shown({ forcedColours: true });
    const [text, edge] = await styleOf(page, '.card', ['color', 'border-top-color']);
    expect(edge).toBe(text);
    expect(await styleOf(page, '.amount', ['color', 'text-decoration-line'])).toEqual([
      text,
      'underline',
    ]);
    // What tells texts apart is drawn by borders: backgrounds are the reader's own.
    for (const [part, edge] of [
      ['.kind', 'border-left-width'],
      ['.category', 'border-inline-start-width'],
    ] as const) {
      const [width] = await styleOf(page, part, [edge], part === '.kind' ? '::after' : '::before');
      expect(Number.parseFloat(width ?? ''), part).toBeGreaterThanOrEqual(1);
    }
    const [own] = await styleOf(page, '.chart-own .bar', ['background-color']);
    const [other] = await styleOf(page, 'tr:not(.chart-own) .bar', ['background-color']);
    const [ground] = await styleOf(page, '.card', ['background-color']);
    expect(new Set([own, other, ground]).size).toBe(3);
    expect(await faultsOfLayout(page)).toEqual([]);
    expect(await findViolations(page)).toEqual([]);
  });

  test('for a reader who wants more contrast all text is as dark as the facts', async () => {
    // Firefox knows the wish only together with colours of the reader's own.
    const wish = gallery.kind === 'chrome' ? { moreContrast: true } : { forcedColours: true };
    const page = await shown(wish);
    const [ink] = await styleOf(page, '.fact-text', ['color']);
    for (const part of ['.summary', '.provenance', '.sources']) {
      expect(await styleOf(page, part, ['color']), part).toEqual([ink]);
    }
    expect(await findViolations(page)).toEqual([]);
  });

  test('nothing moves for a reader who wants no motion, and the card is there at once', async () => {
    const page = await shown({ reducedMotion: true });
    expect(await styleOf(page, '.card', ['animation-name'])).toEqual(['none']);
    await shown({});
    expect(await styleOf(page, '.card', ['animation-name'])).toEqual(['come-down']);
    await gallery.show({ term: 'jim-fan' }, { width: 390, height: 680 });
    await tellCard(page, 'tap');
    await cardShown(page);
    expect(await styleOf(page, '.sheet', ['animation-name'])).toEqual(['rise']);
  });

  test('nothing is half transparent for a reader who wants it so', async () => {
    const page = await shown({ reducedTransparency: true });
    const layers = await styleOf(page, '.card', ['background-color', 'box-shadow', 'opacity']);
    expect(layers.join(' ')).not.toMatch(/rgba\([^)]*, 0\.\d+\)|\/ 0\.\d+/);
    await shown({});
    expect((await styleOf(page, '.card', ['box-shadow'])).join()).toMatch(/0\.\d+\)/);
  });

  test.each<[string, ReaderWishes]>([
    ['letters twice as large', { textZoom: 2 }],
    ['all twice as large', { zoom: 2 }],
  ])('with %s the card is whole, and every part of it can be reached', async (_, wishes) => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 760, height: 680 },
    ]) {
      const page = await shown(wishes, viewport);
      expect(await faultsOfLayout(page), `${viewport.width}`).toEqual([]);
      await pressByKeys(page, '.more', '.more[aria-expanded="true"]');
      expect(await faultsOfLayout(page), `all facts at ${viewport.width}`).toEqual([]);
      await pressByKeys(page, '.foot-button:nth-of-type(2)', '.question');
      expect(await faultsOfLayout(page), `the question at ${viewport.width}`).toEqual([]);
    }
    const page = await shown({}, { width: 1280, height: 800 });
    const plain = await styleOf(page, '.fact-text', ['font-size']);
    await shown(wishes, { width: 1280, height: 800 });
    const grown = await styleOf(page, '.fact-text', ['font-size']);
    const ratio = await page.evaluate(() => devicePixelRatio);
    expect(ratio * Number.parseFloat(`${grown}`)).toBeCloseTo(2 * Number.parseFloat(`${plain}`), 0);
  });
});
