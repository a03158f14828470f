import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { goTo, openGlossary } from './support/glossary';
import { inEachBrowser } from './support/in-each-browser';

/** The share of a part's pixels that are lighter than the middle between its lightest and its darkest. */
async function shareOfLight(page: Page, selector: string): Promise<number> {
  const part = await page.waitForSelector(selector);
  const picture = await part?.screenshot({ encoding: 'base64' });
  return page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png ?? ''), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    canvas?.drawImage(bitmap, 0, 0);
    const { data } = canvas?.getImageData(0, 0, width, height) ?? { data: [] };
    const lights = [...data].filter((_, at) => at % 4 === 1);
    const middle = (Math.min(...lights) + Math.max(...lights)) / 2;
    return lights.filter((light) => light > middle).length / lights.length;
  }, picture);
}

inEachBrowser((world) => {
  test('a year of the timeline is hatched in lines that are seen', async () => {
    await world.extension.evaluate((api) => api.storage.sync.set({ theme: 'dark' }));
    const page = await openGlossary(world, '#page=timeline');
    await page.waitForSelector(':root[data-theme="dark"]');
    await page.bringToFront();
    const share = await shareOfLight(page, '.span-year-long');
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.7);
  });

  // Firefox shows a page as printed to no test.
  if (world.kind === 'chrome') {
    test('a dark glossary is printed dark on light, with its bars', async () => {
      const page = await openGlossary(world, '#page=figures');
      const look = () =>
        page.evaluate(() => {
          const { color, printColorAdjust } = getComputedStyle(document.body);
          return {
            color,
            printColorAdjust,
            ground: getComputedStyle(document.body).backgroundColor,
          };
        });
      await page.waitForSelector(':root[data-theme="light"], :root:not([data-theme])');
      const light = (await look()).color;
      await world.extension.evaluate((api) => api.storage.sync.set({ theme: 'dark' }));
      await page.waitForSelector(':root[data-theme="dark"]');
      expect((await look()).color).not.toBe(light);
      await page.emulateMediaType('print');
      expect(await look()).toEqual({
        color: light,
        printColorAdjust: 'exact',
        ground: 'rgba(0, 0, 0, 0)',
      });
    });

    test('on paper, which is narrow, the front page and a term are printed, without ways to other pages', async () => {
      const page = await openGlossary(world);
      await page.setViewport({ width: 700, height: 900 });
      await page.emulateMediaType('print');
      const isShown = (selector: string) =>
        page.$eval(selector, (element) => element.checkVisibility());
      expect(await isShown('.front')).toBe(true);
      await goTo(page, '#term=deepseek-r1');
      await page.waitForSelector('.term-page');
      expect(await isShown('.term-page')).toBe(true);
      expect(await isShown('.term-page .back')).toBe(false);
    });
  }
});
