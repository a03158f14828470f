import { unreadBlock } from '../../../src/matcher/mention';
import { openNameSearch } from '../../../src/matcher/name-search';
import { BlockWalker } from '../../../src/page/block-walker';
import { FirstLook } from '../../../src/page/first-look';
import { isUnread } from '../../../src/page/islands';
import { KeptBlocks } from '../../../src/page/kept-blocks';
import { PageReader } from '../../../src/page/page-reader';
import { PageWatcher } from '../../../src/page/page-watcher';
import { ShadowRoots } from '../../../src/page/shadow-roots';

/** A piece of text, or an element and what is in it. */
export type Part = string | readonly [tag: string, attribute: string, parts: readonly Part[]];

/** One change of a page. */
export interface Edit {
  kind: 'append' | 'insert' | 'remove' | 'move' | 'replace' | 'write' | 'wipe' | 'split' | 'edit';
  /** Where, as a share of all the places there are. */
  place: number;
  parts: readonly Part[];
  text: string;
}

/** The texts that hold names by two ways of reading, and what they were read of. */
export interface Compared {
  html: string;
  /** What was done last. */
  kinds?: Edit['kind'][];
  /** By the traces that the whole text has of names, or as it has been read since the beginning. */
  read: string[];
  /** By a walk over everything. */
  walked: string[];
  /** Whether the first look saw a name, in all or in what has changed. */
  isSeen: boolean;
}

/** Runs in a page: fills it with one list of parts after the other. */
export async function readPages(pages: readonly (readonly Part[])[]): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const parts of pages) {
    const root = fill(parts);
    const ways = new Ways();
    for (const reader of ways.both) reader.wantTree(root);
    compared.push({ html: root.innerHTML, ...(await ways.read(root)) });
  }
  return compared;
}

/** Runs in a page: fills it with one list of parts after the other, and changes each some times. */
export async function readLives(
  lives: readonly (readonly [readonly Part[], readonly (readonly Edit[])[]])[],
): Promise<Compared[]> {
  const compared: Compared[] = [];
  const ways = new Ways();
  ways.watch();
  for (const [parts, edits] of lives) {
    const root = fill(parts);
    for (const batch of [[], ...edits]) {
      for (const edit of batch) change(root, edit);
      // The observers are told behind the task at hand.
      await undefined;
      const kinds = batch.map(({ kind }) => kind);
      compared.push({ html: root.outerHTML, kinds, ...(await ways.read(root)) });
    }
  }
  return compared;
}

/** Some hold others or begin with them, of one no part is a name. */
const NAMES = ['deepseek r1', 'mixture of experts', 'o1', 'r1', 'rl', 'rl agent'];

const search = openNameSearch({ aliases: NAMES.join('\n'), spellings: {} });

const hasName = (text: string): boolean => search.tracesIn(text).some(({ isWord }) => isWord);

/** The reader and the first look, side by side. */
class Ways {
  readonly names = search;
  readonly aborted = false;
  isSatisfied = false;
  private readonly blocks = new KeptBlocks((text) =>
    hasName(text) ? unreadBlock(text.length) : undefined,
  );
  private readonly reader = new PageReader(() => search, this.blocks, { aborted: false });
  private readonly firstLook = new FirstLook(this);
  readonly both = [this.reader, this.firstLook];

  onName(): void {
    this.isSatisfied = true;
  }

  watch(): void {
    const nothing = () => undefined;
    const callbacks = {
      onDocumentReplaced: nothing,
      onLost: nothing,
      onWork: nothing,
    };
    for (const reader of this.both)
      new PageWatcher(reader, new ShadowRoots(nothing), callbacks).watch(document);
  }

  async read(root: Element): Promise<Pick<Compared, 'read' | 'walked' | 'isSeen'>> {
    this.isSatisfied = false;
    for (const reader of this.both) await reader.read();
    const read = this.blocks.all.map(({ text }) => text);
    return { read, walked: namedIn(root), isSeen: this.isSatisfied };
  }
}

/** The texts with names that a walk over everything finds. */
function namedIn(root: Element): string[] {
  const named: string[] = [];
  if (isUnread(root)) return named;
  const walker = new BlockWalker(root, {
    onBlock: ({ text }) => {
      if (hasName(text)) named.push(text);
    },
  });
  walker.walk(() => false);
  return named;
}

function fill(parts: readonly Part[]): Element {
  const root = document.createElement('main');
  root.append(make(parts));
  document.body.replaceChildren(root);
  return root;
}

function make(parts: readonly Part[]): DocumentFragment {
  const made = new DocumentFragment();
  for (const part of parts) {
    if (typeof part === 'string') {
      made.append(part);
      continue;
    }
    const [tag, attribute, inner] = part;
    const element = document.createElement(tag);
    const [name, value = ''] = attribute.split('=');
    if (name) element.setAttribute(name, value);
    element.append(make(inner));
    made.append(element);
  }
  return made;
}

function change(root: Element, { kind, place, parts, text }: Edit): void {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(list.length * place)];
  const nodes = below(root, NodeFilter.SHOW_ALL) as ChildNode[];
  const node = pick(nodes);
  /** Near the end. */
  const other = nodes.at(-1 - Math.floor(9 * place));
  const element = pick([root, ...below(root, NodeFilter.SHOW_ELEMENT)]) as Element;
  const piece = pick(below(root, NodeFilter.SHOW_TEXT)) as Text | undefined;
  const changes: Record<Edit['kind'], () => void> = {
    append: () => element.append(make(parts)),
    insert: () => element.prepend(make(parts)),
    replace: () => element.replaceChildren(make(parts)),
    remove: () => node?.remove(),
    move: () => node && other && !node.contains(other) && other.before(node),
    write: () => piece?.replaceData(0, piece.length, text),
    wipe: () => {
      piece?.replaceData(0, piece.length, ' ');
      piece?.remove();
    },
    split: () => piece?.splitText(Math.floor(piece.length / 2)),
    edit: () => element !== root && element.toggleAttribute('contenteditable'),
  };
  changes[kind]();
}

function below(root: Node, what: number): Node[] {
  const walker = document.createTreeWalker(root, what);
  const nodes: Node[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}
