import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { browserUi } from './support/browser-ui/browser-ui';
import { FirefoxUi } from './support/browser-ui/firefox-ui';
import { inEachBrowser, type World } from './support/in-each-browser';
import { openHtml } from './support/marks';
import { RealPopup } from './support/real-popup';

const NEWS = `<!doctype html><html lang="en"><title>News</title><h1 id="known">DeepSeek R1</h1>
  <p>OpenAI o1 came first.</p><p id="unknown">glimmerfish</p>`;

/** The name on the page's card; none where there is no card. */
function cardName({ extension }: World, page: Page): Promise<string | null | undefined> {
  return extension.inPage(page, ({ shadowOf }) => {
    const host = document.querySelector('ai-footnotes');
    return host && shadowOf(host)?.querySelector('.name')?.textContent;
  });
}

/** The text in the form for a footnote; none where there is no form. */
function formText({ extension }: World, page: Page): Promise<string | undefined> {
  return extension.inPage(page, ({ shadowOf }) => {
    const hosts = [...document.querySelectorAll('ai-footnotes')];
    return hosts.flatMap((host) => shadowOf(host)?.querySelector('textarea')?.value ?? [])[0];
  });
}

function select(page: Page, selector: string): Promise<void> {
  return page.$eval(selector, (element) => getSelection()?.selectAllChildren(element));
}

function unselect(page: Page): Promise<void> {
  return page.evaluate(() => getSelection()?.removeAllRanges());
}

const marksIn = (page: Page) => page.evaluate(() => CSS.highlights.size);

async function openNews(world: World): Promise<Page> {
  const page = await openHtml(world, NEWS);
  await expect.poll(() => marksIn(page)).toBeGreaterThan(0);
  return page;
}

async function closeCard(world: World, page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect.poll(() => cardName(world, page)).toBeFalsy();
}

/** Waits for a tab of the glossary at a place, and closes it. */
async function expectGlossaryAt({ extension }: World, hash: string): Promise<void> {
  await expect
    .poll(() =>
      extension.evaluate(async (api, end) => {
        const tabs = await api.tabs.query({ url: `${api.runtime.getURL('/glossary.html')}*` });
        const found = tabs.find(({ url }) => url?.endsWith(end));
        if (found?.id !== undefined) await api.tabs.remove(found.id);
        return found !== undefined;
      }, hash),
    )
    .toBe(true);
}

async function expectMuted(world: World, page: Page): Promise<void> {
  await expect.poll(() => marksIn(page)).toBe(0);
  const { extension } = world;
  const items = await extension.evaluate((api) => api.storage.sync.get(null));
  expect(items).toHaveProperty(['muted.site.127.0.0.1'], true);
  await extension.evaluate((api) => api.storage.sync.remove('muted.site.127.0.0.1'));
  await expect.poll(() => marksIn(page)).toBeGreaterThan(0);
}

/** Has the page that holds no code of its own hear what the browser tells of a tab. */
function watchTab({ extension }: World, tabId: number): Promise<void> {
  return extension.evaluate((api, id) => {
    const statuses: (string | undefined)[] = [];
    Object.assign(globalThis, { statuses });
    api.tabs.onUpdated.addListener((tab, { status }) => {
      if (tab === id) statuses.push(status);
    });
  }, tabId);
}

function statusesHeard({ extension }: World): Promise<string[]> {
  return extension.evaluate(() => (globalThis as unknown as { statuses: string[] }).statuses);
}

