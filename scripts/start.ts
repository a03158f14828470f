import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { restOnMentions } from './browser/card';
import { listMentions } from './browser/list-mentions';
import { packagedBuild } from './browser/packaged-build';
import { addressOf, readPageArgument } from './browser/page-address';
import { Session } from './browser/session';
import { visit } from './browser/visit';
import { chooseBrowser } from './choose-browser';

/**
 * `npm start`: opens a browser with the extension on the sample page, or on a page of the reader's. With
 * no display it does what a reader would do, and says what it saw.
 */

const USAGE = 'Usage: npm start -- [--browser chrome|firefox] [--headless] [FILE|URL]';

const SAMPLE_PAGE = 'tests/pages/sample-news.html';

interface Request {
  browser: string | undefined;
  headless: boolean;
  page: string;
}

function readArguments(): Request {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'string' }, headless: { type: 'boolean', default: false } },
    });
    const [page = SAMPLE_PAGE, ...others] = positionals;
    if (others.length > 0) throw new Error('It opens one page at a time.');
    return { browser: values.browser, headless: values.headless || !hasDisplay(), page };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function start({ browser, headless, page: name }: Request): Promise<void> {
  const named = await readPageArgument(name);
  const kind = await chooseBrowser(browser);
  console.log(`Opening ${name} in ${kind} …`);
  const session = await Session.launch(kind, {
    extension: packagedBuild(kind),
    headless,
    ...(headless ? { scale: 2 } : { viewport: null }),
  });
  try {
    if (headless) {
      const page = await session.newTab();
      await visit(page, addressOf(named, session.pages), name);
      await showByItself(session, page, name);
    } else {
      const [page = await session.browser.newPage()] = await session.browser.pages();
      await visit(page, addressOf(named, session.pages), name);
      console.log('Rest the pointer on an underlined name. Close the browser to end.');
      await new Promise((done) => session.browser.once('disconnected', done));
    }
  } finally {
    await session.close();
  }
}

/** Prints the page's mentions, rests the pointer on the first and takes a picture of its card. */
async function showByItself(session: Session, page: Page, name: string): Promise<void> {
  const { extension, kind } = session;
  const mentions = await listMentions(extension, page, { name, why: false });
  console.log(`${mentions.length} mentions on ${name}:`);
  for (const { term, text, before, after } of mentions) {
    console.log(`  ${term}: ${oneLine(before)}[${oneLine(text)}]${oneLine(after)}`);
  }
  if (mentions.length === 0) return;

  const text = await restOnMentions(extension, page, mentions);
  const picture = resolve('pictures', `card-${kind}.png`);
  mkdirSync('pictures', { recursive: true });
  await page.screenshot({ path: picture });
  console.log(`The card of "${text}" is in ${picture}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

try {
  await start(readArguments());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
