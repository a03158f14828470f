import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { expect, test } from 'vitest';
import { syntaxOf } from './support/syntax';
import { filesUnder, resolveImport } from './support/tree';

const configurations = filesUnder('.').filter((path) => /^[^/]+\.config\.ts$/.test(path));

test('what a configuration imports, directly or not, is named with its ending', () => {
  // Vite is about to load configurations by Node itself, which takes no other names, and warns of them.
  expect(configurations).toContain('vitest.config.ts');
  const seen = new Set(configurations);
  const wrong: string[] = [];
  for (const file of seen) {
    for (const specifier of syntaxOf(file).imports) {
      const path = resolveImport(file, specifier);
      if (path === undefined) continue;
      if (extname(path) === '') wrong.push(`${file} imports ${specifier}`);
      else if (/\.(?:ts|tsx)$/.test(path) && existsSync(path)) seen.add(path);
    }
  }
  expect(wrong).toEqual([]);
  expect([...seen]).toContain('src/glossary/parse-pack.ts');
});
