import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The first moment a zip can name; the real times of files differ from build to build. */
const MTIME = new Date(1980, 0, 1);

/**
 * Makes a zip whose bytes depend on the names and contents of the files alone: not on their times, owners,
 * rights or order, nor on the machine.
 *
 * @param folder Where the files are.
 * @param files Their paths from there.
 */
export function makeZip(folder: string, files: readonly string[]): Uint8Array {
  const entries: Zippable = {};
  for (const file of files.map((path) => path.split(sep).join('/')).sort()) {
    entries[file] = [readFileSync(join(folder, file)), { mtime: MTIME, level: 9, os: 0, attrs: 0 }];
  }
  return zipSync(entries);
}
