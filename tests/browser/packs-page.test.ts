import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { makePack } from '../unit/packs/make-pack';
import { ClipFormOnPage } from './support/clip-form';
import { findViolations } from './support/find-violations';
import { inEachBrowser } from './support/in-each-browser';
import { openHtml } from './support/marks';
import { PacksPage } from './support/packs-page';
import { termsOn } from './support/terms-on';

const EXAMPLE = await readFile('docs/examples/lantern-report.json', 'utf8');

/** Markup and addresses that run code where a text is taken for markup: each way in with each thing to run. */
const PAYLOADS = [
  ...[
    '<img src=x onerror=CODE>',
    '<svg onload=CODE>',
    '<script>CODE</script>',
    '<iframe src=CODE>',
  ],
  ...[
    '<a href="CODE">x</a>',
    '"><img src=x onerror=CODE>',
    "';CODE//",
    '<math><mi xlink:href=CODE>',
  ],
  ...[
    '{{CODE}}',
    '#{CODE}',
    '<template><img src=x onerror=CODE></template>',
    '&lt;img src=CODE&gt;',
  ],
  ...[
    '<style>@import "CODE"</style>',
    '<form action=CODE><input>',
    '<!--><img src=x onerror=CODE>-->',
  ],
  ...['[x](CODE)', '<base href=CODE>', '<meta http-equiv=refresh content="0;url=CODE">'],
  ...['<object data=CODE>', '<embed src=CODE>', '<video><source onerror=CODE></video>'],
  ...[
    '<details open ontoggle=CODE>',
    '<body onload=CODE>',
    '<p style="background:url(CODE)">',
    'CODE',
  ],
].flatMap((way) =>
  [
    ...['alert(1)', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,<b>x', 'x:x'],
    ...['vbscript:x', 'file:///etc/passwd', '//evil.example/x', 'http://evil.example', 'blob:x'],
    ...['https://evil.example/x.js', 'top.name', 'fetch(1)', 'eval(name)', 'import(1)'],
    ...['location=1', 'print()', 'open(1)', 'self[0]', '`x`'],
  ].map((code) => way.replace('CODE', code)),
);

inEachBrowser((world) => {
  test('a file dropped on the page is in use at once, with its source, date and licence', async () => {
    const article = await openHtml(world, '<p>Tidewater Labs released Lantern 7B.</p>');
    const packs = await PacksPage.open(world);
    await packs.drop('lantern.json', EXAMPLE);
    await packs.says('“The Lantern report (an invented example)” is in use now.');
    expect(await packs.namesOfSwitches()).toEqual([
      'In use: The Lantern report (an invented example)',
    ]);
    for (const part of [
      'The Harbour Gazette · A small lab lights a Lantern · 2 June 2025 · harbour-gazette.example',
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
    const [changed] = newer.facts;
    if (changed) changed.caution = { text: { en: 'By the report alone.' }, source: { en: 'Us' } };
    await packs.drop('newer.json', JSON.stringify(newer));
    await packs.says('You have version 1.0.0. The file is version 1.1.0');
    expect(await packs.text()).toMatch(/Terms taken away 1\s*name 2/);
    expect(await packs.text()).toMatch(/Facts taken away 2\s*Fact 0 of term-2\./);
    // A fact of the same words stands there once.
    expect(await packs.text()).toMatch(
      /Changed facts 1\s*Fact 0 of term-0\.\s*\(its words are the same; something else about it differs\)/,
    );
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
    await packs.saysNoMore('The file has the version you have');
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
    }
    await packs.press('Move up: third');
    await packs.says('“third” is number 2 of 3 now');
    expect((await packs.titles()).slice(1)).toEqual(['first', 'third', 'second']);
    await expect
      .poll(() => packs.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Move up: third');
    await packs.page.keyboard.press('Enter');
    await packs.says('“third” is number 1 of 3 now');
    expect((await packs.titles()).slice(1)).toEqual(['third', 'first', 'second']);
  });

  test('a pack that is moved out of the window is followed, and one that is removed is said to be gone', async () => {
    const packs = await PacksPage.open(world);
    for (const id of ['first', 'second']) {
      await packs.import({ ...makePack({ id, word: id }), title: { en: id } });
    }
    await packs.page.bringToFront();
    await packs.page.setViewport({ width: 600, height: 330 });
    await packs.press('Move down: first');
    await packs.says('“first” is number 2 of 2 now');
    await packs.page.waitForFunction(() => {
      const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
      return (
        document.activeElement?.ariaLabel === 'Move down: first' &&
        top >= 0 &&
        bottom <= innerHeight
      );
    });
    const status = await packs.page.waitForSelector('.packs > [role=status]');
    expect(await status?.evaluate((element) => element.textContent)).toContain('number 2 of 2');
    await packs.press('Remove: first');
    await packs.press('Remove');
    await packs.says('“first” is removed.');
    expect(await packs.titles()).not.toContain('first');
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

  /** Saves a footnote to a new term, as the form does. */
  const clip = (name: string) =>
    world.extension.evaluate(async (api, called) => {
      const footnote = {
        language: 'en',
        text: `What was said of ${called}.`,
        term: {
          name: called,
          category: 'model',
          aliases: [{ text: called, strength: 'strong' }],
        },
        kind: 'reported',
        source: {
          title: 'A small lab',
          publisher: 'The Gazette',
          date: '2025-06-02',
          link: 'https://gazette.example/lab',
        },
      };
      await api.runtime.sendMessage({ name: 'footnote.save', params: { footnote } });
    }, name);

  test('chosen footnotes are given away as a pack with their sources, and the rest stay', async () => {
    await clip('Quillback');
    await clip('Snailfish');
    const packs = await PacksPage.open(world);
    expect(await packs.text()).toContain('What you clipped, each with its source');
    await packs.page.waitForSelector('.share-terms label');
    await packs.page.evaluate(() => {
      const label = [...document.querySelectorAll('.share-terms label')].find((one) =>
        one.textContent?.includes('Snailfish'),
      );
      label?.querySelector('input')?.click();
      document.querySelector<HTMLInputElement>('.share-text input')?.select();
    });
    await packs.page.keyboard.type('Notes on fish');
    await packs.page.keyboard.press('Tab');
    await packs.page.keyboard.type('A. Reader');
    await packs.page.keyboard.press('Enter');
    const exported = async () => {
      const [file] = (await readdir(world.session.downloads)).filter(
        (name) => name.startsWith('footnotes-') && name.endsWith('.json'),
      );
      return file && readFile(join(world.session.downloads, file), 'utf8').then(JSON.parse);
    };
    await expect.poll(exported).toMatchObject({
      title: { en: 'Notes on fish' },
      source: { publisher: { en: 'A. Reader' } },
      licence: 'CC BY 4.0',
      terms: [{ id: 'quillback' }],
      facts: [{ terms: ['quillback'], source: { link: 'https://gazette.example/lab' } }],
    });
    await packs.import(await exported());
    expect((await packs.titles()).slice(1)).toEqual(['My footnotes', 'Notes on fish']);
  });

  test('a footnote is mended and removed in the glossary', async () => {
    await clip('Quillback');
    const page = await world.extension.openPage('glossary.html#term=quillback');
    await page.waitForSelector('.own');
    await page.evaluate(() => {
      // Open, so that the test can look into it.
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) {
        return attach.call(this, { ...options, mode: 'open' });
      };
    });
    const press = (name: string) =>
      page.evaluate((wanted) => {
        const buttons = [...document.querySelectorAll<HTMLElement>('.own button')];
        buttons.find((button) => button.textContent === wanted)?.click();
      }, name);
    const said = () => page.evaluate(() => document.querySelector('main')?.innerText ?? '');
    await press('Edit');
    const form = new ClipFormOnPage(world, page);
    await expect.poll(() => form.isOpen()).toBe(true);
    await form.fill('Text', 'It swims.');
    await form.fill('Who says so (if anybody is named)', 'A diver');
    await page.keyboard.press('Enter');
    await expect.poll(said).toContain('It swims.');
    await expect.poll(said).toContain('A diver');
    await press('Remove');
    await expect.poll(said).toContain('Remove this footnote?');
    await press('Remove');
    await expect.poll(said).not.toContain('It swims.');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  test('500 texts of markup stay text, and no link but https comes of them', async () => {
    const pack = makePack({ terms: 1, factsPerTerm: PAYLOADS.length });
    for (const [at, fact] of pack.facts.entries()) fact.text = { en: PAYLOADS[at] as string };
    const packs = await PacksPage.open(world);
    await packs.import(pack);
    const page = await world.extension.openPage('glossary.html#term=term-0');
    await page.waitForSelector('.fact-text');
    const { texts, elements, links } = await page.evaluate(() => ({
      texts: [...document.querySelectorAll('.fact')].map((fact) => fact.textContent ?? ''),
      elements: document.querySelectorAll(
        'main .fact :is(img, script, iframe, object, embed, form, math, link, style, base, meta, video, audio, template, [onload], [onerror], [style*="url"])',
      ).length,
      links: [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')].map(
        ({ href }) => new URL(href).protocol,
      ),
    }));
    for (const payload of PAYLOADS) {
      expect(
        texts.some((text) => text.includes(payload)),
        payload,
      ).toBe(true);
    }
    expect(elements).toBe(0);
    const allowed = ['https:', new URL(world.extension.url('')).protocol];
    expect(links.filter((protocol) => !allowed.includes(protocol))).toEqual([]);
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
      const only = theme === 'light' ? undefined : 'colours';
      expect(await findViolations(packs.page, only)).toEqual([]);
      await packs.press('Cancel');
      await packs.saysNoMore('You have version 1.0.0.');
      await packs.drop('wrong.json', '{');
      await packs.says('wrong.json was refused');
      await packs.press('Remove: Another report');
      await packs.says('Remove “Another report” with all its facts?');
      expect(await findViolations(packs.page, only)).toEqual([]);
      await packs.page.setViewport({ width: 320, height: 640 });
      await packs.page.waitForFunction(() => innerWidth === 320);
      expect(
        await packs.page.evaluate(() => document.documentElement.scrollWidth),
      ).toBeLessThanOrEqual(320);
    },
  );
});
