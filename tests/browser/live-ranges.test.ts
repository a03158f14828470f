import { expect, test } from 'vitest';
import type { PageHandle } from '../../src/page/page-handle';
import { inEachBrowser } from './support/in-each-browser';
import { expectCardAt, expectPainted, listedIn, openHtml } from './support/marks';

/** The key under which our own world counts the ranges that are made in it. */
const MADE = 'ranges made';

inEachBrowser((world) => {
  test('no range is left to the engine each time that a page is read or listed, or a card follows its mark', async () => {
    const page = await openHtml(
      world,
      `<p>Here is <b id="name">OpenAI</b>, there GPT-4o.</p><div class="host"></div>
      <p>${'Nothing is said here.<br>'.repeat(100)}</p>
      <script>
        const addHost = () => {
          const host = document.body.appendChild(document.createElement('my-host'));
          host.attachShadow({ mode: 'open' }).innerHTML = '<style>p {}</style><p>AIME 2024 and more</p>';
        };
        addHost();
      </script>`,
    );
    await expectPainted(page, ['AIME 2024', 'GPT-4o', 'OpenAI']);
    await world.extension.inPage(
      page,
      (_, made) => {
        const counted = globalThis as unknown as { Range: typeof Range };
        const counter = globalThis as unknown as Record<symbol, number>;
        const key = Symbol.for(made);
        counter[key] = 0;
        const count = () => {
          counter[key] = (counter[key] ?? 0) + 1;
        };
        counted.Range = class extends Range {
          constructor() {
            super();
            count();
          }
        };
        const { createRange } = document;
        document.createRange = () => {
          count();
          return createRange.call(document);
        };
      },
      MADE,
    );
    await page.evaluate('for (let made = 0; made < 5; made++) addHost()');
    await expect.poll(async () => (await listedIn(world, page)).flat().length).toBe(8);
    await expectCardAt(page, '#name');
    await page.evaluate(async () => {
      for (let top = 0; top < 10; top++) {
        scrollTo({ top, behavior: 'instant' });
        await new Promise(requestAnimationFrame);
      }
    });
    const made = await world.extension.inPage(
      page,
      async (_, key) => {
        const script = (globalThis as unknown as Record<symbol, PageHandle>)[
          Symbol.for('ai-footnotes.page')
        ];
        await script?.step(1);
        await script?.list();
        return (globalThis as unknown as Record<symbol, number>)[Symbol.for(key)];
      },
      MADE,
    );
    expect(made).toBe(0);
  });
});
