import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  vitest: { config: ['vitest*.config.ts'] },
  entry: [
    // Bundled for a page by tests/gallery/build-gallery.ts.
    'tests/gallery/gallery.ts',
    // Bundled for pages by tests/browser/apps/build-app.ts.
    'tests/browser/apps/*-page.ts',
    // Bundled for a page by tests/browser/page-reader.test.ts.
    'tests/browser/support/read-both-ways.ts',
    // Run in processes of its own by tests/bench/other-figures.ts.
    'tests/bench/build-large-index.ts',
    // Installed beside ours by tests/browser/hostile-page.test.ts.
    'tests/browser/support/other-extension/*.js',
  ],
  // Run by path from scripts/test/steps.ts, which Knip does not follow.
  ignoreDependencies: ['addons-linter'],
  // A type that stands in the signature of an exported function is named, whether or not a caller says it.
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
