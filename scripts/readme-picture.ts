import { mkdirSync } from 'node:fs';
import { findText, readCard } from './browser/card';
import { packagedBuild } from './browser/packaged-build';
import { Session } from './browser/session';
import { visit } from './browser/visit';

/** `npm run readme-picture`: takes the README's pictures anew, of a card on the sample page by day and by night. */

const PAGE = 'tests/pages/sample-news.html';
const NAME = 'DeepSeek R1';
const FOLDER = 'docs/pictures';

/** Pixels from the upper edge at which the name stands, so that its card has room below. */
const NAME_AT = 150;

/** Milliseconds until the card is there, the first load of its script included. */
const CARD_LIMIT = 5_000;

const session = await Session.launch('chrome', {
  extension: packagedBuild('chrome'),
  viewport: { width: 1120, height: 790 },
  scale: 2,
});
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const scheme of ['light', 'dark'] as const) {
    const page = await session.newTab();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await visit(page, session.pages.serveFile(PAGE), PAGE);
    const centred = await findText(session.extension, page, NAME);
    if (!centred) throw new Error(`${NAME} is not on ${PAGE}`);
    await page.evaluate((by) => scrollBy(0, by), centred.y - NAME_AT);
    await page.mouse.move(centred.x, NAME_AT, { steps: 5 });
    const deadline = performance.now() + CARD_LIMIT;
    while ((await readCard(session.extension, page)) === undefined) {
      if (performance.now() > deadline) throw new Error(`no card opened on ${NAME}`);
      await new Promise((done) => setTimeout(done, 50));
    }
    const picture = `${FOLDER}/card${scheme === 'dark' ? '-dark' : ''}.webp` as const;
    await page.screenshot({ path: picture, type: 'webp', quality: 85 });
    console.log(picture);
    await page.close();
  }
} finally {
  await session.close();
}
