import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handler } from '../../scripts/browser/page-server';

/** A page to measure on. */
export interface BenchPage {
  name: string;
  html: string | Buffer;
  kind: PageKind;
}

/** Saved from the web; made up, of an ordinary size; so large that it must be read in many goes. */
export type PageKind = 'real' | 'generated' | 'huge';

/** The saved pages of a folder. */
export function realPages(folder: string): BenchPage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ name: file, html: readFileSync(join(folder, file)), kind: 'real' }));
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

/** Characters of text in the generated pages of an ordinary size, and in the huge one. */
const SIZES = [50_000, 500_000];
const HUGE = 10_000_000;
/** Elements with a word each in the other huge page. */
const MANY_NODES = 100_000;
/** Sentences, or words, from one that holds names to the next. */
const BETWEEN_NAMES = 60;

/** Pages of articles made up of a few sentences, up to ten million characters, with names now and then. */
export function generatedPages(): BenchPage[] {
  return [
    ...SIZES.map((size) => articles(size, 'generated')),
    articles(HUGE, 'huge'),
    { name: 'generated, 100,000 nodes', html: words(MANY_NODES), kind: 'huge' },
  ];
}

function articles(size: number, kind: PageKind): BenchPage {
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
  return {
    name: `generated, ${(size / 1_000).toLocaleString('en')} KB`,
    html: parts.join(''),
    kind,
  };
}

function words(count: number): string {
  const cells = Array.from({ length: count }, (_, number) =>
    number % BETWEEN_NAMES === 30 ? '<i>DeepSeek</i>' : `<i>word${number}</i>`,
  );
  const lines = Array.from({ length: count / 100 }, (_, line) =>
    cells.slice(line * 100, (line + 1) * 100).join(' '),
  );
  return `<!doctype html><meta charset="utf-8"><title>Words</title><div>${lines.join('</div><div>')}`;
}

/** Answers with a page whose own scripts and frames are kept from running: every load is the same page. */
export function servedStill({ html }: BenchPage): Handler {
  return (_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', "script-src 'none'; frame-src 'none'");
    response.end(html);
  };
}
