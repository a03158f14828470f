import { findTraces, type Trace } from './find-traces';
import { foldUnplaced, isMovedByFolding } from './fold-text';
import { Lexicon } from './lexicon';
import { wordEnd } from './standing';

/** Tells where texts hold names, and nothing of what they mean: needs no more than the list of names. */
export interface NameSearch {
  /** Where a text may hold a name, wherever a word ends: for `textContent`, in which cells and links are glued. */
  tracesIn(text: string): Trace[];
  /** Whether a name stands in a block of text as a word of its own. */
  hasName(text: string): boolean;
}

/** @param aliases As in the index: folded, sorted, one a line. */
export function openNameSearch(aliases: string): NameSearch {
  const names = new Lexicon(aliases.split('\n'));
  return {
    tracesIn: (text) => findTraces(names, text),
    hasName: (text) => hasName(names, text),
  };
}

function hasName(names: Lexicon, source: string): boolean {
  const text = isMovedByFolding(source) ? foldUnplaced(source) : source;
  let isThere = false;
  const found = (alias: number, end: number) => {
    isThere ||= wordEnd({ text, end, entry: names.entries[alias] ?? '' }) >= 0;
  };
  for (let at = names.next(text, 0, false); at >= 0; at = names.next(text, at + 1, false)) {
    names.read(text, at, found);
    if (isThere) return true;
  }
  return false;
}
