// Runs before every command of package.json that needs more than Node and npm: plain JavaScript without
// dependencies. What it says goes to standard error; with nothing to do it says nothing.
//
//   node scripts/setup.mjs [chrome] [firefox]     the browsers that must be there

import { ensureBrowsers } from './setup/browsers.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';

try {
  ensureDependencies();
  const kinds = /** @type {import('./browser/find-browsers.mjs').BrowserKind[]} */ (
    process.argv.slice(2)
  );
  await ensureBrowsers(kinds);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // Whoever reads the result of the tests finds its line even where they never began.
  if (process.env.npm_lifecycle_event === 'test') process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = 1;
}
