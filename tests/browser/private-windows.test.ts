import { expect, test } from 'vitest';
import { until } from '../../scripts/browser/until';
import { browserUi } from './support/browser-ui/browser-ui';
import { everythingStored } from './support/everything-stored';
import { inEachFreshBrowser } from './support/in-each-browser';

inEachFreshBrowser((world) => {
  test('a private window leaves nothing in the storage', async () => {
    const { extension, session } = world;
    await browserUi(world).allowInPrivateWindows();
    const address = session.pages.handle('/private', '<title>P</title><p>DeepSeek R1</p>');
    const before = await everythingStored(world);
    const shown = await extension.evaluate(async (api, url) => {
      const opened = await api.windows.create({ incognito: true, url });
      const id = opened.tabs?.[0]?.id ?? 0;
      const listMentions = async () => {
        const handles = globalThis as unknown as Record<symbol, { list(): Promise<unknown[]> }>;
        return (await handles[Symbol.for('ai-footnotes.page')]?.list())?.length ?? 0;
      };
      let mentions: unknown = 0;
      for (const end = Date.now() + 60_000; mentions !== 1 && Date.now() < end; ) {
        const target = { tabId: id };
        const answers = await api.scripting
          .executeScript({ target, func: listMentions })
          .catch(() => []);
        mentions = answers[0]?.result;
        await new Promise((done) => setTimeout(done, 50));
      }
      const badge = await api.action.getBadgeText({ tabId: id });
      await api.windows.remove(opened.id ?? 0);
      return { incognito: opened.incognito, mentions, badge };
    }, address);
    expect(shown).toMatchObject({ incognito: true, mentions: 1 });
    expect(await everythingStored(world)).toBe(before);
  });

  test('no pack is changed or saved where Firefox keeps the packs out of reach', async () => {
    const { extension, session } = world;
    await browserUi(world).allowInPrivateWindows();
    const isPrivate = await extension.evaluate(async (api) => {
      const { id, tabs = [] } = await api.windows.create({ incognito: true, url: 'about:blank' });
      const address = api.runtime.getURL('/glossary.html#packs');
      const { incognito } = await api.tabs.create({ url: address, ...(id && { windowId: id }) });
      await api.tabs.remove(tabs.map((tab) => tab.id ?? 0));
      return incognito;
    });
    // Chromium shows pages of extensions in its other windows.
    expect(isPrivate).toBe(world.kind === 'firefox');
    /** What stands on one of the glossary's pages. */
    const textOf = async (name: string, heading: string) => {
      let text = '';
      await until(`the glossary shows ${heading}`, async () => {
        for (const page of await session.browser.pages()) {
          // Puppeteer is told no address of private tabs.
          text = await page.evaluate((hash) => {
            if (!location.pathname.endsWith('/glossary.html')) return '';
            location.hash = hash;
            return document.querySelector('main')?.innerText ?? '';
          }, `page=${name}`);
          if (text.startsWith(heading)) return true;
        }
        return false;
      });
      return text;
    };
    for (const [name, heading, deed] of [
      ['packs', 'Packs', 'Import a file…'],
      ['settings', 'Settings', 'Save to a file'],
    ] as const) {
      const text = await textOf(name, heading);
      expect(text.includes(deed)).toBe(!isPrivate);
      expect(text.includes('normal window')).toBe(isPrivate);
    }
  });
});
