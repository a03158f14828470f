import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { inAscii } from './ascii-scripts.ts';

const SCRIPT = /<script type="module"[^>]* src="\/([^"]+)"/;
const PRELOAD = /\s*<link rel="modulepreload"[^>]*>/g;
/** What a script of Vite's imports later. */
const LATER = /\bimport\(\s*["'`]\.\/([^"'`]+)["'`]\s*\)/g;
/** What Vite's scripts fetch beside that: all of it is in the later script then, and in the sheet. */
const BESIDE = /__vite__mapDeps\(\[[\d,]*\]\)/g;
const STYLE = /\s*<link rel="stylesheet"[^>]* href="\/([^"]+)"[^>]*>/g;

/**
 * Puts what a built page shares with others into its own script, the scripts that this imports later, and its own
 * style sheet: a browser takes some milliseconds to fetch each file of an extension, however small. What those later
 * scripts import later stays a file of its own.
 *
 * @param folder The built extension.
 * @param page `popup.html`.
 * @throws {Error} where the page has no script or no style sheet, or another file needs what those give.
 */
export async function mergePageFiles(folder: string, page: string): Promise<void> {
  const file = join(folder, page);
  const html = await readFile(file, 'utf8');
  const script = SCRIPT.exec(html)?.[1];
  const styles = [...html.matchAll(STYLE)].map(([link, path]) => ({ link, path: path as string }));
  const last = styles.at(-1);
  if (script === undefined || last === undefined) throw new Error(`${page} has nothing to merge`);

  const scripts = [script, ...(await laterScripts(folder, script))];
  await refuseSharing(folder, file, [...scripts, last.path]);
  const bundles = await Promise.all(scripts.map((path) => merged(join(folder, path))));
  for (const [at, path] of scripts.entries()) {
    await writeFile(join(folder, path), inAscii(bundles[at] as string));
  }
  const sheets = styles.map(({ path }) => readFile(join(folder, path), 'utf8'));
  await writeFile(join(folder, last.path), (await Promise.all(sheets)).join(''));
  const shared = styles.slice(0, -1).map(({ link }) => link);
  await writeFile(
    file,
    shared.reduce((text, link) => text.replace(link, ''), html.replace(PRELOAD, '')),
  );
}

/** The scripts that a script imports later, as paths in the folder. */
async function laterScripts(folder: string, script: string): Promise<string[]> {
  const text = await readFile(join(folder, script), 'utf8');
  return [...text.matchAll(LATER)].map(([, name]) => join(dirname(script), name as string));
}

/** What is merged is the page's alone: others would miss what it gave them, or get what is not theirs. */
async function refuseSharing(
  folder: string,
  page: string,
  merged: readonly string[],
): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    const file = join(folder, name);
    if (file === page || merged.includes(name) || !/\.(js|html)$/.test(name)) continue;
    const text = await readFile(file, 'utf8');
    const shared = merged.find((path) => text.includes(basename(path)));
    if (shared) throw new Error(`${name} needs ${shared}, which would be merged`);
  }
}

/** A built script with what it imports from the start. */
async function merged(script: string): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      {
        name: 'later-imports-stay',
        enforce: 'pre',
        transform: (code) => code.replace(BESIDE, '[]'),
        resolveDynamicImport: (id) => (typeof id === 'string' ? { id, external: true } : null),
      },
    ],
    build: {
      target: 'esnext',
      write: false,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: script,
        // Else a script that is imported later would give nothing.
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  return result.output[0].code;
}
