import type { AliasIndex } from './alias-index';
import { AnchorSearch } from './anchor-search';
import { findTraces, type Trace } from './find-traces';
import { Lexicon } from './lexicon';

/** Tells where texts hold names, and nothing of what they mean: needs no more than the list of names. */
export interface NameSearch {
  /** Where a text may hold a name, wherever a word ends: for `textContent`, in which cells and links are glued. */
  tracesIn(text: string): Trace[];
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
  const search = anchors && new AnchorSearch(aliases, anchors);
  const placesIn = (text: string, hasNoIdeographs: boolean) =>
    search?.placesIn(text, hasNoIdeographs) ?? everyPlace(text);
  return { tracesIn: (text) => findTraces(text, { lexicon, spellings, placesIn }) };
}

/** Where there are so many names that pieces of them stand everywhere, each place is looked at. */
const everyPlace = (text: string): number[] => Array.from({ length: text.length }, (_, at) => at);
