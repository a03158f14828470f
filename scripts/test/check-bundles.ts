import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSER_KINDS } from '../browser/find-browsers.mjs';
import { forbiddenCode } from './forbidden-code';
import { forbiddenMarkup } from './forbidden-markup';
import type { Outcome } from './steps';

/** Fields that would let pages or others in, or code from elsewhere. */
const FORBIDDEN_FIELDS = [
  'web_accessible_resources',
  'externally_connectable',
  'content_scripts',
  'update_url',
  'sandbox',
  'oauth2',
];

/** Looks at every file of both builds for what must not be there, each build one check. */
export function checkBundles(): Outcome {
  const problems = BROWSER_KINDS.map((kind) => problemsOf(join('.output', `${kind}-mv3`)));
  const failed = problems.filter(({ length }) => length > 0).length;
  return { passed: problems.length - failed, failed, says: problems.flat().join('\n') };
}

function problemsOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files.flatMap((name) => {
    const file = join(folder, name);
    return problemsIn(name, () => readFileSync(file, 'utf8')).map(
      (problem) => `${file}: ${problem}`,
    );
  });
}

function problemsIn(name: string, read: () => string): string[] {
  if (name.endsWith('.js')) return forbiddenCode(name, read());
  if (name.endsWith('.html') || name.endsWith('.css')) return forbiddenMarkup(read());
  if (name !== 'manifest.json') return [];
  const manifest = JSON.parse(read());
  return FORBIDDEN_FIELDS.filter((field) => field in manifest);
}
