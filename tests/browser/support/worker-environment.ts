import type { Environment } from 'vitest/runtime';
import { KeptBrowsers } from './kept-browsers';

declare global {
  var keptBrowsers: KeptBrowsers;
}

/** Vitest's environment of a worker, which runs file after file: what lasts from one to the next, and ends with the last. */
const environment: Environment = {
  name: 'browsers',
  viteEnvironment: 'ssr',
  setup(global: typeof globalThis) {
    const kept = new KeptBrowsers();
    global.keptBrowsers = kept;
    return { teardown: () => kept.close() };
  },
};

export default environment;
