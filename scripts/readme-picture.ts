import { mkdirSync } from 'node:fs';
import { restOnMentions } from './browser/card';
import { listMentions } from './browser/list-mentions';
import { packagedBuild } from './browser/packaged-build';
import { Session } from './browser/session';
import { visit } from './browser/visit';

/** `npm run readme-picture`: takes the README's picture anew, of a card on the sample page. */

const PAGE = 'tests/pages/sample-news.html';
const PICTURE = 'docs/pictures/card.webp';

const session = await Session.launch('chrome', {
  extension: packagedBuild('chrome'),
  viewport: { width: 1180, height: 800 },
  scale: 2,
});
try {
  const page = await session.newTab();
  await visit(page, session.pages.serveFile(PAGE), PAGE);
  const mentions = await listMentions(session.extension, page, { name: PAGE, why: false });
  await restOnMentions(session.extension, page, mentions);
  mkdirSync('docs/pictures', { recursive: true });
  await page.screenshot({ path: PICTURE, type: 'webp', quality: 85 });
  console.log(PICTURE);
} finally {
  await session.close();
}
