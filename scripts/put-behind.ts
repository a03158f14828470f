import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HINT } from './eager-scripts.ts';

/** What the first script calls the other one by; `entrypoints/vigil.ts` declares it. */
const CALL = 'behind';

/**
 * Puts built scripts behind one that says when they are to run, each in one file with it: in a frame that stays
 * empty nothing of theirs is run, not even the definitions of their classes.
 *
 * @param folder The built extension.
 * @param first The script that runs first, and calls `behind` for the other. Its own file goes.
 * @param behind The files of the others.
 * @throws {Error} where the first script calls nothing.
 */
export async function putBehind(
  folder: string,
  first: string,
  behind: readonly string[],
): Promise<void> {
  const file = join(folder, first);
  const before = await readFile(file, 'utf8');
  if (!before.includes(`${CALL}()`)) throw new Error(`${first} never calls ${CALL}()`);
  for (const name of behind) {
    const path = join(folder, name);
    const code = await readFile(path, 'utf8');
    const hint = code.startsWith(HINT) ? HINT : '';
    // In brackets a function is compiled with its script, and not passed over first.
    const wrapped = `(()=>{var ${CALL}=(()=>{${code.slice(hint.length)}\n});${before}\n})()\n`;
    await writeFile(path, hint + wrapped);
  }
  await rm(file);
}
