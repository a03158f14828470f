import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from './support/tree';

const rows = read('docs/security.md')
  .split('\n')
  .flatMap((line) => {
    const [, number, threat = '', , shownBy = ''] = line.split('|').map((cell) => cell.trim());
    return number && /^\d+$/.test(number) ? [{ number, threat, shownBy }] : [];
  });

test('the table has rows, each with a number of its own', () => {
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
});

describe.each(rows)('row $number', ({ shownBy }) => {
  test('each test that it names stands in the file that it links to', () => {
    const parts = shownBy.split(/(?=\[[\w-]+\]\()/).filter(Boolean);
    const named = parts.flatMap((part) => {
      const file = join('docs', /\]\(([^)]+)\)/.exec(part)?.[1] ?? 'no link');
      const titles = [...part.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title);
      return titles.map((title) => ({ file, title }));
    });
    expect(named).not.toEqual([]);
    const missing = named.filter(
      ({ file, title }) => !existsSync(file) || !read(file).includes(title),
    );
    expect(missing).toEqual([]);
  });
});
