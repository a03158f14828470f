import { expect, test } from 'vitest';
import { projectFiles } from '../../scripts/package/project-files';
import { filesUnder, read } from './support/tree';

/** Lines that a person still keeps in mind. */
const LONGEST_FILE = 400;

/** Paths of somebody's machine; the paths of an invented reader in tests are none. */
const MACHINE_PATH =
  /(?<![\w.\-/])(?:\/(?:work|root|tmp|home\/(?!reader\/)[\w.-]+|Users\/[\w.-]+)\/|[A-Z]:\\Users\\)/;

/** Where packages come from is each machine's own affair. */
const REGISTRY_HOST =
  /registry\.npmjs\.org|registry\.yarnpkg\.com|npmmirror\.com|artifactory|verdaccio/i;

const TEXT =
  /\.(?:ts|tsx|mjs|js|json|jsonc|md|html|css|svg|yml|yaml|txt)$|(?:^|\/)(?:\.npmrc|\.gitignore|run|LICENSE)$/;

/** The file that holds the patterns, and saved or invented pages that may say anything. */
const EXCEPT = /^tests\/(?:conventions\/tree\.test\.ts|corpus\/pages\/|pages\/)/;

const texts = filesUnder('.').filter((path) => TEXT.test(path) && !EXCEPT.test(path));

test('no file of code, style or markup is longer than 400 lines', () => {
  const written = /\.(?:ts|tsx|mjs|js|css|html|svg)$/;
  const long = texts
    .filter((path) => written.test(path))
    .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST_FILE);
  expect(long).toEqual([]);
});

test('nothing that tools make is committed, not even as a link', () => {
  const made = /^(?:node_modules|\.output|\.wxt|\.cache|pictures)(?:\/|$)/;
  expect(projectFiles('.').filter((path) => made.test(path))).toEqual([]);
});

test('no file names a path of the machine it was written on', () => {
  expect(linesWith(MACHINE_PATH)).toEqual([]);
});

test('no file names the host of a package registry', () => {
  expect(linesWith(REGISTRY_HOST)).toEqual([]);
});

function linesWith(pattern: RegExp): string[] {
  return texts.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
      ),
  );
}
