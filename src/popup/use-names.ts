import builtInTerms from 'virtual:built-in-terms';
import { useEffect, useState } from 'preact/hooks';
import { readReaderPacksOf } from '../packs/read-reader-packs';
import type { PageMention } from './hear-page';
import type { NamedTerms } from './mentioned-terms';

const BUILT_IN: readonly NamedTerms[] = [builtInTerms];

/**
 * What packs call the terms of a page: the built-in names at once, those of the reader's packs when they are read, if
 * ever; until then such a term goes by how the page spells it. What was read of an earlier list of mentions holds
 * while the next is read.
 */
export function useNames(mentions: readonly PageMention[]): readonly NamedTerms[] {
  const [packs, setPacks] = useState(BUILT_IN);
  useEffect(() => {
    if (mentions.length === 0) return;
    let current = true;
    const ids = [...new Set(mentions.map(({ term }) => term))];
    void readReaderPacksOf(ids).then((read) => {
      if (current) setPacks(read.length === 0 ? BUILT_IN : [...BUILT_IN, ...read]);
    });
    return () => {
      current = false;
    };
  }, [mentions]);
  return packs;
}
