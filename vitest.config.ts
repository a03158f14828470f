import { existsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';
import { builtInPackPlugin } from './scripts/built-in-pack/vite-plugin.ts';

/** Tests against the report itself, which is not ours to ship; where it lies beside the project they run. */
const LEDGER_TEST = 'tests/unit/data/ledger.test.ts';
const ledgerIsThere = existsSync(new URL('../shared/article/claims.json', import.meta.url));

export default defineConfig({
  plugins: [builtInPackPlugin()],
  test: {
    // For what hangs: to explain every decision of the corpus takes a busy machine more than the usual five seconds.
    testTimeout: 30_000,
    include: ['tests/{unit,conventions,corpus}/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(ledgerIsThere ? [] : [LEDGER_TEST])],
  },
});
