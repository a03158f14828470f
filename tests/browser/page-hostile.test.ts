import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { findText, readCard } from '../../scripts/browser/card';
import { inEachBrowser, type World } from './support/in-each-browser';
import { expectCardAt, expectPainted, openHtml } from './support/marks';
import { paintedMarks } from './support/painted-marks';

/** Rests the pointer on a text and waits for its card; asks nothing of the page's own world, which may be spoilt. */
async function expectCardOn({ extension }: World, page: Page, text: string): Promise<void> {
  const place = await findText(extension, page, text);
  await page.mouse.move(place?.x ?? 0, place?.y ?? 0, { steps: 3 });
  await expect.poll(async () => (await readCard(extension, page))?.text).toContain(text);
}

/** Breaks what scripts live on once the page's own code has run, and says in the title when we are caught in it. */
const PATCHES = `<script>
  const spoil = (holder, name) => {
    const spoilt = () => {
      const error = new Error('spoilt ' + String(name));
      if (error.stack.includes('-extension:')) document.title = error.stack;
      throw error;
    };
    Object.defineProperty(holder, name, { configurable: true, get: () => spoilt, set() {} });
  };
  for (const [holder, ...names] of [
    [Range.prototype, 'setStart', 'toString', 'getClientRects'],
    [HighlightRegistry.prototype, 'set', 'get', 'delete'],
    [Highlight.prototype, 'add', 'delete'],
    [Document.prototype, 'createElement', 'createTreeWalker', 'querySelectorAll'],
    [Element.prototype, 'attachShadow', 'querySelectorAll', 'closest', 'checkVisibility', 'matches'],
    [Node.prototype, 'contains', 'getRootNode', 'appendChild'],
    [EventTarget.prototype, 'addEventListener'],
    [MutationObserver.prototype, 'observe', 'disconnect'],
    [CSSStyleSheet.prototype, 'replaceSync'],
    [HTMLElement.prototype, 'showPopover'],
    [Array.prototype, 'map', 'filter', 'push', Symbol.iterator],
    [String.prototype, 'slice', 'indexOf', 'charCodeAt'],
    [Map.prototype, 'get', 'set'],
    [Set.prototype, 'add', 'has'],
    [Promise.prototype, 'then'],
    [globalThis, 'setTimeout', 'requestIdleCallback', 'Highlight', 'StaticRange', 'Range', 'performance'],
  ]) names.forEach((name) => setTimeout(spoil, 0, holder, name));
</script>`;

