import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildGallery } from '../tests/gallery/build-gallery.ts';
import { type GalleryOptions, galleryPage, galleryQuery } from '../tests/gallery/gallery-page.ts';
import { marksPage } from '../tests/gallery/marks-page.ts';
import { BROWSER_KINDS } from './browser/find-browsers.mjs';
import { pressByKeys } from './browser/press-by-keys.ts';
import { type ReaderWishes, setWishes } from './browser/reader-wishes.ts';
import { Session } from './browser/session.ts';

/*
 * Takes pictures of the card in its states, themes and languages, and of the marks, in both browsers, for the
 * eye: `npm run pictures [-- FOLDER PART-OF-A-NAME…]`. They land in `.output/pictures` unless told otherwise.
 */

interface Scene extends GalleryOptions {
  name: string;
  viewport?: { width: number; height: number };
  wishes?: ReaderWishes;
  /** How the card is opened; by touch unless told otherwise, which leaves no ring of focus. */
  by?: 'reach' | 'tap';
  /** A part of the card to bring into sight. */
  scrollTo?: string;
  /** Controls to press one after another, each with what is in the card then. */
  presses?: readonly (readonly [control: string, effect: string])[];
}

const TALL = { width: 760, height: 860 };

const SCENES: readonly Scene[] = [
  { name: 'model', term: 'deepseek-r1', viewport: TALL },
  { name: 'organisation', term: 'deepseek' },
  { name: 'person', term: 'jim-fan' },
  { name: 'benchmark', term: 'aime-2024' },
  { name: 'idea', term: 'distillation' },
  { name: 'reached', term: 'jim-fan', by: 'reach' },
  { name: 'chart', term: 'deepseek-v3', viewport: TALL, scrollTo: '.chart' },
  { name: 'foot', term: 'deepseek-r1', viewport: TALL, scrollTo: '.sources' },
  { name: 'facts-in-english', term: 'deepseek-r1', facts: 'en', viewport: TALL },
  {
    name: 'all-facts',
    term: 'deepseek-r1',
    viewport: TALL,
    presses: [['.more', '.more[aria-expanded="true"]']],
  },
  { name: 'own-footnote', term: 'own-footnote' },
  { name: 'related', term: 'jim-fan', presses: [['.related button', '.back']] },
  { name: 'question', term: 'jim-fan', presses: [['.foot-button:nth-of-type(2)', '.question']] },
  { name: 'copied', term: 'jim-fan', presses: [['.copy', '.notice']] },
  { name: 'kept', term: 'jim-fan', presses: [['.head-buttons .icon-button', '.pinned']] },
  { name: 'one-fact', term: 'one-fact' },
  { name: 'no-fact', term: 'no-fact' },
  { name: 'forty-facts', term: 'forty-facts', presses: [['.more', '.more[aria-expanded="true"]']] },
  { name: 'long-fact', term: 'long-fact' },
  { name: 'long-word', term: 'long-word' },
  { name: 'long-name', term: 'long-name' },
  { name: 'emoji-name', term: 'emoji-name' },
  { name: 'broken', term: 'deepseek-r1', broken: true },
  { name: 'narrow', term: 'deepseek-r1', viewport: { width: 390, height: 780 } },
  { name: 'narrowest', term: 'deepseek-r1', viewport: { width: 320, height: 640 } },
  { name: 'right-to-left', term: 'openai-o1', direction: 'rtl' },
  { name: 'vertical', term: 'openai-o1', writing: 'vertical-rl' },
  { name: 'forced-colours', term: 'deepseek-r1', viewport: TALL, wishes: { forcedColours: true } },
  { name: 'more-contrast', term: 'deepseek-r1', viewport: TALL, wishes: { moreContrast: true } },
  { name: 'no-transparency', term: 'deepseek-r1', wishes: { reducedTransparency: true } },
  { name: 'zoomed', term: 'deepseek-r1', viewport: TALL, wishes: { zoom: 2 } },
  {
    name: 'zoomed-most',
    term: 'deepseek-r1',
    viewport: { width: 1280, height: 1024 },
    wishes: { zoom: 4 },
  },
  { name: 'large-letters', term: 'deepseek-r1', viewport: TALL, wishes: { textZoom: 2 } },
];

const [folder = '.output/pictures', ...parts] = process.argv.slice(2);
/** Whether a picture's name has all the parts asked for. */
const isWanted = (file: string) => parts.every((part) => file.includes(part));
await mkdir(folder, { recursive: true });
const script = await buildGallery();

for (const kind of BROWSER_KINDS) {
  const session = await Session.launch(kind, { viewport: null });
  try {
    await takeMarks(session);
    for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        for (const scene of SCENES) await take(session, { ...scene, language, theme });
      }
    }
  } finally {
    await session.close();
  }
}

async function takeMarks(session: Session): Promise<void> {
  for (const [name, wishes] of [
    ['marks', {}],
    ['marks-forced-colours', { forcedColours: true }],
  ] as const) {
    const file = `${name}-${session.kind}.png`;
    if (!isWanted(file)) continue;
    const page = await session.open(session.pages.handle('/marks.html', marksPage()));
    await page.setViewport({ width: 1100, height: 800 });
    await setWishes(session, page, wishes);
    await writeFile(join(folder, file), await page.screenshot({ fullPage: true }));
    await setWishes(session, page, {});
    await page.close();
  }
}

async function take(session: Session, scene: Scene): Promise<void> {
  const { name, viewport, wishes = {}, by = 'tap', presses = [], scrollTo, ...options } = scene;
  const file = `${name}-${options.language}-${options.theme}-${session.kind}.png`;
  if (!isWanted(file)) return;
  const address = session.pages.handle(`/${file}.html`, galleryPage(options, script));
  const page = await session.open(address + galleryQuery(options));
  await page.setViewport(viewport ?? { width: 760, height: 680 });
  const isWished = Object.keys(wishes).length > 0;
  if (isWished) await setWishes(session, page, wishes);
  await page.evaluate((way) => (globalThis as unknown as Gallery).gallery[way]('mark'), by);
  await page.waitForFunction(() => {
    const root = document.querySelector('ai-footnotes')?.shadowRoot;
    return root?.querySelector('.card') && root.getAnimations().length === 0;
  });
  for (const [control, effect] of presses) await pressByKeys(page, control, effect);
  if (scrollTo) {
    await page.evaluate((selector) => {
      const root = document.querySelector('ai-footnotes')?.shadowRoot;
      root?.querySelector(selector)?.scrollIntoView({ block: 'end' });
    }, scrollTo);
  }
  await writeFile(join(folder, file), await page.screenshot());
  if (isWished) await setWishes(session, page, {});
  await page.close();
}

interface Gallery {
  gallery: Record<'reach' | 'tap', (id: string) => void>;
}
