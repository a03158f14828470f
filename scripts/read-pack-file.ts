import { readFileSync, statSync } from 'node:fs';
import type { Pack } from '../src/glossary/pack-schema.ts';
import { checkFileSize, PackError, parsePack } from '../src/glossary/parse-pack.ts';

/**
 * Reads a pack from a file.
 *
 * @throws {PackError} where the file cannot be read or holds no valid pack.
 */
export function readPackFile(file: string): Pack {
  let json: string;
  try {
    checkFileSize(statSync(file).size, file);
    // As browsers read it: without the mark that some editors put before the text.
    json = new TextDecoder().decode(readFileSync(file));
  } catch (error) {
    if (error instanceof PackError) throw error;
    throw new PackError(file, [
      { path: '', reason: `cannot be read (${(error as NodeJS.ErrnoException).code})` },
    ]);
  }
  return parsePack(json, file);
}
