import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { findText, readCard } from '../../scripts/browser/card';
import { PAGES } from '../../src/glossary-page/route';
import { makePack } from '../unit/packs/make-pack';
import { ClipFormOnPage } from './support/clip-form';
import { inEachFreshBrowser } from './support/in-each-browser';
import { expectPainted } from './support/marks';
import { openPopup } from './support/open-popup';
import { PacksPage } from './support/packs-page';

const NEWS = `<!doctype html><html lang="en"><title>News</title>
  <link rel="canonical" href="https://news.example/story">
  <style>body { font: 18px/1.6 serif; margin: 16em 6em }</style>
  <p id="first">Last week DeepSeek R1 was released; see <a href="https://lab.example/r1">the lab</a>.</p>
  <p>The lantern 0 burns on.</p>`;

/** How a page of the extension could try to reach an address, as code. */
const WAYS: Readonly<Record<string, string>> = {
  fetch: "fetch(address, { mode: 'no-cors' })",
  request: "const request = new XMLHttpRequest(); request.open('GET', address); request.send()",
  beacon: "navigator.sendBeacon(address, 'a')",
  socket: "new WebSocket(address.replace('http', 'ws'))",
  'stream of events': 'new EventSource(address)',
  picture: 'new Image().src = address',
  script: 'import(address)',
  frame: "document.body.append(Object.assign(document.createElement('iframe'), { src: address }))",
};

inEachFreshBrowser((world) => {
  /** Rests the pointer on a name and waits for its card; the one of another name may be on its way out. */
  async function expectCardOf(page: Page, name: string): Promise<void> {
    const place = await findText(world.extension, page, name);
    if (!place) throw new Error(`"${name}" does not stand on the page`);
    await page.mouse.move(place.x - 3, place.y);
    await page.mouse.move(place.x, place.y, { steps: 3 });
    await expect.poll(async () => (await readCard(world.extension, page))?.text).toContain(name);
  }

  test('marks, cards, popup, glossary, packs and own footnotes ask for nothing', async () => {
    const { session, extension } = world;
    const address = session.pages.handle('/news-that-asks-nothing', NEWS);
    const page = await session.open(address);
    await expectPainted(page, ['DeepSeek R1']);
    await expectCardOf(page, 'DeepSeek R1');

    const packs = await PacksPage.open(world);
    await packs.import(makePack({ word: 'lantern' }));
    await page.bringToFront();
    await expectPainted(page, ['DeepSeek R1', 'lantern 0']);
    await expectCardOf(page, 'lantern 0');
    for (const route of ['#term=deepseek-r1', ...PAGES.map((name) => `#page=${name}`)]) {
      await extension.navigate(packs.page, `glossary.html${route}`);
      await packs.page.waitForSelector('main h1, main h2');
    }
    await packs.page.close();
    for (const path of ['welcome.html', 'popup.html']) {
      const own =
        path === 'popup.html' ? await openPopup(world, page) : await extension.openPage(path);
      await own.waitForFunction(() => document.querySelector('main'), { polling: 100 });
      await own.close();
    }
    await page.bringToFront();
    await new ClipFormOnPage(world, page).openOn('#first');

    expect(session.asked).toEqual([]);
    // Beside the page there is what the driver opens to know a tab, and the icon that browsers look for there.
    const asked = session.pages.asked.filter((path) => !/^\/(?:tab-.*|favicon\.ico)$/.test(path));
    expect(asked).toEqual([new URL(address).pathname]);
  });

  test('whatever way a page of the extension tries, its policy refuses', async () => {
    const { session, extension } = world;
    const own = await extension.openPage('glossary.html');
    for (const [way, code] of Object.entries(WAYS)) {
      const path = `/asked-by-${way.replaceAll(' ', '-')}`;
      const refused = await own.evaluate(
        `new Promise((done) => {
          const answer = ({ effectiveDirective }) => done(effectiveDirective);
          addEventListener('securitypolicyviolation', answer, { once: true });
          const address = ${JSON.stringify(session.pages.handle(path, ''))};
          (async () => { ${code} })().catch(() => undefined);
        })`,
      );
      expect(refused, way).toMatch(/-src/);
      expect(session.pages.asked).not.toContain(path);
    }
    await own.close();
  });
});
