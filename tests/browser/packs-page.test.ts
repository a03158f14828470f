import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { makePack } from '../unit/packs/make-pack';
import { findViolations } from './support/find-violations';
import { inEachBrowser } from './support/in-each-browser';
import { openHtml } from './support/marks';
import { PacksPage } from './support/packs-page';
import { termsOn } from './support/terms-on';

const EXAMPLE = await readFile('docs/examples/lantern-report.json', 'utf8');

inEachBrowser((world) => {
  afterEach(async () => {
    const packs = await PacksPage.open(world);
    for (const title of (await packs.titles()).slice(1)) {
      await packs.press(`Remove: ${title}`);
      await packs.press('Remove');
      await expect.poll(() => packs.titles()).not.toContain(title);
    }
    await packs.page.close();
  });

  test('a file dropped on the page is in use at once, with its source, date and licence', async () => {
    const article = await openHtml(world, '<p>Tidewater Labs released Lantern 7B.</p>');
    const packs = await PacksPage.open(world);
    await packs.drop('lantern.json', EXAMPLE);
    await packs.says('“The Lantern report (an invented example)” is in use now.');
    for (const part of [
      'The Harbour Gazette, A small lab lights a Lantern, 2 June 2025 harbour-gazette.example',
      'CC0-1.0',
      '1.0.0',
    ]) {
      expect(await packs.text()).toContain(part);
    }
    await article.bringToFront();
    await expect.poll(() => termsOn(world, article)).toEqual(['tidewater-labs', 'lantern-7b']);
    await packs.page.bringToFront();
    await packs.page.click('.pack:nth-of-type(2) .switch');
    await article.bringToFront();
    await expect.poll(() => termsOn(world, article)).toEqual([]);
  });

  test('a file is chosen with the button', async () => {
    const packs = await PacksPage.open(world);
    const file = join(await mkdtemp(join(tmpdir(), 'packs-')), 'chosen.json');
    await writeFile(file, EXAMPLE);
    const input = (await packs.page.$(
      '.packs input[type=file]',
    )) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await packs.says('is in use now.');
  });

  test('a wrong file is refused with its name, the place and the reason, and nothing is changed', async () => {
    const packs = await PacksPage.open(world);
    await packs.import(makePack());
    const before = await packs.titles();
    const wrong = JSON.parse(EXAMPLE);
    wrong.source.link = 'javascript:alert(1)';
    wrong.terms[0].name.en = 'Lan\u202etern';
    await packs.drop('wrong.json', JSON.stringify(wrong));
    await packs.says('wrong.json was refused. Nothing was changed.');
    const text = await packs.text();
    expect(text).toContain('source.link is not an https address');
    expect(text).toContain('terms[0].name.en holds a control character');
    expect(await packs.titles()).toEqual(before);
  });

  test('50 MB are refused by the size, before anything is read', async () => {
    const packs = await PacksPage.open(world);
    await packs.page.evaluate(() => {
      Object.assign(globalThis, {
        Worker: class {
          constructor() {
            document.title = 'read';
          }
        },
      });
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(50_000_000)], 'big.json'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    });
    await packs.says('big.json was refused. Nothing was changed.');
    expect(await packs.text()).toContain('The file is larger than 40 MB');
    expect(await packs.page.title()).not.toBe('read');
  });

  test('a newer version shows its difference first, an older or equal one says what it is', async () => {
    const packs = await PacksPage.open(world);
    const first = makePack({ terms: 3 });
    await packs.import(first);
    const newer = makePack({ terms: 2, version: '1.1.0', word: 'name' });
    newer.title = { en: 'Another report, corrected' };
    await packs.drop('newer.json', JSON.stringify(newer));
    await packs.says('You have version 1.0.0. The file is version 1.1.0');
    expect(await packs.text()).toMatch(/Terms taken away 1\s+name 2/);
    expect(await packs.text()).toMatch(/Facts taken away 2\s+Fact 0 of term-2\./);
    await packs.press('Cancel');
    await packs.says('Cancelled. Nothing was changed.');
    expect((await packs.titles())[1]).toBe('Another report');

    await packs.drop('newer.json', JSON.stringify(newer));
    await packs.says('You have version 1.0.0.');
    await packs.press('Update');
    await expect.poll(async () => (await packs.titles())[1]).toBe('Another report, corrected');

    await packs.drop('same.json', JSON.stringify(newer));
    await packs.says('The file has the version you have, 1.1.0.');
    expect(await packs.text()).toContain('It holds the same terms and facts.');
    await packs.press('Cancel');
    await packs.drop('older.json', JSON.stringify(first));
    await packs.says('The file is version 1.0.0, older than version 1.1.0');
    await packs.press('Cancel');
  });

  test('packs are put in order by keys, and the focus goes along', async () => {
    const packs = await PacksPage.open(world);
    for (const id of ['first', 'second', 'third']) {
      const pack = makePack({ id, word: id });
      pack.title = { en: id };
      await packs.import(pack);
      await expect.poll(() => packs.titles()).toContain(id);
    }
    await packs.press('Move up: third');
    await expect
      .poll(async () => (await packs.titles()).slice(1))
      .toEqual(['first', 'third', 'second']);
    await expect
      .poll(() => packs.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Move up: third');
    await packs.page.keyboard.press('Enter');
    await expect
      .poll(async () => (await packs.titles()).slice(1))
      .toEqual(['third', 'first', 'second']);
  });

  test('an imported pack is exported as it came', async () => {
    const packs = await PacksPage.open(world);
    await packs.drop('lantern.json', EXAMPLE);
    await packs.says('is in use now.');
    await packs.press('Export: The Lantern report (an invented example)');
    const file = join(world.session.downloads, 'lantern-report-1.0.0.json');
    await expect
      .poll(() => readFile(file, 'utf8').then(JSON.parse, () => undefined))
      .toEqual(JSON.parse(EXAMPLE));
  });

  test.each(['light', 'dark'] as const)(
    'axe finds nothing, %s, and a narrow screen holds it',
    async (theme) => {
      await world.extension.evaluate(
        async (api, value) => api.storage.sync.set({ theme: value }),
        theme,
      );
      const packs = await PacksPage.open(world);
      await packs.import(makePack());
      await packs.drop('newer.json', JSON.stringify(makePack({ version: '2.0.0', terms: 3 })));
      await packs.says('You have version 1.0.0.');
      await packs.page.waitForSelector(`:root[data-theme="${theme}"]`);
      expect(await findViolations(packs.page)).toEqual([]);
      await packs.press('Cancel');
      // A file dropped while the question still stands is not taken.
      await expect.poll(() => packs.text()).not.toContain('You have version 1.0.0.');
      await packs.drop('wrong.json', '{');
      await packs.says('wrong.json was refused');
      await packs.press('Remove: Another report');
      await packs.says('Remove “Another report” with all its facts?');
      expect(await findViolations(packs.page)).toEqual([]);
      await packs.page.setViewport({ width: 320, height: 640 });
      expect(
        await packs.page.evaluate(() => document.documentElement.scrollWidth),
      ).toBeLessThanOrEqual(320);
    },
  );
});
