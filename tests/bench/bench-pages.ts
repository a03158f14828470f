import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handler } from '../../scripts/browser/page-server';

/** A page to measure on. */
export interface BenchPage {
  name: string;
  html: string | Buffer;
  isReal: boolean;
}

/** The saved pages of a folder. */
export function realPages(folder: string): BenchPage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ name: file, html: readFileSync(join(folder, file)), isReal: true }));
}

const SENTENCES = [
  'The committee met on Thursday and put the question off until the figures of the quarter are known.',
  'Nobody had expected the river to rise so early in the year, and the <a href="#">ferry</a> was late again.',
  'She said the <em>second</em> proposal was cheaper, and that cheaper was not what the town had asked for.',
  'Prices of wheat fell by a tenth; those of copper, which few had watched, rose by as much.',
  'A spokesman would not say <b>when</b> the bridge was to be opened, nor by whom.',
];
const NAMED =
  'Analysts compared <b>DeepSeek</b> R1 with the o1 model of OpenAI, and ChatGPT with both.';

/** Characters of text in the generated pages. */
const SIZES = [50_000, 500_000, 10_000_000];
/** Sentences from one that holds names to the next. */
const BETWEEN_NAMES = 60;

/** Pages of articles made up of a few sentences, up to ten million characters, with names now and then. */
export function generatedPages(): BenchPage[] {
  return SIZES.map((size) => ({
    name: `generated, ${(size / 1_000).toLocaleString('en')} KB`,
    html: articles(size),
    isReal: false,
  }));
}

function articles(size: number): string {
  const parts = ['<!doctype html><meta charset="utf-8"><title>Articles</title><main>'];
  let length = 0;
  for (let number = 0; length < size; number++) {
    if (number % 40 === 0) parts.push(`<h2>Part ${number / 40 + 1}</h2>`);
    if (number % 4 === 0) parts.push('<p>');
    const sentence =
      number % BETWEEN_NAMES === 30 ? NAMED : (SENTENCES[number % SENTENCES.length] as string);
    parts.push(`${sentence} `);
    length += sentence.length + 1;
  }
  return parts.join('');
}

/** Answers with a page whose own scripts and frames are kept from running: every load is the same page. */
export function servedStill({ html }: BenchPage): Handler {
  return (_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', "script-src 'none'; frame-src 'none'");
    response.end(html);
  };
}
