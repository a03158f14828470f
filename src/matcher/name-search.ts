import type { AliasIndex } from './alias-index';
import { AnchorSearch } from './anchor-search';
import { findTraces, type Trace } from './find-traces';
import { Lexicon } from './lexicon';

/** Tells where texts hold names, and nothing of what they mean: needs no more than the list of names. */
export interface NameSearch {
  /** Where a text may hold a name, wherever a word ends: for `textContent`, in which cells and links are glued. */
  tracesIn(text: string): Trace[];
  /** Whether a name stands in a block of text as a word of its own. */
  hasName(text: string): boolean;
}

/** Names as in the index; they are opened only where a text may hold one. */
export function openNameSearch({
  aliases,
  spellings,
  anchors,
}: Pick<AliasIndex, 'aliases' | 'spellings' | 'anchors'>): NameSearch {
  let opened: Lexicon | undefined;
  const lexicon = () => {
    opened ??= new Lexicon(aliases.split('\n'));
    return opened;
  };
  const sought = { lexicon, spellings, anchors: anchors && new AnchorSearch(aliases, anchors) };
  return {
    tracesIn: (text) => findTraces(text, sought),
    // In a block every word ends where it seems to.
    hasName: (text) => findTraces(text, sought).some(({ isWord }) => isWord),
  };
}
