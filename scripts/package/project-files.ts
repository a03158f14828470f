import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What tools make and nobody writes; `.gitignore` names the same. */
const MADE = new Set(['node_modules', '.output', '.wxt', '.cache', '.git', 'pictures']);

/**
 * The files that make up the project, as paths from its root with `/` on every system: those that Git keeps, so
 * that nothing that lies about gets into a zip. Unpacked from a zip there is no Git, and nothing lies about.
 */
export function projectFiles(root: string): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const files = listed.split('\0').filter(Boolean);
    // In a folder that merely lies in somebody else's checkout Git keeps nothing.
    if (files.length > 0) return files;
  } catch {}
  return filesUnder(root, '.');
}

/** The files under a folder that somebody wrote. */
export function filesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return MADE.has(path) ? [] : filesUnder(root, path);
    return entry.isFile() && !entry.name.endsWith('.log') ? [path] : [];
  });
}
