import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BROWSER_KINDS } from '../../scripts/browser/find-browsers.mjs';

const SAMPLE_PAGE = 'tests/pages/sample-news.html';
const FRAMES_PAGE = 'tests/pages/frames.html';

interface Line {
  page: string;
  term: string;
  text: string;
  before: string;
  after: string;
  frame: string;
  why?: { score: number; threshold: number };
}

/** Term and text of each mention, in reading order, as a careful reader lists them. */
const expected: [string, string][] = JSON.parse(
  readFileSync('tests/pages/sample-news.expected.json', 'utf8'),
);

function annotate(
  ...args: string[]
): Promise<{ status: number | null; lines: Line[]; complaints: string[] }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [
      'node_modules/tsx/dist/cli.mjs',
      'scripts/annotate.ts',
      ...args,
    ]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', fail);
    child.on('close', (status) =>
      done({
        status,
        lines: out
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
        complaints: err.split('\n').filter(Boolean),
      }),
    );
  });
}

test('the sample page mentions every term of the built-in pack', () => {
  const terms = readdirSync('data/deepseek-r1-report/terms').map((name) =>
    name.replace('.json', ''),
  );
  expect([...new Set(expected.map(([term]) => term))].sort()).toEqual(terms.sort());
});

describe.each(BROWSER_KINDS)('annotate in %s', (kind) => {
  test('every mention of the sample page is listed in reading order, and nothing else', async () => {
    const { status, lines } = await annotate('--browser', kind, SAMPLE_PAGE);
    expect(lines.map(({ term, text }) => [term, text])).toEqual(expected);
    expect(status).toBe(0);
    const source = readFileSync(SAMPLE_PAGE, 'utf8').replace(/&#8209;/g, '\u2011');
    for (const { page, text, before, after, frame } of lines) {
      expect(page).toBe(SAMPLE_PAGE);
      expect(frame).toBe(pathToFileURL(resolve(SAMPLE_PAGE)).href);
      expect(before.length).toBeLessThanOrEqual(40);
      expect(after.length).toBeLessThanOrEqual(40);
      expect(source.replace(/<[^>]*>/g, '')).toContain(text);
    }
  });

  test('pages come in the order of the arguments, frames in that of their document, each with its address; what cannot be read is one line and status 1', async () => {
    const { status, lines, complaints } = await annotate(
      ...['--browser', kind, '--why', FRAMES_PAGE, 'tests/pages/missing.html', SAMPLE_PAGE],
    );
    expect([...new Set(lines.map(({ page }) => page))]).toEqual([FRAMES_PAGE, SAMPLE_PAGE]);
    expect(complaints).toEqual(['tests/pages/missing.html does not exist.']);
    expect(status).toBe(1);
    for (const { why } of lines) expect(why?.score).toBeGreaterThanOrEqual(why?.threshold ?? 1e9);
    const folder = pathToFileURL(resolve('tests/pages')).href;
    const framed = lines.filter(({ page }) => page === FRAMES_PAGE);
    expect(framed.map(({ text, frame }) => [text, frame.replace(folder, '')])).toEqual([
      ['DeepSeek R1', '/frames.html'],
      ['OpenAI', '/frames.html'],
      ['ChatGPT', 'about:srcdoc'],
      ['NVIDIA', '/frames-inner.html'],
      ['GPT-4o', 'about:srcdoc'],
    ]);
  });
});
