import { expect, test } from 'vitest';
import { FirefoxUi } from './support/browser-ui/firefox-ui';
import { inEachBrowser } from './support/in-each-browser';
import { openHtml } from './support/marks';

inEachBrowser((world) => {
  test('a new title wakes no background in Firefox, another page does, and the icon has its number', async () => {
    const { extension, session } = world;
    const page = await openHtml(world, '<title>News</title><p>DeepSeek R1</p>');
    const id = extension.tabId(page);
    const tab = () => extension.evaluate((api, tabId) => api.tabs.get(tabId), id);
    const badge = () => extension.evaluate((api, tabId) => api.action.getBadgeText({ tabId }), id);
    await expect.poll(badge).toBe('1');
    await expect.poll(tab).toMatchObject({ status: 'complete' });
    // Chromium knows no filter of what its worker hears of tabs.
    const ui = world.kind === 'firefox' ? new FirefoxUi(world) : undefined;
    await ui?.endBackground();
    await page.evaluate(() => {
      document.title = '(1) News';
    });
    await expect.poll(tab).toMatchObject({ title: '(1) News' });
    if (ui) expect(await ui.isBackgroundAwake()).toBe(false);

    await page.goto(session.pages.handle('/next', '<title>Next</title><p>Nothing here</p>'));
    if (ui) await expect.poll(() => ui.isBackgroundAwake()).toBe(true);
    await expect.poll(badge).toBe('');
    await page.goto(session.pages.handle('/last', '<p>DeepSeek R1 against OpenAI o1</p>'));
    await expect.poll(badge).toBe('2');
  });
});
