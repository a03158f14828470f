import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inEachBrowser } from './support/in-each-browser';
import { paintedMarks } from './support/painted-marks';
import { muteOtherOrigin, openBoth } from './support/unmarked';

const SAMPLE_PAGE = 'tests/pages/sample-news.html';

/** Frames, shadow trees and a page that watches itself for changes. */
const BUSY_PAGE = `<!doctype html>
<title>Busy</title>
<p>DeepSeek R1 and <b>OpenAI</b> o1.</p>
<iframe srcdoc="<p>GPT-4o and NVIDIA</p>"></iframe>
<iframe sandbox srcdoc="<p>ChatGPT</p>"></iframe>
<div id="open"></div><div id="closed"></div>
<script>
  document.querySelector('#open').attachShadow({ mode: 'open' }).innerHTML = '<p>DeepSeek V3</p>';
  globalThis.shut = document.querySelector('#closed').attachShadow({ mode: 'closed' });
  globalThis.shut.innerHTML = '<p>GPT-4</p>';
  globalThis.changes = 0;
  new MutationObserver((records) => { globalThis.changes += records.length; }).observe(document, {
    subtree: true, childList: true, attributes: true, characterData: true,
  });
</script>`;

interface BusyWindow {
  shut?: ShadowRoot;
  changes?: number;
}

/** All that a page could see of itself: its frames' documents and its shadow trees, to the byte. */
async function contentsOf(page: Page): Promise<string[]> {
  await page.waitForFunction(() => document.readyState === 'complete');
  const documents = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => document.documentElement.outerHTML)),
  );
  const shadows = await page.evaluate(() => [
    document.querySelector('#open')?.shadowRoot?.innerHTML ?? '',
    (globalThis as BusyWindow).shut?.innerHTML ?? '',
    [...document.adoptedStyleSheets, ...document.styleSheets].length.toString(),
  ]);
  return [...documents, ...shadows];
}

inEachBrowser((world) => {
  test('before the first hover a page is the same to the byte as without the extension', async () => {
    const { session, extension } = world;
    await muteOtherOrigin(world);
    for (const [address, marks] of [
      [session.pages.serveFile(SAMPLE_PAGE), 20],
      [session.pages.handle('/busy', BUSY_PAGE), 6],
    ] as const) {
      const [marked, plain] = await openBoth(world, address);
      await expect.poll(() => paintedMarks(extension, marked)).toBeGreaterThanOrEqual(marks);
      expect(await contentsOf(marked)).toEqual(await contentsOf(plain));
    }
  });

  test('a page that watches itself sees no change', async () => {
    const page = await world.session.open(world.session.pages.handle('/watched', BUSY_PAGE));
    await expect.poll(() => paintedMarks(world.extension, page)).toBeGreaterThanOrEqual(6);
    expect(await page.evaluate(() => (globalThis as BusyWindow).changes)).toBe(0);
  });
});
