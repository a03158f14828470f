import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageServer } from './page-server';

/** What a reader names on the command line: a file of theirs, or an address of the web. */
export type NamedPage = { file: string } | { address: string };

/** A page could not be opened or read; the message is one sentence for the person who named it. */
export class PageProblem extends Error {
  override readonly name = 'PageProblem';
}

/**
 * Makes out what an argument means.
 *
 * @param argument A path, a `file:` address, or an `http:` or `https:` address.
 * @throws {PageProblem} where there is no such file, or the address is of another kind.
 */
export async function readPageArgument(argument: string): Promise<NamedPage> {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(argument)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') {
    if (!URL.canParse(argument)) throw new PageProblem(`${argument} is not a valid address.`);
    return { address: argument };
  }
  const file = scheme === 'file' ? fromFileAddress(argument) : resolve(argument);
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return { file };
  if (found?.isDirectory()) throw new PageProblem(`${argument} is a folder, not a page.`);
  throw new PageProblem(
    scheme === undefined || scheme === 'file'
      ? `${argument} does not exist.`
      : `${argument} is neither a file nor an http or https address.`,
  );
}

function fromFileAddress(argument: string): string {
  try {
    return fileURLToPath(argument);
  } catch {
    throw new PageProblem(`${argument} is not a valid file address.`);
  }
}

/** The address a browser opens a named page at. */
export function addressOf(page: NamedPage, pages: PageServer): string {
  return 'file' in page ? pages.serveFile(page.file) : page.address;
}
