import { expect, test } from 'vitest';
import { findText, readCard } from '../../scripts/browser/card';
import { inEachBrowser, type World } from './support/in-each-browser';
import { paintedMarks } from './support/painted-marks';

const SAMPLE_PAGE = 'tests/pages/sample-news.html';

async function openMarkedSample({ session, extension }: World) {
  const page = await session.open(session.pages.serveFile(SAMPLE_PAGE));
  await expect.poll(() => paintedMarks(extension, page)).toBeGreaterThan(20);
  return page;
}

inEachBrowser((world) => {
  test('resting the pointer on a mark opens a card with facts, their date and their source', async () => {
    const page = await openMarkedSample(world);
    const place = await findText(world.extension, page, 'Codeforces');
    expect(place).toBeDefined();
    await page.mouse.move(place?.x ?? 0, place?.y ?? 0, { steps: 4 });
    await expect.poll(() => readCard(world.extension, page)).toBeDefined();
    const { text = '' } = (await readCard(world.extension, page)) ?? {};
    expect(text).toContain('96.3%');
    expect(text).toContain('28 January 2025');
    expect(text).toContain('China Newsweek');
  });

  test('switching off in the popup takes the marks off an open page at once, switching on brings them back', async () => {
    const page = await openMarkedSample(world);
    const marks = () => paintedMarks(world.extension, page);
    const before = await marks();
    const popup = await world.extension.openPage('popup.html');
    const everywhere = await popup.waitForSelector('header [role="switch"]');
    await everywhere?.click();
    await expect.poll(marks).toBe(0);
    await everywhere?.click();
    await expect.poll(marks).toBe(before);
    await popup.close();
  });
});
