import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergePageFiles } from '../../../scripts/merge-page-files';

const PAGE = `<!doctype html><head>
<script type="module" crossorigin src="/chunks/page.js"></script>
<link rel="modulepreload" crossorigin href="/chunks/shared.js">
<link rel="stylesheet" crossorigin href="/assets/shared.css">
<link rel="stylesheet" crossorigin href="/assets/page.css">
</head>`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  await mkdir(join(folder, 'chunks'));
  await mkdir(join(folder, 'assets'));
  const files = {
    'page.html': PAGE,
    'bare.html': '<p>nothing</p>',
    'chunks/page.js': `import{greeting}from"./shared.js";globalThis.said=greeting;
      const __vite__mapDeps=()=>["chunks/later.js","chunks/shared.js"];
      globalThis.fetched=[()=>import("./later.js"),__vite__mapDeps([0,1])]`,
    'chunks/shared.js': 'export const greeting="\\u4f60\\u597d";',
    'chunks/later.js': `import{greeting}from"./shared.js";globalThis.later=greeting;
      import("./last.js");export const given=1`,
    'chunks/last.js': 'export default 1',
    'assets/shared.css': 'p{color:red}',
    'assets/page.css': 'p{color:blue}',
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
});

afterAll(() => rm(folder, { recursive: true }));

test('a page has one script, one for later and one style sheet, and none fetches what others have', async () => {
  await mergePageFiles(folder, 'page.html');
  const text = (file: string) => readFile(join(folder, file), 'utf8');
  expect((await text('page.html')).match(/\/(?:chunks|assets)\/[^"]+/g)).toEqual([
    '/chunks/page.js',
    '/assets/page.css',
  ]);
  expect(await text('assets/page.css')).toBe('p{color:red}p{color:blue}');
  const script = await text('chunks/page.js');
  expect(script).toContain('\\u4f60\\u597d');
  expect(script).not.toMatch(/\bfrom\s*["']/);
  expect(script).toMatch(/import\(["'`]\.\/later\.js["'`]\)/);
  expect(script).not.toContain('shared.js');
  const later = await text('chunks/later.js');
  expect(later).toContain('\\u4f60\\u597d');
  expect(later).not.toMatch(/\bfrom\s*["']/);
  expect(later).toMatch(/\bexport\b.*\bgiven\b/s);
  expect(later).toMatch(/import\(["'`]\.\/last\.js["'`]\)/);
  expect(await text('chunks/shared.js')).toContain('greeting');
});

test('a page without a script is told of', async () => {
  await expect(mergePageFiles(folder, 'bare.html')).rejects.toThrow(
    'bare.html has nothing to merge',
  );
});

test('a script that another one imports from is not merged: what it gave would be gone', async () => {
  await writeFile(
    join(folder, 'needed.html'),
    PAGE.replaceAll('/chunks/page.js', '/chunks/needed.js').replaceAll('page.css', 'needed.css'),
  );
  await writeFile(join(folder, 'chunks/needed.js'), 'export const needed=1');
  await writeFile(join(folder, 'chunks/other.js'), 'import{needed}from"./needed.js";needed');
  await writeFile(join(folder, 'assets/needed.css'), '');
  await expect(mergePageFiles(folder, 'needed.html')).rejects.toThrow(
    'chunks/other.js needs chunks/needed.js',
  );
});
