import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  vitest: { config: ['vitest*.config.ts'] },
  // Bundled for a page by tests/gallery/build-gallery.ts.
  entry: ['tests/gallery/gallery.ts'],
  // Run by path from scripts/test/steps.ts, which Knip does not follow.
  ignoreDependencies: ['addons-linter'],
  // A type that stands in the signature of an exported function is named, whether or not a caller says it.
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
