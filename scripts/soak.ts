import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_KINDS, type BrowserKind } from './browser/find-browsers.mjs';
import { packagedBuild } from './browser/packaged-build';
import { Session } from './browser/session';
import { chooseBrowser } from './choose-browser';
import { GROWTH_LIMIT, growthOf } from './soak/growth';
import { runSoak } from './soak/run-soak';
import { generatePages } from './soak/soak-pages';

/**
 * `npm run soak`: an hour's browsing at a run, in one browser after the other, and what the extension's memory,
 * its errors and its scripts have come to. Exit status 1 where it holds more than before, or anything went wrong.
 */

const USAGE =
  'Usage: npm run soak -- [--browser chrome|firefox] [--visits NUMBER] [--pages FOLDER]';

/** About what a reader opens in an hour of news. */
const VISITS = '500';

interface Request {
  browsers: readonly BrowserKind[];
  visits: number;
  folder: string | undefined;
}

async function readArguments(): Promise<Request> {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'string' },
        visits: { type: 'string', default: VISITS },
        pages: { type: 'string' },
      },
    });
    const visits = Number(values.visits);
    if (!Number.isInteger(visits) || visits < 1) throw new Error(`${values.visits} are no visits.`);
    const browsers = values.browser ? [await chooseBrowser(values.browser)] : BROWSER_KINDS;
    return { browsers, visits, folder: values.pages };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

/** Generated pages, and those of the folder in turn with them. */
function addressesIn({ pages }: Session, visits: number, folder: string | undefined): string[] {
  const saved =
    folder === undefined ? [] : readdirSync(folder).filter((name) => /\.html?$/.test(name));
  return generatePages(pages, visits).map((address, visit) => {
    const name = visit % 2 === 1 ? saved[((visit - 1) / 2) % saved.length] : undefined;
    return folder !== undefined && name !== undefined
      ? pages.serveFile(join(folder, name))
      : address;
  });
}

async function soak(kind: BrowserKind, { visits, folder }: Request): Promise<boolean> {
  const session = await Session.launch(kind, { extension: packagedBuild(kind), offline: true });
  try {
    const begun = performance.now();
    const report = await runSoak(session, addressesIn(session, visits, folder), (text) =>
      process.stderr.write(`${kind}: ${text}\n`),
    );
    const growth = growthOf(report);
    const minutes = (performance.now() - begun) / 60_000;
    const { before, after, errors, orphans, mentions, cards } = report;
    console.log(
      [
        `${kind}: ${visits} pages in ${minutes.toFixed(1)} minutes, ${mentions} mentions, ${cards} cards`,
        `  background ${inKilobytes(before.background)} → ${inKilobytes(after.background)}`,
        `  tabs ${inKilobytes(before.pages)} → ${inKilobytes(after.pages)}`,
        `  growth ${inKilobytes(growth)} of ${inKilobytes(GROWTH_LIMIT)}`,
        `  ${errors.length} uncaught errors, ${orphans.length} orphaned scripts`,
        ...[...errors, ...orphans].map((line) => `  ${line}`),
      ].join('\n'),
    );
    return growth <= GROWTH_LIMIT && errors.length === 0 && orphans.length === 0;
  } finally {
    await session.close();
  }
}

function inKilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}

try {
  const request = await readArguments();
  for (const kind of request.browsers) {
    if (!(await soak(kind, request))) process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
