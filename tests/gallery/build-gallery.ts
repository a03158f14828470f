import preact from '@preact/preset-vite';
import { builtInPackPlugin } from '../../scripts/built-in-pack/vite-plugin.ts';
import { bundle } from '../browser/support/bundle.ts';

/** The gallery's script, built from the sources the card is built from. */
export function buildGallery(): Promise<string> {
  return bundle('tests/gallery/gallery.ts', 'ignored', [preact(), builtInPackPlugin()]);
}
