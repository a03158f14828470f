import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { syntaxOf } from './support/syntax';
import { codeUnder, filesUnder, read, resolveImport } from './support/tree';

const PAGE = 'docs/architecture.md';

const text = read(PAGE);

/** The drawing's rows from the top, each with the folders that stand in it. */
const rows = (/```drawing\n([\s\S]*?)```/.exec(text)?.[1] ?? '')
  .split(/\n.*[┬┼┴├└].*\n/)
  .map((row) =>
    [...row.replace(/[│┌┐─ ]{2}[^│]*$/gm, '').matchAll(/[a-z][a-z-]+/g)].map(([name]) => name),
  )
  .filter((row) => row.length > 0);

const drawn = rows.flat();

/** Folders by their paths in the first column of the tables. */
const listed = [...text.matchAll(/^\| `((?:src\/)?[a-z-]+)\/`/gm)].map(([, path = '']) => path);

const folders = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('the drawing shows every folder of src once, and none that is not there', () => {
  expect(drawn.toSorted()).toEqual([...folders, 'entrypoints'].toSorted());
});

test('no folder imports from one beside or above it in the drawing', () => {
  const rowOf = (path: string) => {
    const name = /^(?:src\/)?([^/]+)\//.exec(path)?.[1] ?? '';
    return rows.findIndex((row) => row.includes(name));
  };
  const folderOf = (path: string) => /^(?:src\/)?[^/]+/.exec(path)?.[0];
  const wrong = codeUnder('src', 'entrypoints').flatMap((file) =>
    syntaxOf(file)
      .imports.flatMap((specifier) => resolveImport(file, specifier) ?? [])
      .filter((path) => rowOf(path) >= 0 && folderOf(path) !== folderOf(file))
      .filter((path) => rowOf(path) <= rowOf(file))
      .map((path) => `${file} imports ${path}`),
  );
  expect(wrong).toEqual([]);
});

test('the tables name every folder of code, data and documents', () => {
  const tops = new Set(filesUnder('.').flatMap((path) => /^([a-z]+)\//.exec(path)?.[1] ?? []));
  tops.delete('src');
  const all = [...folders.map((name) => `src/${name}`), ...tops];
  expect(listed.toSorted()).toEqual(all.toSorted());
});

test('every file that the tables tell to read first is there', () => {
  const first = [...text.matchAll(/^\| `(src\/[a-z-]+\/)`.*\| `([^`]+)`\s*\|$/gm)];
  expect(first.length).toBe(folders.length);
  expect(
    first.map(([, folder, file]) => `${folder}${file}`).filter((path) => !existsSync(path)),
  ).toEqual([]);
});

test('every script the page names is built from an entry point', () => {
  const scripts = [...text.matchAll(/^\| `([a-z]+)\.js`/gm)].map(([, name]) => name);
  const entries = filesUnder('entrypoints').flatMap(
    (path) => /^entrypoints\/([a-z]+)\.ts$/.exec(path)?.[1] ?? [],
  );
  expect(scripts.toSorted()).toEqual(entries.toSorted());
});
