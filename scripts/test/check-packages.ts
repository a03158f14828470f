import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { BROWSER_KINDS } from '../browser/find-browsers.mjs';
import { type Package, sourcePackage, storePackages } from '../package/make-packages';
import { run } from './run';
import type { Outcome } from './steps';

/**
 * Builds the extension once more as a reviewer does, from the zip of the sources, in another folder and another
 * time zone, and holds the store packages to be the same bytes.
 */
export async function checkPackages(): Promise<Outcome> {
  const root = resolve('.');
  const folder = mkdtempSync(join(tmpdir(), 'ai-footnotes-'));
  try {
    unpack(sourcePackage(root), folder);
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    for (const kind of BROWSER_KINDS) {
      const { ok, output } = await run(
        'node_modules/wxt/bin/wxt.mjs',
        ['build', '-b', kind, '--mv3'],
        { folder, environment: { TZ: 'Asia/Kathmandu', LANG: 'C' } },
      );
      if (!ok) return { passed: 0, failed: 1, says: output.trim() };
    }
    return compare(storePackages(root), storePackages(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unpack({ content }: Package, folder: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(content))) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

function compare(first: readonly Package[], again: readonly Package[]): Outcome {
  const results = first.map(({ name, content }, index) => {
    const sums = [content, again[index]?.content ?? new Uint8Array()].map((bytes) =>
      createHash('sha256').update(bytes).digest('hex'),
    );
    return { same: sums[0] === sums[1], says: `${name}: ${[...new Set(sums)].join(', again ')}` };
  });
  const failed = results.filter(({ same }) => !same).length;
  return {
    passed: results.length - failed,
    failed,
    says: results.map(({ says }) => says).join('\n'),
  };
}
