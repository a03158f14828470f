import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/{unit,conventions,corpus}/**/*.test.ts'] },
});
