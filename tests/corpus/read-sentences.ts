import { type Block, type CorpusPage, readLabelTarget } from './corpus-page.ts';

const LABEL = /\[\[([^|[\]]+)\|([?!-]?[a-z0-9-]+)\]\]/g;
const ESCAPE = /\\u([0-9a-fA-F]{4})/g;

const unescapeText = (text: string) =>
  text.replace(ESCAPE, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/**
 * Reads one line: text with labels, `OpenAI released [[o1|openai-o1]].`
 * @throws Error with the line, where a bracket is left over, as in a label that was mistyped.
 */
export function readSentence(line: string): Block {
  const block: Block = { text: '', labels: [] };
  let from = 0;
  const append = (text: string) => {
    if (/\[\[|\]\]/.test(text)) throw new Error(`a label is not [[text|term]]: ${line}`);
    block.text += unescapeText(text);
  };
  for (const match of line.matchAll(LABEL)) {
    const [whole, name = '', target = ''] = match;
    append(line.slice(from, match.index));
    const start = block.text.length;
    append(name);
    block.labels.push({ start, end: block.text.length, ...readLabelTarget(target) });
    from = match.index + whole.length;
  }
  append(line.slice(from));
  return block;
}

/** Reads a file of sentences. A blank line ends a page; lines next to each other are blocks of one page. */
export function readSentences(content: string, group: string, file: string): CorpusPage[] {
  const pages: CorpusPage[] = [];
  let page: CorpusPage | undefined;
  content.split('\n').forEach((line, index) => {
    if (line.startsWith('//')) return;
    if (line.trim() === '') {
      page = undefined;
      return;
    }
    if (!page) {
      page = { group, source: `${file}:${index + 1}`, title: '', blocks: [] };
      pages.push(page);
    }
    page.blocks.push(readSentence(line));
  });
  return pages;
}
