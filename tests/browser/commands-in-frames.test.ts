import type { Frame, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { browserUi } from './support/browser-ui/browser-ui';
import { inEachBrowser, type World } from './support/in-each-browser';
import { openHtml } from './support/marks';

/** What stands in the frame: a name that is known, and a word that is not. */
const INNER = `<!doctype html><html lang="en"><title>Inner</title>
  <p id="known">DeepSeek R1</p><p id="unknown">glimmerfish</p>`;

/** Has what holds a frame cover the page: a click anywhere is one into the frame. */
const WHOLE = 'style="position: fixed; left: 0; top: 0; width: 100%; height: 100%"';

const OUTER = '<!doctype html><html lang="en"><title>Outer</title><p>OpenAI o1 outside.</p>';

/** Pages around the frame, by what holds it there. */
const HOLDERS: [string, (src: string) => string][] = [
  ['an iframe', (src) => `${OUTER}<iframe ${WHOLE} src="${src}"></iframe>`],
  [
    'an iframe in a closed shadow tree',
    (src) => `${OUTER}<div></div><script>
      const tree = document.querySelector('div').attachShadow({ mode: 'closed' });
      tree.innerHTML = '<iframe ${WHOLE} src="${src}"></iframe>';
    </script>`,
  ],
  [
    'an iframe in an iframe',
    (src) => `${OUTER}<iframe ${WHOLE} srcdoc='${OUTER}<iframe ${WHOLE} src="${src}">'></iframe>`,
  ],
  ['an object', (src) => `${OUTER}<object ${WHOLE} type="text/html" data="${src}"></object>`],
  ['an embed', (src) => `${OUTER}<embed ${WHOLE} type="text/html" src="${src}">`],
  [
    'a frame set',
    (src) => `<!doctype html><title>Outer</title>
      <frameset cols="0,*"><frame src="about:blank"><frame src="${src}"></frameset>`,
  ],
];

/** Waits for the frame of a page and its marks, and puts the focus there as a reader does. */
async function clickIntoFrame(page: Page): Promise<Frame> {
  let found: Frame | undefined;
  await expect
    .poll(async () => {
      for (const frame of page.frames()) if (await frame.$('#known')) found = frame;
      return found?.evaluate(() => CSS.highlights.size);
    })
    .toBeGreaterThan(0);
  await page.bringToFront();
  await page.mouse.click(200, 200);
  return found as Frame;
}

function select(frame: Frame, selector: string): Promise<void> {
  return frame.$eval(selector, (element) => getSelection()?.selectAllChildren(element));
}

/** What stands on the cards and in the forms of a page, by the title of the document each stands in. */
async function shownIn({ extension }: World, page: Page): Promise<string[]> {
  const answers = await extension.inFrames(page, ({ shadowOf }) =>
    [...document.querySelectorAll('ai-footnotes')].flatMap((host) => {
      const tree = shadowOf(host);
      const shown =
        tree?.querySelector('.name')?.textContent ?? tree?.querySelector('textarea')?.value;
      return shown ? `${document.title}: ${shown}` : [];
    }),
  );
  return answers.flatMap(({ result }) => result);
}

inEachBrowser((world) => {
  test.each(HOLDERS)('commands act on what is selected in %s', async (_, page) => {
    const ui = browserUi(world);
    const inner = world.session.pages.handle('/inner', INNER);
    const tab = await openHtml(world, page(inner));
    const frame = await clickIntoFrame(tab);
    await select(frame, '#known');
    await ui.command(tab, 'look-up');
    await expect.poll(() => shownIn(world, tab)).toEqual(['Inner: DeepSeek R1']);
    await tab.keyboard.press('Escape');
    await expect.poll(() => shownIn(world, tab)).toEqual([]);

    await select(frame, '#unknown');
    await ui.command(tab, 'save-footnote');
    await expect.poll(() => shownIn(world, tab)).toEqual(['Inner: glimmerfish']);
  });
});
