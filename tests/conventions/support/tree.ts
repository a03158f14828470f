import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesUnder as writtenFilesUnder } from '../../../scripts/package/project-files';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The files under a folder of the project as paths from its root, with `/` on every system. */
export function filesUnder(folder: string): string[] {
  return writtenFilesUnder(ROOT, folder);
}

/** The files of code under some folders. */
export function codeUnder(...folders: string[]): string[] {
  return folders.flatMap(filesUnder).filter((path) => /\.(?:ts|tsx|mjs|js)$/.test(path));
}

/** The text of a file, by its path from the root. */
export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The path from the root that a relative import of `file` leads to, without an ending. */
export function resolveImport(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = relative(ROOT, join(ROOT, dirname(file), specifier));
  return path.split(sep).join('/');
}
