import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesUnder, read } from './support/tree';

/** What npm itself knows without `run`. */
const NPM_COMMANDS = new Set(['ci', 'install', 'i']);

const documents = filesUnder('.').filter((path) => path.endsWith('.md'));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

test('the README is among the documents', () => {
  expect(documents).toContain('README.md');
});

describe.each(documents)('%s', (path) => {
  const text = read(path);

  test('every npm command in it is one of package.json', () => {
    const named = [...text.matchAll(/(?:^\s*|`)npm (?:run )?(?:-s )?([a-z][\w:-]*)/gm)];
    const unknown = named
      .map(([, command = '']) => command)
      .filter((command) => !NPM_COMMANDS.has(command) && !Object.hasOwn(scripts, command));
    expect(unknown).toEqual([]);
  });

  test('every file it links to is there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)];
    const missing = links
      .map(([, link = '']) => join(dirname(path), decodeURIComponent(link)))
      .filter((file) => !existsSync(file));
    expect(missing).toEqual([]);
  });
});