inEachBrowser((world) => {
  test('sixteen prototypes spoilt by the page reach no call of ours: marks and card are there', async () => {
    const page = await openHtml(world, `${PATCHES}<p>About DeepSeek R1.</p>`);
    await expect.poll(() => paintedMarks(world.extension, page)).toBe(1);
    await expectCardOn(world, page, 'DeepSeek R1');
    expect(await world.extension.inPage(page, () => document.title)).toBe('');
  });

  test('the strictest policies, Trusted Types and a sandbox keep neither marks nor card away, and report nothing', async () => {
    const { pages } = world.session;
    const reports: string[] = [];
    pages.handle('/report', (request, response) => {
      reports.push(request.url ?? '');
      response.end();
    });
    const address = pages.handle('/strict', (_, response) => {
      response.setHeader('content-type', 'text/html');
      response.setHeader('reporting-endpoints', 'main="/report"');
      response.setHeader(
        'content-security-policy',
        "default-src 'none'; script-src 'nonce-own'; img-src *; base-uri 'none'; form-action 'none'; " +
          "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; " +
          'sandbox allow-scripts; report-uri /report; report-to main',
      );
      response.end(`<p>About DeepSeek R1.</p><script nonce="own">
        globalThis.violations = [];
        addEventListener('securitypolicyviolation', (event) => {
          violations.push(event.violatedDirective + ' ' + event.sourceFile);
        });
      </script>`);
    });
    const page = await world.session.open(address);
    await expectPainted(page, ['DeepSeek R1']);
    await expectCardOn(world, page, 'DeepSeek R1');
    const seen = await world.extension.inPage(page, ({ shadowOf }) => {
      const host = document.querySelector('ai-footnotes');
      const card = host && shadowOf(host)?.querySelector('[role="dialog"]');
      return card && getComputedStyle(card).position;
    });
    expect(seen).not.toBe('static');
    expect(
      await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations),
    ).toEqual([]);
    expect(reports).toEqual([]);
  });

  test('a page sees no event, no message and no resource of ours before the first mark', async () => {
    const page = await openHtml(
      world,
      `<script>
        globalThis.seen = [];
        const note = (event) => {
          if (!event.isTrusted || event.type === 'message') seen.push(event.type);
        };
        const types = [...Object.keys(window), ...Object.getOwnPropertyNames(Document.prototype)]
          .filter((name) => name.startsWith('on'))
          .map((name) => name.slice(2));
        for (const type of new Set([...types, 'message', 'securitypolicyviolation'])) {
          addEventListener(type, note, true);
          document.addEventListener(type, note, true);
        }
        globalThis.names = [];
        new PerformanceObserver((list) => {
          for (const { name } of list.getEntries()) names.push(name);
        }).observe({ type: 'resource', buffered: true });
      </script><p>About DeepSeek R1.</p><p id="mark">OpenAI</p>`,
    );
    await expectPainted(page, ['DeepSeek R1', 'OpenAI']);
    const { seen, names, globals } = await page.evaluate(() => {
      const own = globalThis as unknown as { seen: string[]; names: string[] };
      const globals = Object.getOwnPropertyNames(globalThis);
      return {
        seen: own.seen,
        names: own.names,
        globals: globals.filter((name) => /footnote|wxt/i.test(name)),
      };
    });
    expect(seen).toEqual([]);
    expect(names.filter((name) => !name.startsWith('http'))).toEqual([]);
    expect(globals).toEqual([]);
    const manifest: Record<string, unknown> = await world.extension.evaluate((api) => ({
      ...api.runtime.getManifest(),
    }));
    // Firefox fills in what a manifest lacks.
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable ?? undefined).toBeUndefined();
    const reached = await page.evaluate(
      (files) =>
        Promise.all(
          files.map((file) =>
            fetch(file).then(
              () => file,
              () => '',
            ),
          ),
        ),
      ['manifest.json', 'page.js', 'card.js', 'icon/on-16.png'].map((file) =>
        world.extension.url(file),
      ),
    );
    expect(reached.join('')).toBe('');
  });

  test('what a page does to highlights leaves ours painted as we paint them, and its own alone', async () => {
    const page = await openHtml(
      world,
      `<style>
        ::highlight(ai-footnotes-mark-dotted) { text-decoration: none !important; }
        * { text-decoration: none !important; }
      </style><p>DeepSeek R1.</p><p id="own">my words</p>`,
    );
    await expectPainted(page, ['DeepSeek R1']);
    const look = () =>
      page.$eval('p', (element) => {
        const name =
          [...CSS.highlights.keys()].find((one) => one.startsWith('ai-footnotes-')) ?? '';
        const { textDecorationLine, textDecorationStyle } = getComputedStyle(
          element,
          `::highlight(${name})`,
        );
        return `${name}: ${textDecorationLine} ${textDecorationStyle}`;
      });
    await expect.poll(look).toBe('ai-footnotes-mark-dotted: underline dotted');
    await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#own') as Element);
      const ours = [...CSS.highlights].filter(([name]) => name.startsWith('ai-footnotes-'));
      CSS.highlights.set('own', new Highlight(range));
      for (const [name, highlight] of ours) {
        CSS.highlights.set(`copy of ${name}`, new Highlight(...highlight));
        CSS.highlights.set(name, new Highlight(range));
      }
    });
    await expectPainted(page, ['DeepSeek R1']);
    await page.evaluate(() => {
      for (const [name, highlight] of CSS.highlights) if (name.startsWith('ai-')) highlight.clear();
    });
    await expectPainted(page, ['DeepSeek R1']);
    await page.evaluate(() => {
      for (const name of [...CSS.highlights.keys()])
        if (name.startsWith('ai-')) CSS.highlights.delete(name);
    });
    await expectPainted(page, ['DeepSeek R1']);
    await page.evaluate(() => {
      CSS.highlights.clear();
      CSS.highlights.set('own', new Highlight());
    });
    await expectPainted(page, ['DeepSeek R1']);
    expect(await page.evaluate(() => [...CSS.highlights.keys()].sort())).toEqual([
      'ai-footnotes-mark-dotted',
      'own',
    ]);
  });

  test('marks that the page empties come back, whatever leaves the page meanwhile', async () => {
    const page = await openHtml(world, '<p>DeepSeek R1.</p><p id="gone">OpenAI.</p>');
    await expectPainted(page, ['DeepSeek R1', 'OpenAI']);
    await page.evaluate(() => {
      for (const [name, highlight] of CSS.highlights) if (name.startsWith('ai-')) highlight.clear();
      document.querySelector('#gone')?.remove();
      document.body.append(Object.assign(document.createElement('p'), { textContent: 'More.' }));
    });
    await expectPainted(page, ['DeepSeek R1']);
  });

  test('a mark in a modal dialog has its card in there, where it can be pressed', async () => {
    const page = await openHtml(
      world,
      '<dialog><p>About <span>DeepSeek R1</span>.</p></dialog><p>OpenAI</p>',
    );
    await expectPainted(page, ['DeepSeek R1', 'OpenAI']);
    await page.$eval('dialog', (dialog) => dialog.showModal());
    await expectCardAt(page, 'span');
    expect(await page.$$eval('dialog > ai-footnotes', (hosts) => hosts.length)).toBe(1);
    await page.keyboard.press('Escape');
    await page.$eval('dialog', (dialog) => dialog.close());
    await expectPainted(page, ['DeepSeek R1', 'OpenAI']);
  });
});
