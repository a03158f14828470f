import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BROWSER_KINDS } from '../browser/find-browsers.mjs';
import type { Outcome } from './steps';

/** Bytes after gzip: of the script in every page, of the one in pages that hold names, of the one at the first card. */
const LIMITS: Readonly<Record<string, number>> = {
  'page.js': 12_288,
  'reader.js': 42_800,
  'card.js': 30_720,
};

/** Holds the scripts that run in pages to their size, in both builds. */
export function checkSizes(): Outcome {
  const sizes = BROWSER_KINDS.flatMap((kind) =>
    Object.entries(LIMITS).map(([name, limit]) => {
      const file = join('.output', `${kind}-mv3`, name);
      const size = existsSync(file) ? gzipSync(readFileSync(file), { level: 9 }).length : undefined;
      const fits = size !== undefined && size <= limit;
      return { fits, says: `${file}: ${size ?? 'missing'} of ${limit} bytes gzip` };
    }),
  );
  const failed = sizes.filter(({ fits }) => !fits).length;
  return {
    passed: sizes.length - failed,
    failed,
    says: sizes.map(({ says }) => says).join('\n'),
  };
}
