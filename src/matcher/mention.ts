import type { NameSearch } from './name-search.ts';

/**
 * What the matcher and its users agree on. The matcher never sees the DOM: it reads blocks of text (a
 * paragraph, a cell, a list item, with inline elements joined) and answers with spans in that same text.
 *
 *     const data = buildIndex(packs)               at build time, or where packs are kept
 *     const matcher = openMatcher(data)            in the page: quick
 *     search.tracesIn(textContent)                 where the page may hold a name; most hold none (name-search)
 *     const reading = matcher.read(text)           once per block, in any order
 *     const decided = matcher.decide(readings)     over all blocks of a page, in reading order
 *
 * A block's reading depends on its text alone and can be kept while the text stands; only `decide` looks
 * at other blocks, and it is cheap, so that a change of one block costs one reading and one decision.
 *
 * A block's text is that of its text nodes, in order, with inline elements joined: `<b>DeepSeek</b> R1` is
 * "DeepSeek R1". Where one word ends and another begins though no space stands between, the adapter puts a
 * {@link WORD_BREAK}: between a link and a letter right beside it (tag lists), and where something left out stood
 * (code, an image, a form field).
 */
export const WORD_BREAK = '\u001f';

/** A span of a block's text, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** A name found in a block that means a term. */
export interface Mention extends Span {
  term: string;
  /** How it was decided; only when asked for. */
  why?: Explanation;
}

/** One reason for or against a mention, and where it stood, for `annotate --why`. */
export interface Reason {
  /** The word, the term's id, or another thing's name. */
  text: string;
  /**
   * `term`: a term that is named; `word`: a word of its field or of another; `words`: several; `name`: that of
   * another thing; `limit`: what much of one kind weighs less together.
   */
  kind: 'term' | 'word' | 'words' | 'name' | 'limit';
  /** What it adds to the score; below zero it speaks against. */
  weight: number;
  /** Beside: within a few words; near: in a neighbouring block or the title. */
  where: 'beside' | 'block' | 'near' | 'page';
}

/** How a mention was decided. */
export interface Explanation {
  alias: string;
  strength: 'strong' | 'weak';
  score: number;
  /** The score needed. */
  threshold: number;
  reasons: readonly Reason[];
}

/** What was decided of one block that has any mention. */
export interface DecidedBlock {
  /** Index in the blocks given to `decide`. */
  block: number;
  /** In reading order; no two overlap. */
  mentions: readonly Mention[];
  /** Names that were weighed and found wanting; only when explanations were asked for. */
  rejected?: readonly Mention[];
}

export interface DecideOptions {
  /** What `readTitle` made of the page's title: it weighs as a neighbour of every block. */
  title?: BlockReading | undefined;
  /** Whether each mention carries its explanation. */
  why?: boolean;
}

/** What one block of text holds: depends on the text alone. Opaque to everybody but the matcher. */
export interface BlockReading {
  /** Of the block's text without the blanks around it, in UTF-16 code units. */
  readonly length: number;
  readonly candidates: readonly Candidate[];
  /** Of a block that holds no name to weigh it is read when a name near asks for it. */
  readonly evidence: readonly EvidenceFound[];
  /** Whether it holds a name to weigh, which has to be known to read what stands around. */
  readonly isWeighed: boolean;
  /** Whether it ends as a sentence does, where a name in it is to be weighed: a heading or a cell does not. */
  readonly isSentence?: boolean | undefined;
}

/** A block of which nothing is known but that it stands between others. */
export const unreadBlock = (length: number): BlockReading => ({
  length,
  candidates: [],
  evidence: [],
  isWeighed: false,
});

/** A name that stands in a block as a word of its own and could mean a term. */
export interface Candidate extends Span {
  /** Index of the alias. */
  alias: number;
  /** The name of another thing stands right before it: `Rabbit` before `R1`. */
  rival?: Rival;
  /** A rival known to, or how it goes on, makes it another thing: no mention, whatever speaks for it. */
  isOthers?: boolean;
  /** It means something else, by what was weighed or how it goes on: it speaks for nothing. */
  isSilent?: boolean;
}

/** A name that stands right before a version-like one, or what an acronym stands for. */
export interface Rival extends Span {
  text: string;
  /** Whether the words around are all written large, as in a heading. */
  inHeading?: boolean;
  /** Whether the text says that the name stands for it, which is no chance. */
  isMeaning?: true;
}

/** A word of the evidence lists that stands in a block. */
export interface EvidenceFound extends Span {
  /** Index of the word. */
  word: number;
}

export interface Matcher extends Pick<NameSearch, 'tracesIn'> {
  /** The names and the evidence of one block; `undefined` where no name stands. */
  read(text: string): BlockReading | undefined;
  /** The evidence of a block that holds no name, for names that stand near it. */
  readNameless(text: string): BlockReading;
  /** The same for a page's title, whose evidence counts even where it holds no name. */
  readTitle(text: string): BlockReading;
  /**
   * The mentions of a page. The same blocks give the same answer however and in whatever order they were read.
   *
   * @param blocks The blocks of text of the page in reading order: those that hold names, and around each whose
   * {@link BlockReading.isWeighed} is set those near it; `undefined` for one of which nothing is known.
   */
  decide(blocks: readonly (BlockReading | undefined)[], options?: DecideOptions): DecidedBlock[];
  /** The same, stopping after every block with a name: a page may have other things to do. */
  deciding(
    blocks: readonly (BlockReading | undefined)[],
    options?: DecideOptions,
  ): Generator<void, DecidedBlock[]>;
}
