import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Language } from '../src/glossary/language';
import { openPopup } from '../tests/browser/support/open-popup';
import { readCard, restOnMentions } from './browser/card';
import { listMentions } from './browser/list-mentions';
import { localisedBuild } from './browser/localised-build';
import { Session } from './browser/session';
import { storePage, tilePage } from './store/store-page';

/**
 * `npm run store-pictures`: takes the pictures that the stores show, 1280 by 800 pixels, and the promotional tile,
 * 440 by 280, in three languages. They land in `.output/store/`.
 */

const FOLDER = '.output/store';
const PICTURE = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };
const POPUP = { width: 368, height: 600 };

/** Pages of the extension that are shown whole. */
const OWN_PAGES: Readonly<Record<string, { path: string; theme: 'light' | 'dark' }>> = {
  '3-term': { path: 'glossary.html#term=deepseek-r1', theme: 'light' },
  '4-comparison': { path: 'glossary.html#compare=deepseek-r1,openai-o1', theme: 'light' },
  '5-timeline': { path: 'glossary.html#page=timeline', theme: 'dark' },
};

mkdirSync(FOLDER, { recursive: true });
for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
  const session = await Session.launch('chrome', {
    extension: localisedBuild('chrome', language),
    viewport: PICTURE,
    offline: true,
  });
  try {
    await takePictures(session, language);
  } finally {
    await session.close();
  }
}

async function takePictures(session: Session, language: Language): Promise<void> {
  const { extension, pages } = session;
  await setUp(session, language, 'light');
  // A name that a reader can read in the popup, and that Chromium looks for on this machine.
  const origin = pages.origin.replace('127.0.0.1', 'harbour-post.localhost');
  pages.handle(`/${language}`, storePage(language));
  const news = await session.open(`${origin}/${language}`);
  const mentions = await listMentions(extension, news, { name: language, why: false });
  const popup = await popupOver(session, news);
  await news.bringToFront();
  await restOnMentions(extension, news, mentions);
  const card = await readCard(extension, news);
  if (card === undefined) throw new Error(`no card stands on the page in ${language}`);
  save(language, '1-card', await news.screenshot());

  await news.keyboard.press('Escape');
  await news.mouse.move(1, 1);
  const behind = Buffer.from(await news.screenshot()).toString('base64');
  await drawn(session, language, '2-popup', PICTURE, popupOnPage(behind, popup));
  await news.close();

  for (const [name, { path, theme }] of Object.entries(OWN_PAGES)) {
    await setUp(session, language, theme);
    const page = await extension.openPage(path);
    await page.setViewport(PICTURE);
    await settled(page, theme);
    save(language, name, await page.screenshot());
    await page.close();
  }
  const icon = readFileSync(join(import.meta.dirname, 'icons/icon.svg'), 'utf8');
  await drawn(session, language, 'tile', TILE, tilePage(language, icon));
}

/** Facts follow the browser's language, which is English here, unless a reader chooses. */
function setUp({ extension }: Session, language: Language, theme: 'light' | 'dark'): Promise<void> {
  const settings = { theme, 'facts.language': language };
  return extension.evaluate((api, items) => api.storage.sync.set(items), settings);
}

/** Waits until one of our pages has its theme and its names, and nothing moves. */
async function settled(page: Page, theme: string): Promise<void> {
  await page.waitForFunction(
    (value) =>
      document.documentElement.dataset.theme === value &&
      document.querySelector('main h1, main h2') &&
      document.getAnimations().length === 0,
    { polling: 100 },
    theme,
  );
}

/** A picture of the popup over a tab, in base 64. */
async function popupOver(session: Session, tab: Page): Promise<string> {
  const { extension, kind } = session;
  const popup = await openPopup({ session, extension, kind }, tab);
  await popup.setViewport(POPUP);
  await popup.waitForSelector('.mentioned-category');
  await popup.bringToFront();
  await settled(popup, 'light');
  // The browser makes the popup as high as what is in it.
  const height = await popup.evaluate(() => document.body.getBoundingClientRect().height);
  await popup.setViewport({ ...POPUP, height: Math.ceil(height) });
  const picture = await popup.screenshot({ encoding: 'base64' });
  await popup.close();
  return picture;
}

function popupOnPage(page: string, popup: string): string {
  return `<style>body { margin: 0; background: url(data:image/png;base64,${page}) }
    img { position: absolute; inset: 10px 24px auto auto; width: ${POPUP.width}px; border-radius: 10px;
      box-shadow: 0 0 0 1px rgb(0 0 0 / .12), 0 12px 40px rgb(0 0 0 / .35) }</style>
    <img src="data:image/png;base64,${popup}">`;
}

async function drawn(
  { browser }: Session,
  language: Language,
  name: string,
  size: { width: number; height: number },
  html: string,
): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport(size);
  await page.setContent(html, { waitUntil: 'load' });
  save(language, name, await page.screenshot());
  await page.close();
}

function save(language: Language, name: string, picture: Uint8Array): void {
  const file = join(FOLDER, `${name}-${language}.png`);
  writeFileSync(file, picture);
  console.log(file);
}
