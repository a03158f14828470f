import { describe, expect, test } from 'vitest';
import { parseCode, syntaxOf } from './support/syntax';
import { codeUnder, resolveImport } from './support/tree';

/** From the bottom up; docs/architecture.md draws them. */
const LAYERS = ['glossary', 'matcher', 'page', 'paint', 'card'];

/** Code that knows no browser, so that it can be tested and reused anywhere. */
const PURE = [
  /^src\/glossary\//,
  /^src\/matcher\//,
  /^src\/card\/(?:card-state|reduce-card|placement)\.ts$/,
  /^src\/settings\/(?:schema|migrations|page-settings|site-pattern)\.ts$/,
];

const BROWSER_NAMES = ['document', 'window', 'browser', 'chrome', 'self', 'navigator'];

const code = codeUnder('src');

function layerOf(path: string): number {
  const folder = /^src\/([^/]+)\//.exec(path)?.[1] ?? '';
  return LAYERS.indexOf(folder);
}

/** The files of this project that a file imports. */
function importsOf(file: string): string[] {
  return syntaxOf(file).imports.flatMap((specifier) => resolveImport(file, specifier) ?? []);
}

describe('the layers', () => {
  test('each holds code, from the first mention to the card', () => {
    const found = new Set(code.map(layerOf));
    expect(LAYERS.filter((_, index) => !found.has(index))).toEqual([]);
  });

  test('no file imports from a layer above its own', () => {
    const wrong = code.flatMap((file) =>
      importsOf(file)
        .filter((imported) => layerOf(file) >= 0 && layerOf(imported) > layerOf(file))
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the glossary and the matcher import nothing of ours but each other', () => {
    const wrong = code
      .filter((file) => /^src\/(?:glossary|matcher)\//.test(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((imported) => layerOf(imported) < 0 || layerOf(imported) > 1)
          .map((imported) => `${file} imports ${imported}`),
      );
    expect(wrong).toEqual([]);
  });

  test('nothing in src imports an entry point, a script or a test', () => {
    const wrong = code.flatMap((file) =>
      importsOf(file)
        .filter((imported) => !imported.startsWith('src/') && !imported.startsWith('public/'))
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('pure code', () => {
  test.each(PURE.map((pattern) => [pattern]))('%s matches files', (pattern) => {
    expect(code.some((file) => pattern.test(file))).toBe(true);
  });

  test('it names neither the document nor the browser', () => {
    const wrong = code
      .filter((file) => PURE.some((pattern) => pattern.test(file)))
      .flatMap((file) => {
        const { names } = syntaxOf(file);
        return BROWSER_NAMES.filter((name) => names.has(name)).map((name) => `${file}: ${name}`);
      });
    expect(wrong).toEqual([]);
  });
});

describe('the parser behind these rules', () => {
  test('it finds imports of every form', () => {
    const { imports } = parseCode(
      'example.ts',
      `import a from 'one'; import type { B } from 'two'; export * from 'three'; export { c } from 'four';
       import 'five'; void import('six'); type D = import('seven').D;`,
    );
    expect(imports).toEqual(['one', 'two', 'three', 'four', 'five', 'six', 'seven']);
  });

  test('it tells a variable from a property of the same name', () => {
    const { names } = parseCode(
      'example.ts',
      'const a = { window: 1 }.window; type T = { browser: 1 }; let x: typeof document;',
    );
    expect([...names]).toEqual(['a', 'T', 'x', 'document']);
  });
});
