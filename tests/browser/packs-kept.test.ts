import { expect, test } from 'vitest';
import { makePack } from '../unit/packs/make-pack';
import { ClipFormOnPage } from './support/clip-form';
import { inEachBrowser, type World } from './support/in-each-browser';
import { openHtml } from './support/marks';
import { PacksPage } from './support/packs-page';

/** Does something while all but some bytes of the 10 MB are taken that Chromium gives `storage.local`. */
async function withoutRoom({ extension }: World, act: () => Promise<void>): Promise<void> {
  const ballast = 10 * 1024 * 1024 - 60_000;
  await extension.evaluate(
    async (api, size) => api.storage.local.set({ ballast: 'x'.repeat(size) }),
    ballast,
  );
  try {
    await act();
  } finally {
    await extension.evaluate((api) => api.storage.local.remove('ballast'));
  }
}

inEachBrowser((world) => {
  test('a pack kept before its link was refused is listed, and can be removed', async () => {
    const packs = await PacksPage.open(world);
    await packs.import(makePack());
    await packs.page.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('ai-footnotes-packs');
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('packs', 'readwrite');
            const store = transaction.objectStore('packs');
            const reading = store.get('another-report');
            reading.onsuccess = () => {
              reading.result.header.source.link = 'https://example.com:99999/';
              store.put(reading.result);
            };
            transaction.onerror = () => fail(transaction.error);
            transaction.oncomplete = () => {
              opening.result.close();
              done();
            };
          };
        }),
    );
    const anew = await PacksPage.open(world);
    expect(await anew.titles()).toContain('Another report');
    await anew.press('Remove: Another report');
    await anew.press('Remove');
    await expect.poll(() => anew.titles()).toHaveLength(1);
  });

  // Firefox knows no limit here but that of the disk.
  if (world.kind === 'chrome') {
    test('a pack whose names find no room is kept, switched off, and the page says why', async () => {
      await withoutRoom(world, async () => {
        const packs = await PacksPage.open(world);
        await packs.drop('large.json', JSON.stringify(makePack({ terms: 2_000 })));
        await packs.says(
          "large.json is kept, but switched off: its names could not be put to use (the browser's storage is full).",
        );
        await expect.poll(() => packs.titles()).toContain('Another report');
        expect(
          await packs.page.$eval('.pack:nth-of-type(2) .switch input', (input) => input.checked),
        ).toBe(false);
        expect(await packs.page.$eval('[role=alert]', (alert) => alert.textContent)).toContain(
          'large.json',
        );
        await packs.page.click('.pack:nth-of-type(2) .switch');
        await packs.says(
          "The browser could not write that, and nothing was changed: the browser's storage is full",
        );
        const isOn = () =>
          packs.page.$eval('.pack:nth-of-type(2) .switch input', (input) => input.checked);
        await expect.poll(isOn).toBe(false);
        await packs.page.reload({ waitUntil: 'load' });
        await packs.page.waitForSelector('.pack:nth-of-type(2)');
        expect(await isOn()).toBe(false);
      });
    });

    test('a footnote whose names find no room is kept, and the form says that they are not marked', async () => {
      await withoutRoom(world, async () => {
        const page = await openHtml(world, '<p>Its Sanderling came first.</p>');
        const form = new ClipFormOnPage(world, page);
        await form.openOn('p');
        await form.fill('Name', 'Sanderling');
        await page.keyboard.press('Enter');
        const says = () =>
          page.evaluate(
            () =>
              document
                .querySelector('ai-footnotes')
                ?.shadowRoot?.querySelector('[role=alertdialog]')?.textContent,
          );
        await expect
          .poll(says)
          .toContain("Saved, but its names are not marked yet: the browser's storage is full.");
        expect(await form.focused()).toBe('Close');
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => !document.querySelector('ai-footnotes'));
        const packs = await PacksPage.open(world);
        await expect.poll(() => packs.titles()).toContain('My footnotes');
      });
    });
  }
});
