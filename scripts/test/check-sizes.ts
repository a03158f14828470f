import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BROWSER_KINDS, type BrowserKind } from '../browser/find-browsers.mjs';
import type { Outcome } from './steps';

/** Bytes after gzip: of the script in every page, of the one in pages that hold names, of the one at the first card. */
const LIMITS: Readonly<Record<string, number>> = {
  'page.js': 12_288,
  'reader.js': 57_344,
  'card.js': 30_720,
};

/** The size of one script in one build. */
export interface ScriptSize {
  name: string;
  file: string;
  /** Bytes after gzip; not a number where there is no such file. */
  size: number;
  limit: number;
}

/** The sizes of the scripts that run in pages, in the build for one browser. */
export function scriptSizes(kind: BrowserKind): ScriptSize[] {
  return Object.entries(LIMITS).map(([name, limit]) => {
    const file = join('.output', `${kind}-mv3`, name);
    const size = existsSync(file) ? gzipSync(readFileSync(file), { level: 9 }).length : Number.NaN;
    return { name, file, size, limit };
  });
}

/** Holds the scripts that run in pages to their size, in both builds. */
export function checkSizes(): Outcome {
  const sizes = BROWSER_KINDS.flatMap(scriptSizes);
  const passed = sizes.filter(({ size, limit }) => size <= limit).length;
  return {
    passed,
    failed: sizes.length - passed,
    says: sizes
      .map(({ file, size, limit }) => `${file}: ${size || 'missing'} of ${limit} bytes gzip`)
      .join('\n'),
  };
}
