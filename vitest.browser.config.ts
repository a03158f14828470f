import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: 'tests/browser/support/set-up.ts',
    // One browser at a time: a busy machine makes honest waits look like faults.
    fileParallelism: false,
    // Browsers are lent from file to file.
    isolate: false,
    environment: './tests/browser/support/worker-environment.ts',
    // Nets under a fall, far from what anything takes: on a machine five times as slow nothing is wrong yet.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
