import { foldUnplaced, isMovedByFolding } from './fold-text';
import { Lexicon } from './lexicon';
import { wordEnd } from './standing';

/** Tells whether texts hold names, and nothing of what they mean: needs no more than the list of names. */
export interface NameSearch {
  /** Whether a text may hold a name, wherever a word ends: for `textContent`, in which cells and links are glued. */
  hasTrace(text: string): boolean;
  /** Whether a name stands in a block of text as a word of its own. */
  hasName(text: string): boolean;
}

/** @param aliases As in the index: folded, sorted, one a line. */
export function openNameSearch(aliases: string): NameSearch {
  const names = new Lexicon(aliases.split('\n'));
  const search = (text: string, glued: boolean): boolean => {
    const folded = isMovedByFolding(text) ? foldUnplaced(text) : text;
    let isThere = false;
    const found = (alias: number, end: number) => {
      const entry = names.entries[alias] ?? '';
      isThere ||= glued || wordEnd({ text: folded, end, entry }) >= 0;
    };
    for (let at = names.next(folded, 0, glued); at >= 0; at = names.next(folded, at + 1, glued)) {
      names.read(folded, at, found);
      if (isThere) return true;
    }
    return false;
  };
  return { hasTrace: (text) => search(text, true), hasName: (text) => search(text, false) };
}
