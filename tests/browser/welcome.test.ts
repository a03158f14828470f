import { expect, test } from 'vitest';
import { browserUi } from './support/browser-ui/browser-ui';
import { findViolations } from './support/find-violations';
import { inEachFreshBrowser } from './support/in-each-browser';

/** Events of Chromium's API can be called by hand. */
interface Events {
  chrome: { commands: { onCommand: { dispatch(name: string): void } } };
}

inEachFreshBrowser((world) => {
  const welcomes = () =>
    world.extension.evaluate(
      async (api) => (await api.tabs.query({ url: api.runtime.getURL('/welcome.html') })).length,
    );

  test('the welcome page opens once, and not after an update', async () => {
    await expect.poll(welcomes).toBe(1);
    await world.extension.reinstall();
    // What is said to the background now comes behind what it does as it starts.
    await expect
      .poll(() =>
        world.extension.evaluate((api) =>
          api.runtime.sendMessage({ name: 'terms.read', params: { ids: ['deepseek-r1'] } }),
        ),
      )
      .toHaveProperty('result.0.id', 'deepseek-r1');
    expect(await welcomes()).toBeLessThanOrEqual(1); // browsers close an extension's pages with it
  });

  test('its sample is live: names are marked there, and nothing is held against it by axe', async () => {
    const page = await world.extension.openPage('welcome.html');
    await page.bringToFront();
    await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 100 });
    expect(await findViolations(page)).toEqual([]);

    if (world.kind === 'firefox') await browserUi(world).command(page, 'next-mention');
    else {
      // As the browser does where the keys are pressed: keys of a driver do not come so far.
      await page.evaluate(() =>
        (globalThis as unknown as Events).chrome.commands.onCommand.dispatch('next-mention'),
      );
    }
    await page.waitForSelector('ai-footnotes:popover-open');
    // The keys are the browser's to tell, which may come after the sample is marked.
    await expect
      .poll(() => page.$eval('figcaption', ({ textContent }) => textContent))
      .toContain('Alt + .');
  });
});
