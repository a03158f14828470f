import { build, type Rolldown } from 'vite';

/**
 * A module of the project with all that it imports, as a script for `page.evaluate`.
 *
 * @param entry Its path from the root.
 * @param name What its exports are called by, as an object.
 */
export async function bundle(entry: string, name: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } },
  })) as Rolldown.RolldownOutput[];
  const chunk = built[0]?.output[0];
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not built`);
  return chunk.code;
}
