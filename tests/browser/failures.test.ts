import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { openGlossary } from './support/glossary';
import { inEachBrowser } from './support/in-each-browser';
import { saveFootnote } from './support/save-footnote';

/** Has a page of ours write and say nothing more. */
function refuseAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    const refuse = () => Promise.reject(new Error('the disk is full'));
    type Api = { runtime: object };
    const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
    Object.assign((browser ?? chrome)?.runtime ?? {}, { sendMessage: refuse });
    Object.defineProperty(navigator.locks, 'request', { value: refuse });
  });
}

const refusals = (page: Page) =>
  page.$$eval('.refusal', (found) => found.map(({ textContent }) => textContent).filter(Boolean));

inEachBrowser((world) => {
  test('what the page of a term cannot write is said where it was asked for', async () => {
    await saveFootnote(world, 'Turnstone', 'It was said once.');
    const page = await openGlossary(world, '#term=turnstone');
    await page.waitForSelector('.term-page .own');
    await refuseAll(page);
    await page.$eval('.term-page header .buttons button:last-child', (mute) => mute.click());
    const refusal = 'The browser could not write that, and nothing was changed: the disk is full';
    await expect.poll(() => refusals(page)).toEqual([refusal]);
    await page.$eval('.own button:last-child', (remove) => (remove as HTMLElement).click());
    await page.waitForSelector('fieldset.own');
    await page.$eval('fieldset.own button', (confirm) => (confirm as HTMLElement).click());
    await expect.poll(() => refusals(page)).toEqual([refusal, refusal]);
  });

  test('a pack that cannot be read is not exported, and that is said', async () => {
    await saveFootnote(world, 'Dunlin', 'It was said once.');
    const page = await openGlossary(world, '#page=packs');
    await page.waitForSelector('.share [type=submit]');
    await page.evaluate(() => {
      URL.createObjectURL = () => {
        throw new Error('the disk is full');
      };
    });
    await page.$eval('.share input', (title) => {
      (title as HTMLInputElement).form?.querySelectorAll('input[type=text]').forEach((field) => {
        (field as HTMLInputElement).value = 'Dunlins';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    });
    await page.$eval('.share', (form) => (form as HTMLFormElement).requestSubmit());
    await expect.poll(() => refusals(page)).toHaveLength(1);
  });
});
