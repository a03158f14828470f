import { WORD_BREAK } from '../../src/matcher/mention.ts';
import { type Block, type CorpusPage, type Label, readLabelTarget } from './corpus-page.ts';

/**
 * A small reader of the corpus's own pages: HTML to blocks, with the labels (`<m t="deepseek-r1">R1</m>`) taken
 * out. It knows as much HTML as those pages use; every element but the empty ones must be closed.
 */

const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img legend li main menu nav ol option p ' +
    'search section summary table tbody td tfoot th thead tr ul video'
  ).split(' '),
);
const UNREAD_ELEMENTS = new Set(
  'code kbd math noscript pre samp script select style svg template textarea title var'.split(' '),
);
/** In the line, but words of their own: footnote marks. */
const WORD_ELEMENTS = new Set(['sub', 'sup']);
const EMPTY_ELEMENTS = new Set('br hr img input link meta source wbr'.split(' '));

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  zwsp: '\u200b',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  laquo: '«',
  raquo: '»',
  copy: '©',
  times: '×',
  rarr: '→',
};

function decode(text: string): string {
  return text.replace(/&(#x?)?([0-9a-zA-Z]+);/g, (whole, number, name) => {
    if (number) return String.fromCodePoint(Number.parseInt(name, number === '#' ? 10 : 16));
    const character = ENTITIES[name];
    if (character === undefined) throw new Error(`unknown character reference ${whole}`);
    return character;
  });
}

const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)([^>]*)>|([^<]+|<)/gi;

/**
 * @throws Error naming the file, where elements are not nested rightly or a label is not closed in its block.
 */
export function readPage(html: string, group: string, file: string): CorpusPage {
  const fail = (what: string): never => {
    throw new Error(`${file}: ${what}`);
  };
  const blocks: Block[] = [];
  const open: string[] = [];
  const labels: Label[] = [];
  let block: Block = { text: '', labels: [] };
  /** Whether a link begins or ends where the text stands. */
  let isAtEdge = false;

  const endBlock = () => {
    if (labels.length > 0) fail(`a label of ${labels.at(-1)?.term} reaches across blocks`);
    if (block.text.replaceAll(WORD_BREAK, '').trim() !== '') blocks.push(block);
    block = { text: '', labels: [] };
    isAtEdge = false;
  };
  const unread = () => open.some((name) => UNREAD_ELEMENTS.has(name));

  const startElement = (name: string, attributes: string) => {
    if (unread()) return;
    if (name === 'm') {
      const target = /\bt="([^"]+)"/.exec(attributes)?.[1] ?? fail('a label without a term');
      labels.push({ start: block.text.length, end: -1, ...readLabelTarget(target) });
    } else if (BLOCK_ELEMENTS.has(name)) endBlock();
    else if (UNREAD_ELEMENTS.has(name) || WORD_ELEMENTS.has(name)) block.text += WORD_BREAK;
    else if (name === 'a') isAtEdge = true;
  };
  const endElement = (name: string) => {
    if (open.pop() !== name) fail(`</${name}> closes nothing after: ${block.text.slice(-60)}`);
    if (unread()) return;
    if (name === 'm') {
      const label = labels.pop() ?? fail('a label closed twice');
      block.labels.push({ ...label, end: block.text.length });
    } else if (BLOCK_ELEMENTS.has(name)) endBlock();
    else if (WORD_ELEMENTS.has(name)) block.text += WORD_BREAK;
    else if (name === 'a') isAtEdge = true;
  };

  for (const [, slash, tag, attributes, text] of html.matchAll(TOKEN)) {
    if (text !== undefined) {
      if (unread()) continue;
      const more = decode(text);
      if (isAtEdge && /[\p{L}\p{N}]$/u.test(block.text) && /^[\p{L}\p{N}]/u.test(more)) {
        block.text += WORD_BREAK;
        for (const label of labels) if (label.start === block.text.length - 1) label.start++;
      }
      block.text += more;
      isAtEdge = false;
    } else if (tag !== undefined) {
      const name = tag.toLowerCase();
      if (slash) endElement(name);
      else {
        startElement(name, attributes ?? '');
        if (!EMPTY_ELEMENTS.has(name)) open.push(name);
      }
    }
  }
  if (open.length > 0) fail(`<${open.at(-1)}> is not closed`);
  endBlock();
  const title = decode(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');
  return { group, source: file, title, blocks };
}

/** The page as readers get it: without the labels. */
export function withoutLabels(html: string): string {
  return html.replace(/<\/?m\b[^>]*>/g, '');
}
