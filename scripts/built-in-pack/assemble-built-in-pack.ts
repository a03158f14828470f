import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pack } from '../../src/glossary/pack-schema.ts';
import { assemblePack } from './assemble-pack.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The folder whose files make the built-in pack. */
export const BUILT_IN_PACK_FOLDER = join(ROOT, 'data', 'deepseek-r1-report');

/**
 * The pack that comes with the extension, read from `data/` and complete with Traditional Chinese.
 *
 * @throws {PackError} naming file, path in the file and reason of everything wrong.
 */
export function assembleBuiltInPack(): Pack {
  const files = readdirSync(BUILT_IN_PACK_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => {
      const file = join(BUILT_IN_PACK_FOLDER, path);
      return {
        name: posix(relative(ROOT, file)),
        path: posix(path),
        text: readFileSync(file, 'utf8'),
      };
    });
  return assemblePack(posix(relative(ROOT, BUILT_IN_PACK_FOLDER)), files);
}

function posix(path: string): string {
  return path.split(sep).join('/');
}
