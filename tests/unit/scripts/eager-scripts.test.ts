import type { Rollup } from 'vite';
import { expect, it } from 'vitest';
import { eagerScripts } from '../../../scripts/eager-scripts.ts';

it('tells the engine to compile all of the script in every page at once, and of no other', () => {
  const bundle = {
    'page.js': { type: 'chunk', name: 'page', code: 'page()' },
    'reader.js': { type: 'chunk', name: 'reader', code: 'reader()' },
    'card.js': { type: 'chunk', name: 'card', code: 'card()' },
  };
  const { generateBundle } = eagerScripts();
  (generateBundle as (options: unknown, bundle: Rollup.OutputBundle) => void)(
    undefined,
    bundle as unknown as Rollup.OutputBundle,
  );
  // Engines heed it on the first line alone.
  expect(bundle['page.js'].code).toBe('//# allFunctionsCalledOnLoad\npage()');
  expect(bundle['reader.js'].code).toBe('reader()');
  expect(bundle['card.js'].code).toBe('card()');
});
