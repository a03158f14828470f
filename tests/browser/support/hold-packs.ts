import type { Page } from 'puppeteer-core';

/**
 * Keeps everybody from the reader's packs: begins a change of the database's form that does not end, so that whoever
 * opens it waits.
 *
 * @param page One of the extension's own.
 */
export async function holdPacks(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('ai-footnotes-packs', 2);
        request.onerror = () => reject(request.error);
        request.onupgradeneeded = () => {
          const { transaction } = request;
          const goOn = () => {
            const one = transaction?.objectStore('packs').count();
            if (one) one.onsuccess = goOn;
          };
          goOn();
          Object.assign(globalThis, { release: () => transaction?.abort() });
          request.onerror = null;
          resolve();
        };
      }),
  );
}

/** Lets them go on. */
export async function releasePacks(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as { release(): void }).release());
}
