import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { openGlossary } from './support/glossary';
import { inEachBrowser } from './support/in-each-browser';
import { openPopup } from './support/open-popup';
import { openNews } from './support/popup-page';
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

/** Changes every setting that a part of a page has, one after the other, and tells how each stands then. */
async function changeInVain(page: Page, part: string): Promise<void> {
  const selector = `${part} :is(input:not([type=text], [type=file]), select)`;
  const states = () =>
    page.evaluate(
      (wanted) =>
        [...document.querySelectorAll<HTMLInputElement>(wanted)].map(
          ({ value, checked }) => `${value} ${checked}`,
        ),
      selector,
    );
  const before = await states();
  expect(before).not.toEqual([]);
  for (const [index, state] of before.entries()) {
    // A radio button that is chosen changes nothing.
    if (/^[a-z]+ true$/.test(state) && !state.startsWith('on ')) continue;
    await page.evaluate(
      (wanted, at) => {
        const control = document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(wanted)[at];
        if (!control) throw new Error(`${wanted} ${at} is gone`);
        if (control instanceof HTMLInputElement && control.type !== 'range') return control.click();
        control.focus();
        control.value = control instanceof HTMLSelectElement ? 'zh-Hant' : '950';
        control.dispatchEvent(new Event('input', { bubbles: true }));
        control.dispatchEvent(new Event('change', { bubbles: true }));
      },
      selector,
      index,
    );
    await expect
      .poll(() => refusals(page, part), { message: `${part} ${index}` })
      .toEqual([refusal]);
    await expect.poll(states, { message: `${part} ${index}` }).toEqual(before);
  }
}

const refusal = 'The browser could not write that, and nothing was changed: the disk is full';

const refusals = (page: Page, part = 'body') =>
  page.evaluate(
    (within) =>
      [...document.querySelectorAll(`${within} .refusal`)]
        .map(({ textContent }) => textContent)
        .filter(Boolean),
    part,
  );

inEachBrowser((world) => {
  test('what the page of a term cannot write is said where it was asked for', async () => {
    await saveFootnote(world, 'Turnstone', 'It was said once.');
    const page = await openGlossary(world, '#term=turnstone');
    await page.waitForSelector('.term-page .own');
    await refuseAll(page);
    await page.$eval('.term-page header .buttons button:last-child', (mute) => mute.click());
    await expect.poll(() => refusals(page)).toEqual([refusal]);
    await page.$eval('.own button:last-child', (remove) => (remove as HTMLElement).click());
    await page.waitForSelector('fieldset.own');
    await page.$eval('fieldset.own button', (confirm) => (confirm as HTMLElement).click());
    await expect.poll(() => refusals(page)).toEqual([refusal, refusal]);
  });

  test('what popup and settings cannot write is said, and each control goes back to what is stored', async () => {
    const popup = await openPopup(world, await openNews(world));
    await popup.$eval('.options', (options) => options.setAttribute('open', ''));
    await popup.waitForFunction(() => document.querySelector('#options select'), { polling: 100 });
    await refuseAll(popup);
    await changeInVain(popup, '#app');
    await changeInVain(popup, '#options');
    const settings = await openGlossary(world, '#page=settings');
    await refuseAll(settings);
    await changeInVain(settings, '.setting-group:nth-of-type(1)');
    await changeInVain(settings, '.setting-group:nth-of-type(2)');
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
