/**
 * What the matcher and its users agree on. The matcher never sees the DOM: it reads blocks of text (a
 * paragraph, a cell, a list item, with inline elements joined) and answers with spans in that same text.
 *
 *     const data = buildIndex(packs)            at build time, or where packs are kept
 *     const matcher = openMatcher(data)         in the page: quick
 *     const reading = matcher.read(text)        once per block, in any order
 *     const mentions = decide(readings)         over all blocks of a page, in reading order
 *
 * A block's reading depends on its text alone and can be kept while the text stands; only `decide` looks
 * at other blocks, and it is cheap, so that a change of one block costs one reading and one decision.
 */

/** A span of a block's text, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** A name found in a block that means a term. */
export interface Mention extends Span {
  term: string;
}

/** One reason for or against a mention, and where it stood, for `annotate --why`. */
export interface Reason {
  /** The word or name. */
  text: string;
  /** What it adds to the score; below zero it speaks against. */
  weight: number;
  where: 'block' | 'near' | 'page';
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
