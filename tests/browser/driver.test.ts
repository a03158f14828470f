import { expect, test } from 'vitest';
import { inEachBrowser } from './support/in-each-browser';

inEachBrowser((world) => {
  test('the extension is spoken to with its own privileges', async () => {
    const manifest = await world.extension.evaluate((api) => api.runtime.getManifest());
    expect(manifest.name).toBe('AI Footnotes');
  });

  test('a function reaches every frame and closed shadow trees, in the page it was sent to', async () => {
    const { session, extension } = world;
    session.pages.handle('/inner', '<p>inner</p>');
    const address = session.pages.handle(
      '/outer',
      `<div id="host"></div><iframe src="${session.pages.otherOrigin}/inner"></iframe>
      <script>document.querySelector('#host').attachShadow({ mode: 'closed' }).innerHTML = '<i>shut</i>'</script>`,
    );
    const other = await session.open(session.pages.handle('/other', '<p>other</p>'));
    const page = await session.open(address);
    await page.waitForFunction(() => document.readyState === 'complete');
    const answers = await extension.inFrames(
      page,
      ({ shadowOf }, suffix: string) => {
        const host = document.querySelector('#host');
        return (host ? shadowOf(host)?.textContent : document.body.textContent) + suffix;
      },
      '!',
    );
    expect(answers.map(({ result }) => result)).toEqual(['shut!', 'inner!']);
    expect(await extension.inPage(other, () => document.body.textContent)).toBe('other');
  });

  test('every tab counts as visible, whichever was opened last', async () => {
    const address = world.session.pages.handle('/visible', '<p>seen</p>');
    const tabs = [await world.session.open(address), await world.session.open(address)];
    for (const tab of tabs) {
      await expect.poll(() => tab.evaluate(() => document.visibilityState)).toBe('visible');
    }
  });

  test('the pointer moves as a reader moves it', async () => {
    const page = await world.session.open(
      world.session.pages.handle(
        '/pointer',
        '<script>addEventListener("pointermove", (event) => { document.title = "trusted " + event.isTrusted })</script>',
      ),
    );
    await page.mouse.move(40, 40, { steps: 3 });
    await page.waitForFunction(() => document.title === 'trusted true');
  });

  test('a file without a word on its encoding is read as the UTF-8 it is', async () => {
    const page = await world.session.open(
      world.session.pages.serveFile('tests/pages/no-charset.html'),
    );
    expect(await page.evaluate(() => document.body.textContent.trim())).toBe('深度求索');
  });

  test('files outside the served folder are refused', async () => {
    const folder = world.session.pages.serve('tests/browser/support');
    const statuses = await Promise.all(
      ['in-each-browser.ts', '..%2Fdriver.test.ts', '%2Fetc%2Fpasswd', ''].map(
        async (path) => (await fetch(folder + path)).status,
      ),
    );
    expect(statuses).toEqual([200, 404, 404, 404]);
  });
});
