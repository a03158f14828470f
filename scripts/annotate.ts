import { parseArgs } from 'node:util';
import { listMentions } from './browser/list-mentions';
import { packagedBuild } from './browser/packaged-build';
import { addressOf, type NamedPage, PageProblem, readPageArgument } from './browser/page-address';
import { Session } from './browser/session';
import { visit } from './browser/visit';
import { chooseBrowser } from './choose-browser';
import { inOrder } from './in-order';
import { readPackFile } from './read-pack-file';

/**
 * `npm run annotate`: prints every mention of the pages named, one JSON object a line, pages in the order
 * of the arguments. What cannot be read is a line on standard error and exit status 1.
 */

const USAGE =
  'Usage: npm run -s annotate -- [--browser chrome|firefox] [--pack FILE] [--why] FILE|URL…';

/** Pages open at once: more gain nothing on two cores. */
const TABS = 3;

interface Request {
  browser: string | undefined;
  pack: string | undefined;
  why: boolean;
  pages: string[];
}

function readArguments(): Request {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        browser: { type: 'string' },
        pack: { type: 'string' },
        why: { type: 'boolean', default: false },
      },
    });
    if (positionals.length === 0) throw new Error('No page is named.');
    return { browser: values.browser, pack: values.pack, why: values.why, pages: positionals };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

interface NamedArgument {
  argument: string;
  page: NamedPage | PageProblem;
}

/** Looks at every argument before a browser starts: a slip in the last one should not take an hour to show. */
function readPages(names: readonly string[]): Promise<NamedArgument[]> {
  return Promise.all(
    names.map(async (argument) => ({
      argument,
      page: await readPageArgument(argument).catch(pageProblem),
    })),
  );
}

async function annotate({ browser: asked, pack, why, pages }: Request): Promise<number> {
  // Says what is wrong with a pack in its author's words, before anything is built with it.
  if (pack !== undefined) readPackFile(pack);
  const browser = await chooseBrowser(asked);
  const named = await readPages(pages);
  const session = await Session.launch(browser, {
    extension: packagedBuild(browser, pack),
    // A saved page still asks for what it once had around it; without a network it never waits.
    offline: named.every(({ page }) => !('address' in page)),
  });
  try {
    let failures = 0;
    const results = inOrder(named, TABS, async ({ argument, page }) => {
      if (page instanceof PageProblem) return page;
      return linesOf(session, page, { name: argument, why }).catch(pageProblem);
    });
    for await (const result of results) {
      if (typeof result === 'string') process.stdout.write(result);
      else {
        failures += 1;
        process.stderr.write(`${result.message}\n`);
      }
    }
    return failures === 0 ? 0 : 1;
  } finally {
    await session.close();
  }
}

/** What is printed of one page. */
async function linesOf(
  session: Session,
  page: NamedPage,
  { name, why }: { name: string; why: boolean },
): Promise<string> {
  const { extension, pages } = session;
  const tab = await session.newTab();
  // A page's alert would stop its scripts, and ours, for good.
  tab.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  try {
    await visit(tab, addressOf(page, pages), name);
    const mentions = await listMentions(extension, tab, { name, why });
    return mentions
      .map(({ term, text, before, after, frame, ...rest }) => {
        const line = { page: name, term, text, before, after, frame: pages.fileAddress(frame) };
        return `${JSON.stringify(why ? { ...line, why: rest.why } : line)}\n`;
      })
      .join('');
  } finally {
    // Not waited for: a tab whose page hangs may never close, and ends with the browser.
    void tab.close().catch(() => undefined);
  }
}

/** A problem of one page is a result; anything else ends the run. */
function pageProblem(error: unknown): PageProblem {
  if (error instanceof PageProblem) return error;
  throw error;
}

// A reader of the output that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await annotate(readArguments());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
