import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusPage } from './corpus-page.ts';
import { readPage } from './read-page.ts';
import { readSentences } from './read-sentences.ts';

const FOLDER = import.meta.dirname;

const filesIn = (folder: string, ending: string) =>
  readdirSync(join(FOLDER, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .sort();

/** The sentences: one class of text per file. */
export function loadSentences(): CorpusPage[] {
  return filesIn('sentences', '.txt').flatMap((file) =>
    readSentences(
      readFileSync(join(FOLDER, 'sentences', file), 'utf8'),
      file.slice(0, -'.txt'.length),
      `sentences/${file}`,
    ),
  );
}

/** The whole pages: one class of text per folder. */
export function loadPages(): CorpusPage[] {
  return filesIn('pages', '.html').map((file) =>
    readPage(
      readFileSync(join(FOLDER, 'pages', file), 'utf8'),
      `pages/${file.split('/')[0]}`,
      `pages/${file}`,
    ),
  );
}

/** The whole corpus: sentences, each a page of its own, and pages. */
export function loadCorpus(): CorpusPage[] {
  return [...loadSentences(), ...loadPages()];
}
