import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { openGlossary } from './support/glossary';
import { inEachBrowser } from './support/in-each-browser';
import { openPopup } from './support/open-popup';
import { openNews, rows } from './support/popup-page';
import { saveFootnote } from './support/save-footnote';
import { typeInto } from './support/type-into';

/** Presses keys in the field of a selector while an input method composes there, as the browser tells it. */
function compose(page: Page, selector: string, ...keys: string[]): Promise<void> {
  return page.$eval(
    selector,
    (field, pressed) => {
      (field as HTMLElement).focus();
      for (const key of pressed) {
        const init = { key, isComposing: true, bubbles: true, cancelable: true };
        field.dispatchEvent(new KeyboardEvent('keydown', init));
      }
    },
    keys,
  );
}

const valueIn = (page: Page, selector: string) =>
  page.$eval(selector, (field) => (field as HTMLInputElement).value);

inEachBrowser((world) => {
  test('keys with which an input method is worked choose, leave and empty nothing in the popup', async () => {
    const popup = await openPopup(world, await openNews(world));
    await expect.poll(() => rows(popup)).toContain('NVIDIA 1');
    const filter = '.mentions input[type=search]';
    await typeInto(popup, filter, 'nvidia');
    await expect.poll(() => rows(popup)).toEqual(['NVIDIA 1']);
    await compose(popup, filter, 'ArrowDown', 'Enter', 'Escape');
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    expect(await valueIn(popup, filter)).toBe('nvidia');
    expect(await popup.$eval('.position', ({ textContent }) => textContent)).toBe('');
  });

  test('nor in the glossary, where they leave a term of the reader’s own as it is being written', async () => {
    await saveFootnote(world, 'Whimbrel', 'It was said once.');
    const page = await openGlossary(world, '#search=whimbrel');
    const search = '.search input';
    await compose(page, search, 'ArrowDown', 'Escape');
    expect(await valueIn(page, search)).toBe('whimbrel');

    await page.evaluate(() => {
      location.hash = '#term=whimbrel';
    });
    const editor = '.term-page header [aria-expanded]';
    await page.waitForSelector(editor);
    await page.$eval(editor, (button) => (button as HTMLElement).click());
    const name = '.own-term input';
    await page.waitForSelector(name);
    await typeInto(page, name, '中杓鹬');
    await compose(page, name, 'Escape');
    expect(await valueIn(page, name)).toBe('中杓鹬');
  });
});
