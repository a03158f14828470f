import { expect, test } from 'vitest';
import { findViolations } from './support/find-violations';
import { inEachBrowser } from './support/in-each-browser';

inEachBrowser((world) => {
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
  });
});
