import type { Category } from '../glossary/pack-schema.ts';

/**
 * What `buildIndex` makes of packs: plain JSON, small enough to stand in the script of every page. Numbers
 * are positions in the lists beside them.
 */
export interface AliasIndex {
  /** Ids of the terms. */
  terms: readonly string[];
  /** The category of each term, in the same order; none for a term that is only evidence for others. */
  categories: readonly (Category | null)[];
  /** Folded aliases, sorted by code units, one a line; the same text stands once per claim. */
  aliases: string;
  /** Per alias, two numbers: its term and its rule. */
  owners: readonly number[];
  /** By alias: the only spelling of capitals and small letters that counts. */
  spellings: Readonly<Record<number, string>>;
  /** What aliases share. */
  rules: readonly AliasRule[];
  /** Lists of words, cited by rules, hints count half: the first word's number, then the steps to the next. */
  sets: readonly (readonly number[])[];
  /** Folded words of evidence, sorted by code units, as word-list.ts writes them. */
  words: string;
  /** Where names may stand at all; made when the extension is built, for no more names than come with it. */
  anchors?: Anchors | undefined;
  /** The same for any number of names; made where the reader's packs are kept. */
  gate?: GateTables | undefined;
}

/** Hashes of how names begin, a digit for every few bits: text, so that it can be stored and read as it is. */
export interface GateTables {
  /** By the first two characters: how names that begin so go on. */
  pairs: string;
  /** One bit for each beginning of three, four and up to eight characters. */
  keys: string;
}

/**
 * Pieces of names that are seldom met: every name holds one of them, but for those that begin with an ideograph and
 * go on. These are found by their first two characters.
 */
export interface Anchors {
  /** The source of an expression. */
  pieces: string;
  /** That of another, sought only where there are ideographs: pieces of names that hold some further on. */
  chinesePieces?: string;
  /**
   * By piece, in small letters: how many characters of a name may stand before it, one number for every way,
   * in ascending order; a run of spaces counts as one. With the other pieces names begin.
   */
  offsets: Readonly<Record<string, readonly number[]>>;
}

export interface AliasRule {
  weak?: true;
  /** Its names are written with a capital. */
  proper?: true;
  /** Sets and terms that speak for it and against it. */
  for?: RuleEvidence;
  against?: RuleEvidence;
  /** Folded words that, standing right behind or right before, make it another thing. */
  notBefore?: readonly string[];
  notAfter?: readonly string[];
}

export interface RuleEvidence {
  sets?: readonly number[];
  hints?: readonly number[];
  terms?: readonly number[];
}
