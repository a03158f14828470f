import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ClipFormOnPage } from '../tests/browser/support/clip-form.ts';
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
  /** Selects a passage of a page of the web, on which the form for a footnote is shown. */
  clipOn?: string;
  /** Works the page as a reader would, before the picture. */
  act?: (page: Page) => Promise<unknown>;
}

/** What popups and phones are wide, a page with a form on it, and a window on a desk. */
const [POPUP, PHONE, FORM, DESK] = [368, 390, 760, 1280];

const PAGES = {
  news: `<!doctype html><html lang="en"><title>News</title><h1>OpenAI o1 against DeepSeek R1</h1>
    <p>DeepSeek R1 and ChatGPT by OpenAI. On AIME 2024 DeepSeek R1 did well, Jim Fan of NVIDIA wrote.</p>
    <p>DeepSeek trained it by reinforcement learning from a cold start, with distillation to smaller models.</p>
    <p>GPT-4o and DeepSeek V3 are older; reasoning models such as o1 came later, OpenAI says.</p>`,
  short: '<!doctype html><html lang="en"><title>Short</title><p>DeepSeek R1 by DeepSeek.</p>',
  few: `<!doctype html><html lang="en"><title>Few</title>
    <p>On Monday the makers of the phone said that DeepSeek R1 would run on it, and so would GPT-4o.</p>
    <p>杭州的深度求索公司周一上午发布了推理模型 DeepSeek R1，震动硅谷。</p>`,
  garden: '<!doctype html><html lang="en"><title>Garden</title><p>Nothing but beans and roses.</p>',
} as const;

const EXAMPLE = JSON.parse(await readFile('docs/examples/lantern-report.json', 'utf8'));

const SCENES: readonly Scene[] = [
  { name: 'popup', page: 'popup.html', act: (page) => named(page) },
  { name: 'popup-short', page: 'popup.html', over: 'short', act: (page) => named(page) },
  { name: 'popup-few', page: 'popup.html', over: 'few', act: (page) => named(page) },
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
  {
    name: 'popup-no-names-of-kinds',
    page: 'popup.html',
    over: 'garden',
    settings: { 'hidden.category.model': true },
  },
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
  {
    name: 'compare-typed',
    page: 'glossary.html#compare=deepseek-r1',
    act: (page) => typeInto(page, '[role=combobox]', 'deep'),
  },
  { name: 'packs', page: 'glossary.html#page=packs' },
  {
    name: 'packs-refused',
    page: 'glossary.html#page=packs',
    act: async (page) => {
      await drop(page, EXAMPLE, '.import.kept .notice:not(:empty)');
      await clip(page);
      await page.waitForSelector('.share-terms label');
      await drop(page, { ...EXAMPLE, version: '2', asOf: '2025-02-30' }, '.import.refused li');
    },
  },
  {
    name: 'packs-difference',
    page: 'glossary.html#page=packs',
    act: async (page) => {
      await drop(page, EXAMPLE, '.import.kept .notice:not(:empty)');
      const [first, ...rest] = EXAMPLE.facts;
      const facts = [{ ...first, passage: 2 }, ...rest.slice(1)];
      await drop(page, { ...EXAMPLE, version: '1.1.0', facts }, '.import.asking');
    },
  },
  {
    name: 'own-term',
    page: 'glossary.html#page=packs',
    act: async (page) => {
      await clip(page);
      await page.evaluate(() => {
        location.hash = '#term=lantern-7b';
      });
      await press(page, '.term-page header [aria-expanded]');
      await page.waitForSelector('.own-term .warning');
    },
  },
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
  { name: 'clip', page: '', clipOn: 'p:nth-of-type(2)' },
  {
    name: 'clip-new',
    page: '',
    clipOn: 'p:last-of-type',
    act: async (page) => {
      const [term, spellings] = ['select', 'input[maxlength="1000"]'].map(
        (field) => `pierce/.clip ${field}`,
      ) as [string, string];
      await page.select(term, '-new');
      await page.waitForSelector(spellings);
      await page.focus(spellings);
      await page.keyboard.type('AI, the');
      await page.waitForSelector('pierce/.warning p');
    },
  },
];

/** Drops a pack on the page of packs and waits for what comes of it. */
async function drop(page: Page, pack: object, effect: string): Promise<void> {
  await page.waitForSelector('.packs .pack');
  await page.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'lantern-report.json'));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  }, JSON.stringify(pack));
  await page.waitForSelector(effect);
}

/** Saves a footnote to a new term, as the form does. */
async function clip(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { runtime } = (
      globalThis as unknown as { chrome: typeof import('webextension-polyfill') }
    ).chrome;
    const footnote = {
      language: 'en',
      text: 'Lantern 7B writes 21 words a second on a laptop.',
      term: {
        name: 'Lantern 7B',
        category: 'model',
        aliases: [
          { text: 'Lantern 7B', strength: 'strong' },
          { text: 'Lantern', strength: 'weak', for: { words: ['laptop', 'model'] } },
          { text: 'Li', strength: 'strong' },
        ],
      },
      kind: 'test',
      source: {
        title: 'A small lab lights a Lantern',
        publisher: 'harbour-gazette.example',
        date: '2025-06-02',
        link: 'https://harbour-gazette.example/lantern',
      },
    };
    await runtime.sendMessage({ name: 'footnote.save', params: { footnote } });
  });
}

/** Popups have one width; pages of a tab are looked at on a desk and on a phone. */
function inItsWidths(scene: Scene): (Scene & { width: number })[] {
  if (scene.page === 'popup.html') return [{ ...scene, width: POPUP }];
  return [
    { ...scene, width: scene.clipOn ? FORM : DESK },
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
      indexedDB.deleteDatabase('ai-footnotes-packs');
      await api.storage.sync.clear();
      await api.storage.sync.set(items);
    },
    { ...scene.settings, theme },
  );
  const world = { session, extension, kind: session.kind };
  const isPopup = scene.page === 'popup.html';
  const web =
    isPopup || scene.clipOn
      ? await session.open(
          session.pages.handle(`/${scene.over ?? 'news'}.html`, PAGES[scene.over ?? 'news']),
        )
      : undefined;
  const page =
    isPopup && web ? await openPopup(world, web) : (web ?? (await extension.openPage(scene.page)));
  try {
    await page.bringToFront();
    await page.setViewport({ width: scene.width, height: isPopup ? 600 : 800 });
    if (scene.clipOn) await new ClipFormOnPage(world, page).openOn(scene.clipOn);
    else await page.waitForSelector('main h1');
    await page.waitForFunction(
      (value) =>
        (
          document
            .querySelector('ai-footnotes')
            ?.shadowRoot?.querySelector<HTMLElement>('.layer') ?? document.documentElement
        ).dataset.theme === value,
      {},
      theme,
    );
    await scene.act?.(page);
    await page.waitForFunction(() => document.getAnimations().length === 0);
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.close();
    if (web !== page) await web?.close();
  }
}
