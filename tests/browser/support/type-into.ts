import type { Page } from 'puppeteer-core';

/** Puts a text into a field as typing does, also in a tab behind another, where no keys arrive. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector(wanted),
    { polling: 100 },
    selector,
  );
  await page.$eval(
    selector,
    (input, value) => {
      (input as HTMLInputElement).value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
}
