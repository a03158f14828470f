import { build, type PluginOption, type Rolldown } from 'vite';

/**
 * A module of the project with all that it imports, as a script that runs in a page.
 *
 * @param entry Its path from the root.
 * @param name What its exports are called by, as an object.
 * @throws {Error} where it cannot be built.
 */
export async function bundle(
  entry: string,
  name: string,
  plugins: PluginOption[] = [],
): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      write: false,
      minify: false,
      target: ['chrome140', 'firefox150'],
      lib: { entry, formats: ['iife'], name },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  const chunk = built[0]?.output[0];
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not built`);
  return chunk.code;
}
