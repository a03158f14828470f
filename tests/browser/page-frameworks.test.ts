import { renderToString } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { buildApp } from './apps/build-app';
import type { AppControls } from './apps/make-app';
import { reactApp } from './apps/react-app';
import { inEachBrowser } from './support/in-each-browser';
import { expectCardAt, expectPainted, openHtml } from './support/marks';

/** The page keeps what its console is told, and counts every change of its document. */
const SET_UP = `<script>
  globalThis.complaints = [];
  for (const level of ['error', 'warn']) console[level] = (...words) => complaints.push(words.join(' '));
  addEventListener('error', ({ message }) => complaints.push(message));
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
  globalThis.changes = 0;
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => { changes += records.length; }).observe(document, {
      subtree: true, childList: true, attributes: true, characterData: true,
    });
  });
</script>`;

interface AppPage extends AppControls {
  changes: number;
}

const FRAMEWORKS = ['react', 'preact'] as const;
const scripts: Partial<Record<(typeof FRAMEWORKS)[number], string>> = {};

beforeAll(async () => {
  for (const name of FRAMEWORKS)
    scripts[name] = await buildApp(`tests/browser/apps/${name}-page.ts`);
});

inEachBrowser((world) => {
  test.each(FRAMEWORKS)(
    'a page made with %s hydrates and renders without a complaint, marked right',
    async (name) => {
      // Both make the same markup; only React brings along what makes it without a browser.
      const page = await openHtml(
        world,
        `${SET_UP}<div id="root">${renderToString(reactApp)}</div>`,
      );
      const always = ['DeepSeek R1', 'NVIDIA', 'OpenAI'];
      await expectPainted(page, [...always, 'DeepSeek V3', 'GPT-4o']);
      const own = () =>
        page.evaluate(() => {
          const { changes, complaints } = globalThis as unknown as AppPage;
          return { changes, complaints };
        });
      expect(await own()).toEqual({ changes: 0, complaints: [] });
      await page.evaluate(scripts[name] ?? '');
      await page.evaluate(async () => {
        const { render } = globalThis as unknown as AppPage;
        for (let round = 1; round <= 50; round++) {
          render(round);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      });
      await expectPainted(page, [...always, 'GPT-4o']);
      await expectCardAt(page, 'h1 b');
      await page.evaluate(() => (globalThis as unknown as AppPage).render(51));
      await expectPainted(page, [...always, 'ChatGPT', 'DeepSeek V3']);
      await page.evaluate(() => (globalThis as unknown as AppPage).unmount());
      await expectPainted(page, []);
      expect(await page.$eval('#root', (root) => root.innerHTML)).toBe('');
      expect((await own()).complaints).toEqual([]);
    },
  );
});
