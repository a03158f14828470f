import { expect, test } from 'vitest';
import { findText, readCard } from '../../scripts/browser/card';
import { inEachBrowser, type World } from './support/in-each-browser';
import { listedIn } from './support/marks';
import { paintedMarks } from './support/painted-marks';

const SAMPLE_PAGE = 'tests/pages/sample-news.html';

async function openMarkedSample(world: World) {
  const { session, extension } = world;
  const page = await session.open(session.pages.serveFile(SAMPLE_PAGE));
  // Lists are given once all is read; some marks come before.
  await expect.poll(async () => (await listedIn(world, page))[0]?.length).toBeGreaterThan(20);
  expect(await paintedMarks(extension, page)).toBeGreaterThan(20);
  return page;
}

inEachBrowser((world) => {
  test('resting the pointer on a mark opens a card with facts, their date and their source', async () => {
    const page = await openMarkedSample(world);
    const place = await findText(world.extension, page, 'Codeforces');
    expect(place).toBeDefined();
    await page.mouse.move(place?.x ?? 0, place?.y ?? 0, { steps: 4 });
    const text = async () => (await readCard(world.extension, page))?.text;
    for (const part of ['96.3%', '28 January 2025', 'China Newsweek']) {
      await expect.poll(text).toContain(part);
    }
  });

  test('switching off in the popup takes the marks off an open page at once, switching on brings them back', async () => {
    const page = await openMarkedSample(world);
    const marks = () => paintedMarks(world.extension, page);
    const before = await marks();
    const popup = await world.extension.openPage('popup.html');
    const everywhere = await popup.waitForSelector('.everywhere [role="switch"]');
    await everywhere?.click();
    await expect.poll(marks).toBe(0);
    await popup.waitForFunction(() => document.body.textContent.includes('Switched off'));
    await everywhere?.click();
    // Here the popup lies in a tab before the page's, which is read once it is seen.
    await page.bringToFront();
    await expect.poll(marks).toBe(before);
  });
});
