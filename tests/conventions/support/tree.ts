import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What tools make and nobody writes. */
const MADE = new Set(['node_modules', '.output', '.wxt', '.cache', '.git', 'pictures']);

/** The files under a folder of the project as paths from its root, with `/` on every system. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      return MADE.has(path) ? [] : filesUnder(path);
    }
    return entry.isFile() && !entry.name.endsWith('.log') ? [path] : [];
  });
}

/** The files of code under some folders. */
export function codeUnder(...folders: string[]): string[] {
  return folders.flatMap(filesUnder).filter((path) => /\.(?:ts|tsx|mjs|js)$/.test(path));
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The path from the root that a relative import of `file` leads to, without an ending. */
export function resolveImport(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = relative(ROOT, join(ROOT, dirname(file), specifier));
  return path.split(sep).join('/');
}
