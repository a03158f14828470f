import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openPopup } from '../tests/browser/support/open-popup.ts';
import { typeInto } from '../tests/browser/support/type-into.ts';
import { BROWSER_KINDS } from './browser/find-browsers.mjs';
import { localisedBuild } from './browser/localised-build.ts';
import { Session } from './browser/session.ts';

/*
 * Takes pictures of the popup, the glossary, the settings and the welcome page in their states, themes and
 * languages, in both browsers, for the eye:
 * `npm run page-pictures [-- FOLDER PART-OF-A-NAME…]`. They land in `.output/pictures` unless told otherwise.
 */

interface Scene {
  name: string;
  /** A page of the extension; the popup stands over a page of the web. */
  page: string;
  /** What the popup stands over. */
  over?: keyof typeof PAGES;
  settings?: Record<string, unknown>;
  /** Works the page as a reader would, before the picture. */
  act?: (page: Page) => Promise<unknown>;
}

/** What popups and phones are wide, and a window on a desk. */
const [POPUP, PHONE, DESK] = [368, 390, 1280];

const PAGES = {
  news: `<!doctype html><html lang="en"><title>News</title><h1>OpenAI o1 against DeepSeek R1</h1>
    <p>DeepSeek R1 and ChatGPT by OpenAI. On AIME 2024 DeepSeek R1 did well, Jim Fan of NVIDIA wrote.</p>
    <p>DeepSeek trained it by reinforcement learning from a cold start, with distillation to smaller models.</p>
    <p>GPT-4o and DeepSeek V3 are older; reasoning models such as o1 came later, OpenAI says.</p>`,
  short: '<!doctype html><html lang="en"><title>Short</title><p>DeepSeek R1 by DeepSeek.</p>',
  garden: '<!doctype html><html lang="en"><title>Garden</title><p>Nothing but beans and roses.</p>',
} as const;

const SCENES: readonly Scene[] = [
  { name: 'popup', page: 'popup.html', act: (page) => named(page) },
  { name: 'popup-short', page: 'popup.html', over: 'short', act: (page) => named(page) },
  {
    name: 'popup-walk',
    page: 'popup.html',
    act: async (page) => {
      await named(page);
      for (let step = 0; step < 4; step += 1) await press(page, '.stepper button:last-child');
    },
  },
  {
    name: 'popup-nothing-fits',
    page: 'popup.html',
    act: async (page) => {
      await named(page);
      await typeInto(page, 'input[type=search]', 'zebra');
    },
  },
  {
    name: 'popup-options',
    page: 'popup.html',
    act: async (page) => {
      await named(page);
      await press(page, 'summary');
    },
  },
  { name: 'popup-no-names', page: 'popup.html', over: 'garden' },
  { name: 'popup-muted', page: 'popup.html', settings: { 'muted.site.127.0.0.1': true } },
  { name: 'popup-off', page: 'popup.html', settings: { enabled: false } },
  { name: 'front', page: 'glossary.html' },
  { name: 'search', page: 'glossary.html#search=deepseek' },
  { name: 'search-nothing', page: 'glossary.html#search=zebra' },
  { name: 'term', page: 'glossary.html#term=deepseek-r1' },
  { name: 'person', page: 'glossary.html#term=jim-fan' },
  { name: 'term-unknown', page: 'glossary.html#term=zebra' },
  { name: 'timeline', page: 'glossary.html#page=timeline' },
  { name: 'figures', page: 'glossary.html#page=figures' },
  { name: 'compare', page: 'glossary.html#compare=deepseek-r1,openai-o1' },
  { name: 'compare-three', page: 'glossary.html#compare=deepseek-r1,openai-o1,gpt-4o' },
  { name: 'compare-none', page: 'glossary.html#page=compare' },
  { name: 'packs', page: 'glossary.html#page=packs' },
  {
    name: 'settings',
    page: 'glossary.html#page=settings',
    settings: {
      'muted.site.example.com': true,
      'muted.site.news.example.org': true,
      'muted.term.sora': true,
    },
    act: async (page) => {
      await typeInto(page, '.adder input', 'two words');
      await page.$eval('.adder', (form) => (form as HTMLFormElement).requestSubmit());
      await press(page, '.button.danger');
    },
  },
  { name: 'welcome', page: 'welcome.html' },
];

/** Popups have one width; pages of a tab are looked at on a desk and on a phone. */
function inItsWidths(scene: Scene): (Scene & { width: number })[] {
  if (scene.page === 'popup.html') return [{ ...scene, width: POPUP }];
  return [
    { ...scene, width: DESK },
    { ...scene, name: `${scene.name}-phone`, width: PHONE },
  ];
}

/** Waits until the popup's terms go by the names that packs give them. */
async function named(page: Page): Promise<void> {
  await page.waitForSelector('.mentioned-category');
}

async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(selector, (element) => (element as HTMLElement).click());
}

const [folder = '.output/pictures', ...parts] = process.argv.slice(2);
/** Whether a picture's name has all the parts asked for. */
const isWanted = (file: string) => parts.every((part) => file.includes(part));
await mkdir(folder, { recursive: true });

for (const kind of BROWSER_KINDS) {
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    const nameOf = (scene: Scene, theme: string) =>
      `${scene.name}-${language}-${theme}-${kind}.png`;
    const wanted = SCENES.flatMap(inItsWidths).flatMap((scene) =>
      (['light', 'dark'] as const)
        .filter((theme) => isWanted(nameOf(scene, theme)))
        .map((theme) => ({ scene, theme })),
    );
    if (wanted.length === 0) continue;
    const session = await Session.launch(kind, { extension: localisedBuild(kind, language) });
    try {
      for (const { scene, theme } of wanted) {
        const picture = await pictureOf(session, scene, theme);
        await writeFile(join(folder, nameOf(scene, theme)), picture);
      }
    } finally {
      await session.close();
    }
  }
}

async function pictureOf(
  session: Session,
  scene: Scene & { width: number },
  theme: string,
): Promise<Uint8Array> {
  const { extension } = session;
  await extension.evaluate(
    async (api, items) => {
      await api.storage.sync.clear();
      await api.storage.sync.set(items);
    },
    { ...scene.settings, theme },
  );
  const over =
    scene.page === 'popup.html'
      ? await session.open(
          session.pages.handle(`/${scene.over ?? 'news'}.html`, PAGES[scene.over ?? 'news']),
        )
      : undefined;
  const page = over
    ? await openPopup({ session, extension, kind: session.kind }, over)
    : await extension.openPage(scene.page);
  try {
    await page.bringToFront();
    await page.setViewport({ width: scene.width, height: over ? 600 : 800 });
    await page.waitForSelector('main h1');
    await page.waitForFunction(
      (value) => document.documentElement.dataset.theme === value,
      {},
      theme,
    );
    await scene.act?.(page);
    await page.waitForFunction(() => document.getAnimations().length === 0);
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.close();
    await over?.close();
  }
}
