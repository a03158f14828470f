import preact from '@preact/preset-vite';
import { build, type Rolldown } from 'vite';
import { builtInPackPlugin } from '../../scripts/built-in-pack/vite-plugin.ts';

/** The gallery's script, built from the sources the card is built from. */
export async function buildGallery(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [preact(), builtInPackPlugin()],
    build: {
      write: false,
      minify: false,
      target: ['chrome140', 'firefox150'],
      lib: { entry: 'tests/gallery/gallery.ts', formats: ['iife'], name: 'ignored' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  const chunk = built[0]?.output[0];
  if (chunk?.type !== 'chunk') throw new Error('the gallery was not built');
  return chunk.code;
}
