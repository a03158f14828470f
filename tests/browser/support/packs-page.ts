import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { World } from './in-each-browser';

/** The glossary's page of packs, worked as a reader works it. */
export class PacksPage {
  private constructor(readonly page: Page) {}

  static async open({ extension }: World): Promise<PacksPage> {
    const page = await extension.openPage('glossary.html#page=packs');
    await page.waitForSelector('.packs .pack');
    return new PacksPage(page);
  }

  /** Drops a file on the page. */
  async drop(name: string, text: string): Promise<void> {
    await this.page.evaluate(
      (fileName, content) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], fileName));
        document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
      },
      name,
      text,
    );
  }

  /** Drops a pack and waits until it is in use. */
  async import(pack: { title: { en?: string | undefined } }): Promise<void> {
    await this.drop('pack.json', JSON.stringify(pack));
    await this.says(`“${pack.title.en}” is in use now.`);
  }

  async says(text: string): Promise<void> {
    await expect.poll(() => this.text()).toContain(text);
  }

  /** As long as a question stands, no file is taken. */
  async saysNoMore(text: string): Promise<void> {
    await expect.poll(() => this.text()).not.toContain(text);
  }

  text(): Promise<string> {
    return this.page.evaluate(
      () => document.querySelector<HTMLElement>('.packs')?.textContent ?? '',
    );
  }

  /** The titles of the packs, in order. */
  titles(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('.pack h2')].map((heading) => heading.textContent ?? ''),
    );
  }

  /** What the switches are called, in order. */
  namesOfSwitches(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('.pack [role=switch]')].map(
        (input) => input.labels?.[0]?.textContent ?? '',
      ),
    );
  }

  /** Waits for a button of that name and presses the first one, by keys. */
  async press(name: string): Promise<void> {
    const focus = (wanted: string) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('.packs button')];
      const button = buttons.find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent) === wanted,
      );
      button?.focus();
      return button !== undefined;
    };
    await expect.poll(() => this.page.evaluate(focus, name), { message: name }).toBe(true);
    await this.page.keyboard.press('Enter');
  }
}

/** Removes the packs that a test has left, as a reader does, so that the next begins with none. */
export async function removePacks(world: World): Promise<void> {
  if ((await packCount(world)) === 0) return;
  const packs = await PacksPage.open(world);
  for (const title of (await packs.titles()).slice(1)) {
    await packs.press(`Remove: ${title}`);
    await packs.press('Remove');
    await packs.says(`“${title}” is removed.`);
  }
  await packs.page.close();
}

/** How many packs of the reader's are kept. */
function packCount({ extension }: World): Promise<number> {
  return extension.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('ai-footnotes-packs');
        opening.onerror = () =>
          opening.error?.name === 'AbortError' ? done(0) : fail(opening.error);
        // None was ever kept, and the extension is to make the database as it likes.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onsuccess = () => {
          const counting = opening.result.transaction('packs').objectStore('packs').count();
          counting.onsuccess = () => {
            opening.result.close();
            done(counting.result);
          };
        };
      }),
  );
}
