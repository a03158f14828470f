import builtInTerms from 'virtual:built-in-terms';
import { useEffect, useState } from 'preact/hooks';
import { readReaderPacksOf } from '../packs/read-reader-packs';
import type { PageMention } from './active-page';
import type { NamedTerms } from './mentioned-terms';

const BUILT_IN: readonly NamedTerms[] = [builtInTerms];
const BUILT_IN_IDS: ReadonlySet<string> = new Set(builtInTerms.terms.map(({ id }) => id));

/**
 * What packs call the terms of a page: the built-in names at once, those of the reader's packs once they are read.
 *
 * @returns `undefined` while a term is known to the reader's packs alone: a row that goes by another name a moment
 *   later is worse than one that comes a moment later.
 */
export function useNames(mentions: readonly PageMention[]): readonly NamedTerms[] | undefined {
  const [read, setRead] = useState<readonly NamedTerms[]>();
  const ids = [...new Set(mentions.map(({ term }) => term))];
  const key = ids.join(' ');
  useEffect(() => {
    if (key === '') return;
    let current = true;
    void readReaderPacksOf(key.split(' ')).then((packs) => {
      if (current) setRead([...BUILT_IN, ...packs]);
    });
    return () => {
      current = false;
    };
  }, [key]);
  return read ?? (ids.every((id) => BUILT_IN_IDS.has(id)) ? BUILT_IN : undefined);
}