inEachBrowser((world) => {
  test('the context menu looks up, saves as a footnote and mutes the site', async () => {
    const ui = browserUi(world);
    const page = await openNews(world);
    await select(page, '#known');
    await ui.chooseMenuItem(page, 'look-up');
    await expect.poll(() => cardName(world, page)).toBe('DeepSeek R1');
    await closeCard(world, page);

    await select(page, '#unknown');
    await ui.chooseMenuItem(page, 'look-up');
    await expectGlossaryAt(world, '#search=glimmerfish');

    await page.bringToFront();
    await ui.chooseMenuItem(page, 'save-footnote');
    await expect.poll(() => formText(world, page)).toBe('glimmerfish');
    await page.keyboard.press('Escape');

    await unselect(page);
    await ui.chooseMenuItem(page, 'mute-site');
    await expectMuted(world, page);
  });

  test('commands have their defaults, which the browser grants, and can be changed by the reader', async () => {
    const keys = await world.extension.evaluate(async (api) =>
      Object.fromEntries(
        (await api.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]),
      ),
    );
    expect(keys).toEqual({
      _execute_action: 'Alt+Shift+F',
      'next-mention': 'Alt+Period',
      'previous-mention': 'Alt+Comma',
      'look-up': 'Alt+Shift+L',
      'save-footnote': '',
      'mute-site': '',
    });
  });

  test('commands walk the mentions, look up, save as a footnote and mute the site', async () => {
    const ui = browserUi(world);
    const page = await openNews(world);
    for (const [command, name] of [
      ['next-mention', 'DeepSeek R1'],
      ['next-mention', 'OpenAI o1'],
      ['previous-mention', 'DeepSeek R1'],
    ] as const) {
      await ui.command(page, command);
      await expect.poll(() => cardName(world, page)).toBe(name);
    }
    await closeCard(world, page);

    await select(page, '#known');
    await ui.command(page, 'look-up');
    await expect.poll(() => cardName(world, page)).toBe('DeepSeek R1');
    await closeCard(world, page);

    await select(page, '#unknown');
    await ui.command(page, 'save-footnote');
    await expect.poll(() => formText(world, page)).toBe('glimmerfish');
    await page.keyboard.press('Escape');

    await ui.command(page, 'mute-site');
    await expectMuted(world, page);
  });

  test('a frame that never ends to load keeps no command from the others', async () => {
    const ui = browserUi(world);
    const endless = world.session.pages.handle('/endless', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('<!doctype html><p>More to come');
    });
    const page = await openNews(world);
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, endless);
    await page.waitForFunction(() => frames.length === 1);
    await ui.command(page, 'next-mention');
    await expect.poll(() => cardName(world, page)).toBe('DeepSeek R1');
    await closeCard(world, page);
    await select(page, '#unknown');
    await ui.command(page, 'save-footnote');
    await expect.poll(() => formText(world, page)).toBe('glimmerfish');
  });

  test('the icon shows on, muted and off, and its title says so', async () => {
    const page = await openNews(world);
    const { extension } = world;
    const id = extension.tabId(page);
    const title = () => extension.evaluate((api, tabId) => api.action.getTitle({ tabId }), id);
    const ui = browserUi(world);
    const expectState = async (state: string, words: string) => {
      await expect.poll(title).toBe(words);
      // Chromium tells nobody which picture it shows.
      if (ui instanceof FirefoxUi) {
        await expect.poll(() => ui.iconOf(page)).toContain(`/icon/${state}-`);
      }
    };
    await expectState('on', 'AI Footnotes: 2 mentions on this page');
    await extension.evaluate((api) => api.storage.sync.set({ 'muted.site.127.0.0.1': true }));
    await expectState('muted', 'AI Footnotes: off on this site');
    await extension.evaluate((api) => api.storage.sync.set({ enabled: false }));
    await expectState('off', 'AI Footnotes: off');
    await extension.evaluate((api) => api.storage.sync.clear());
    await expectState('on', 'AI Footnotes: 2 mentions on this page');
  });

  test('the number stays on the icon and in its title while a page goes on in itself, and goes with the page', async () => {
    const page = await openNews(world);
    const { extension, session } = world;
    const id = extension.tabId(page);
    const icon = () =>
      extension.evaluate(
        async ({ action }, tabId) => [
          await action.getBadgeText({ tabId }),
          await action.getTitle({ tabId }),
        ],
        id,
      );
    const counted = ['2', 'AI Footnotes: 2 mentions on this page'];
    await expect.poll(icon).toEqual(counted);
    await watchTab(world, id);
    await page.evaluate(() => history.pushState(null, '', '/news-in-itself'));
    await expect.poll(() => statusesHeard(world)).toContain('complete');
    await expect.poll(icon).toEqual(counted);
    await page.goto(session.pages.handle('/next', '<title>Next</title><p>Nothing here</p>'));
    await expect.poll(icon).toEqual(['', 'AI Footnotes']);
  });

  test('without leave to read sites a click on the icon marks the page for once, says so, and offers more', async () => {
    const ui = browserUi(world);
    const page = await openHtml(world, '<title>News</title><h1>DeepSeek R1</h1><p>OpenAI o1</p>');
    const other = await openHtml(world, '<title>Other</title><p>DeepSeek R1 against OpenAI o1</p>');
    const marks = (tab = page) => tab.evaluate(() => CSS.highlights.size);
    await expect.poll(marks).toBeGreaterThan(0);

    await ui.withholdSites();
    for (const tab of [page, other]) {
      await tab.reload();
      // By then the script would have come, though not its marks: of the other page they are looked for again below.
      await tab.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    }
    for (const tab of [page, other]) expect(await marks(tab)).toBe(0);
    await ui.clickIcon(page);
    const popup = new RealPopup(world);
    await popup.says('2 mentions on this page');
    expect(await marks()).toBeGreaterThan(0);
    for (const text of ['may not read this site', 'Allow on this site', 'Allow on all sites']) {
      await popup.says(text);
    }
    expect(await marks(other)).toBe(0);
    await popup.close();

    await ui.allowSites(other);
    await expect.poll(() => marks(other)).toBeGreaterThan(0);
  });
});
