import { build, type Rolldown } from 'vite';

/** A page's script with its framework in the build that warns. */
export async function buildApp(entry: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      target: ['chrome140', 'firefox150'],
      lib: { entry, formats: ['iife'], name: 'ignored' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  const chunk = built[0]?.output[0];
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not built`);
  return chunk.code;
}
