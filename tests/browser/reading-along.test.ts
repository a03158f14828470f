import { inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { markName } from '../../src/paint/mark-names';
import { inEachBrowser, type World } from './support/in-each-browser';
import { expectCardAt, expectPainted, openHtml } from './support/marks';
import { paintedMarks } from './support/painted-marks';
import { muteOtherOrigin, openBoth } from './support/unmarked';

/** Characters typed into each editor, names among them. */
const TYPED = 'DeepSeek R1 by OpenAI, GPT-4o and plain text. '.repeat(22).slice(0, 1_000);
/** How many of them come by single keys; the rest is entered the way input methods do. */
const BY_KEYS = 40;

const EDITORS = `<p>NVIDIA.</p>
  <div class="editor" contenteditable="true"><p>Draft: </p></div>
  <div class="editor ProseMirror" contenteditable="true" translate="no"><p><br></p></div>
  <div class="editor" role="textbox" contenteditable="plaintext-only"></div>
  <div class="CodeMirror"><textarea class="editor"></textarea><div class="lines"></div></div>
  <textarea class="editor"></textarea><input class="editor">
  <iframe></iframe>
  <script>
    // Draws what is typed line by line, as editors of code do.
    document.querySelector('.CodeMirror textarea').addEventListener('input', ({ target }) => {
      const lines = target.value.match(/.{1,40}/g) ?? [];
      document.querySelector('.lines').replaceChildren(...lines.map((line) => {
        const row = document.createElement('div');
        row.textContent = line;
        return row;
      }));
    });
    // Takes back whatever it has not made itself, as editors with a model of their own do.
    globalThis.foreign = 0;
    const own = document.querySelector('.ProseMirror');
    new MutationObserver((records) => {
      for (const { type, addedNodes } of records) {
        const isForeign = [...addedNodes].some((node) => node.nodeType === 1 && !/^(?:P|BR|DIV)$/.test(node.tagName));
        if (isForeign || type === 'attributes') foreign++;
      }
    }).observe(own, { subtree: true, childList: true, characterData: true, attributes: true });
    document.querySelector('iframe').contentDocument.designMode = 'on';
    document.querySelector('iframe').contentDocument.body.className = 'editor';
  </script>`;

/** Types into every editor of a page and tells what they hold then, and where the caret stands. */
async function typeEverywhere(page: Page): Promise<unknown[]> {
  const results: unknown[] = [];
  await page.bringToFront();
  for (const frame of page.frames()) {
    for (const editor of await frame.$$('.editor')) {
      await editor.click();
      await page.keyboard.press('End');
      await page.keyboard.type(TYPED.slice(0, BY_KEYS));
      results.push(
        await editor.evaluate((element, text) => {
          const { ownerDocument } = element;
          for (const part of text.match(/.{1,8}/g) ?? [])
            ownerDocument.execCommand('insertText', false, part);
          const { value, selectionStart } = element as HTMLInputElement;
          const { anchorNode, anchorOffset } = ownerDocument.getSelection() ?? {};
          return [value ?? element.innerHTML, selectionStart, anchorNode?.nodeName, anchorOffset];
        }, TYPED.slice(BY_KEYS)),
      );
    }
  }
  return [
    ...results,
    await page.evaluate(() => (globalThis as unknown as { foreign: number }).foreign),
  ];
}

const ARTICLE = `<title>Article</title><h1>DeepSeek R1</h1>
  <p id="text">About <b>DeepSeek</b> R1, <a href="https://example.com/">OpenAI</a> and GPT-4o; OpenAI again.</p>
  <p dir="rtl" id="rtl">مرحبا <span>NVIDIA</span></p>
  <p style="writing-mode: vertical-rl" id="vertical">推出 <span>ChatGPT</span></p>
  <div id="paste" contenteditable></div>`;

const ARTICLE_MARKS = ['ChatGPT', 'DeepSeek R1', 'GPT-4o', 'NVIDIA', 'OpenAI'];

/** What a reader does with a page beside reading. */
async function readAlong(page: Page): Promise<unknown> {
  const selected = await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector('#text') as Element);
    return getSelection()?.toString();
  });
  await page.bringToFront();
  await page.keyboard.down('Control');
  await page.keyboard.press('c');
  await page.keyboard.up('Control');
  await page.focus('#paste');
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  const pasted = await page.$eval('#paste', (element) => element.innerHTML);
  await page.$eval('#paste', (element) => element.replaceChildren());
  const found = await page.evaluate(() => {
    getSelection()?.removeAllRanges();
    const { find } = globalThis as unknown as { find(text: string): boolean };
    return [
      find('OpenAI'),
      getSelection()?.anchorNode?.parentElement?.tagName,
      find('openai'),
      find('nothing'),
    ];
  });
  await page.evaluate(() => getSelection()?.removeAllRanges());
  return { selected, pasted, found };
}

