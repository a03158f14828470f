import { defineConfig } from 'vitest/config';
import { builtInPackPlugin } from './scripts/built-in-pack/vite-plugin.ts';

export default defineConfig({
  plugins: [builtInPackPlugin()],
  test: { include: ['tests/{unit,conventions,corpus}/**/*.test.ts'] },
});
