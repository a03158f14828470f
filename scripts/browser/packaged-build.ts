import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserKind } from './find-browsers.mjs';

/** What a build is made of. */
const SOURCES = [
  'data',
  'entrypoints',
  'public',
  'scripts/ascii-scripts.ts',
  'scripts/bare-scripts.ts',
  'scripts/built-in-pack',
  'scripts/eager-scripts.ts',
  'scripts/merge-page-files.ts',
  'scripts/preact-without-inner-html.ts',
  'scripts/put-behind.ts',
  'src',
  'package-lock.json',
  'package.json',
  'wxt.config.ts',
];

/**
 * The folder of the packaged extension for a browser, built anew only where a source is newer.
 *
 * @param addedPack A pack file that is marked beside the built-in pack. As long as only the build makes an
 *   index for pages, such a build is the one way to see what a pack marks; it is kept apart, by its content.
 * @throws {Error} with the builder's own words where the build fails.
 */
export function packagedBuild(kind: BrowserKind, addedPack?: string): string {
  const output =
    addedPack === undefined ? '.output' : `.output/with-pack-${fingerprint(addedPack)}`;
  const folder = resolve(output, `${kind}-mv3`);
  const manifest = join(folder, 'manifest.json');
  const newest = Math.max(...SOURCES.map(newestChange));
  if (!existsSync(manifest) || statSync(manifest).mtimeMs < newest) build(kind, output, addedPack);
  return folder;
}

function build(kind: BrowserKind, output: string, addedPack: string | undefined): void {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', kind, '--mv3'],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        // Vitest's own would go into the scripts: what is tested is what is packaged.
        NODE_ENV: 'production',
        AI_FOOTNOTES_OUTPUT: output,
        ...(addedPack !== undefined && { AI_FOOTNOTES_ADDED_PACK: resolve(addedPack) }),
      },
    },
  );
  if (status !== 0) {
    throw new Error(`The build for ${kind} failed.\n${error?.message ?? ''}${stdout}${stderr}`);
  }
}

function fingerprint(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
}

/** Milliseconds since 1970; a folder's own time tells of files taken away. */
function newestChange(path: string): number {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const children = readdirSync(path).map((name) => newestChange(join(path, name)));
  return Math.max(own.mtimeMs, ...children);
}
