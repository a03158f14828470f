import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserKind } from './find-browsers.mjs';

/** What a build is made of. */
const SOURCES = [
  'data',
  'entrypoints',
  'public',
  'scripts/built-in-pack',
  'src',
  'package-lock.json',
  'package.json',
  'wxt.config.ts',
];

/**
 * The folder of the packaged extension for a browser, built anew only where a source is newer.
 *
 * @throws {Error} with the builder's own words where the build fails.
 */
export function packagedBuild(kind: BrowserKind): string {
  const folder = resolve('.output', `${kind}-mv3`);
  const manifest = join(folder, 'manifest.json');
  const newest = Math.max(...SOURCES.map(newestChange));
  if (!existsSync(manifest) || statSync(manifest).mtimeMs < newest) build(kind);
  return folder;
}

function build(kind: BrowserKind): void {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', kind, '--mv3'],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new Error(`The build for ${kind} failed.\n${error?.message ?? ''}${stdout}${stderr}`);
  }
}

/** Milliseconds since 1970; a folder's own time tells of files taken away. */
function newestChange(path: string): number {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const children = readdirSync(path).map((name) => newestChange(join(path, name)));
  return Math.max(own.mtimeMs, ...children);
}