/** A page as it is printed: all that the file holds, unpacked, but for dates and for where in it things lie. */
async function printOf(page: Page): Promise<string[]> {
  const file = Buffer.from(await page.pdf()).toString('latin1');
  return [...file.matchAll(/(?<!end)stream\r?\n(.*?)\r?\nendstream/gs)].flatMap((part) => {
    const [, packed = ''] = part;
    const dictionary = file.slice(0, part.index).slice(file.lastIndexOf(' obj', part.index));
    if (dictionary.includes('/XRef')) return [];
    const isPacked = dictionary.includes('/FlateDecode');
    const bytes = Buffer.from(packed, 'latin1');
    const text = (isPacked ? inflateSync(bytes) : bytes).toString('latin1');
    return text.replace(/\/(?:CreationDate|ModDate) ?\([^)]*\)/g, '');
  });
}

/** The line that marks are painted with, as Chromium works it out. */
function lineUnderMarks(page: Page): Promise<string> {
  return page.evaluate((name) => {
    const { textDecorationLine } = getComputedStyle(document.body, `::highlight(${name})`);
    return textDecorationLine;
  }, markName('dotted'));
}

async function readersOf(world: World, html: string): Promise<[Page, Page]> {
  await muteOtherOrigin(world);
  return openBoth(world, world.session.pages.handle(`/${crypto.randomUUID()}`, html));
}

inEachBrowser((world) => {
  test('what is typed into editors is the same with and without us, caret too, and bears no mark', async () => {
    const [page, without] = await readersOf(world, EDITORS);
    await expectPainted(page, ['NVIDIA']);
    const typed = await typeEverywhere(page);
    expect(typed).toEqual(await typeEverywhere(without));
    expect(typed).toHaveLength(8);
    expect(JSON.stringify(typed)).toContain(TYPED.slice(-50, -1));
    await page.evaluate(() => document.body.append(' OpenAI'));
    await expectPainted(page, ['NVIDIA', 'OpenAI']);
    expect(await paintedMarks(world.extension, page)).toBe(2);
    // A page that is made an editor as a whole.
    await page.evaluate(() => {
      document.designMode = 'on';
    });
    await expectPainted(page, []);
    await page.evaluate(() => {
      document.designMode = 'off';
    });
    await expectPainted(page, ['NVIDIA', 'OpenAI']);
  });

  test('selecting, copying, finding and printing are the same with and without us', async () => {
    const [page, without] = await readersOf(world, ARTICLE);
    await expectPainted(page, ARTICLE_MARKS);
    expect(await readAlong(page)).toEqual(await readAlong(without));
    // Chromium writes a marked text in pieces, though with no line under it: there the bytes differ.
    if (world.kind === 'firefox') {
      const printed = await printOf(page);
      expect(printed.length).toBeGreaterThan(0);
      expect(printed).toEqual(await printOf(without));
    } else {
      await expect.poll(() => lineUnderMarks(page)).toBe('underline');
      await page.emulateMediaType('print');
      expect(await lineUnderMarks(page)).toBe('none');
      await page.emulateMediaType();
    }
    await expectPainted(page, ARTICLE_MARKS);
  });

  test('marks are found by the pointer in text that runs from right to left or from top to bottom, and zoomed', async () => {
    const page = await openHtml(world, ARTICLE);
    await expectPainted(page, ARTICLE_MARKS);
    for (const zoom of ['1', '2']) {
      await page.evaluate((factor) => {
        document.documentElement.style.zoom = factor;
      }, zoom);
      for (const place of ['#rtl span', '#vertical span', '#text a'])
        await expectCardAt(page, place);
    }
    await page.keyboard.press('Escape');
  });
});
