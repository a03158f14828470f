import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildGallery } from '../tests/gallery/build-gallery.ts';
import { type GalleryOptions, galleryPage, galleryQuery } from '../tests/gallery/gallery-page.ts';
import { BROWSER_KINDS } from './browser/find-browsers.mjs';
import { Session } from './browser/session.ts';

/*
 * Takes pictures of the card in its states, themes and languages, in both browsers, for the eye:
 * `npm run pictures [-- FOLDER [PART-OF-A-NAME]]`. They land in `.output/pictures` unless told otherwise.
 */

interface Scene extends GalleryOptions {
  name: string;
  viewport?: { width: number; height: number };
}

const SCENES: readonly Scene[] = [
  { name: 'model', term: 'deepseek-r1', viewport: { width: 760, height: 860 } },
  { name: 'organisation', term: 'deepseek' },
  { name: 'person', term: 'jim-fan' },
  { name: 'idea', term: 'distillation' },
  { name: 'one-fact', term: 'one-fact' },
  { name: 'no-fact', term: 'no-fact' },
  { name: 'forty-facts', term: 'forty-facts' },
  { name: 'long-fact', term: 'long-fact' },
  { name: 'long-word', term: 'long-word' },
  { name: 'long-name', term: 'long-name' },
  { name: 'emoji-name', term: 'emoji-name' },
  { name: 'broken', term: 'deepseek-r1', broken: true },
  { name: 'narrow', term: 'deepseek-r1', viewport: { width: 390, height: 780 } },
  { name: 'right-to-left', term: 'openai-o1', direction: 'rtl' },
  { name: 'vertical', term: 'openai-o1', writing: 'vertical-rl' },
];

const [folder = '.output/pictures', part = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const script = await buildGallery();

for (const kind of BROWSER_KINDS) {
  const session = await Session.launch(kind, { viewport: null });
  try {
    for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        for (const { name, viewport, ...options } of SCENES) {
          const file = `${name}-${language}-${theme}-${kind}.png`;
          if (!file.includes(part)) continue;
          const scene = { ...options, language, theme };
          const path = `/${file}.html`;
          const address = session.pages.handle(path, galleryPage(scene, script));
          const page = await session.open(address + galleryQuery(scene));
          await page.setViewport(viewport ?? { width: 760, height: 680 });
          await page.evaluate(() => (globalThis as unknown as Gallery).gallery.reach('mark'));
          await page.waitForFunction(() =>
            document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('.card'),
          );
          await page.waitForFunction(
            () => document.querySelector('ai-footnotes')?.shadowRoot?.getAnimations().length === 0,
          );
          await writeFile(join(folder, file), await page.screenshot());
          await page.close();
        }
      }
    }
  } finally {
    await session.close();
  }
}

interface Gallery {
  gallery: { reach(id: string): void };
}
