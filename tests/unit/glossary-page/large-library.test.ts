import { expect, it } from 'vitest';
import type { Pack } from '../../../src/glossary/pack-schema';
import { openLibrary, termsByFacts } from '../../../src/glossary-page/library';
import { makePack } from '../packs/make-pack';

/** How often terms and facts of a pack are looked at until its glossary's front page is known. */
function looksAt(terms: number): number {
  let looks = 0;
  const counted = <Key extends string, Item extends Record<Key, unknown>>(item: Item, key: Key) =>
    Object.defineProperty({ ...item }, key, {
      get() {
        looks += 1;
        return item[key];
      },
    });
  const pack = makePack({ terms });
  const events = pack.terms.map(({ id }) => ({
    id: `${id}-released`,
    date: '2025-05',
    terms: [id],
    text: { en: 'Released' },
    fact: `${id}-fact-0`,
  }));
  const watched: Pack = {
    ...pack,
    events,
    terms: pack.terms.map((term) => counted(term, 'id')),
    facts: pack.facts.map((fact) => counted(fact, 'terms')),
  };
  termsByFacts(openLibrary([watched], 'en'), 6);
  return looks;
}

it('looks at terms and facts in step with their number, not at all of them for each', () => {
  expect(looksAt(400)).toBeLessThan(looksAt(200) * 2.1);
});

it('gives the terms that most is said of, those alone', () => {
  const pack = makePack({ terms: 4, factsPerTerm: 1 });
  const [fact] = pack.facts;
  if (fact) pack.facts.push({ ...fact, id: 'more', terms: ['term-2', 'term-3'] });
  if (fact) pack.facts.push({ ...fact, id: 'most', terms: ['term-3'] });
  const ids = (most: number) => termsByFacts(openLibrary([pack], 'en'), most).map(({ id }) => id);
  expect(ids(2)).toEqual(['term-3', 'term-2']);
  expect(ids(4)).toEqual(['term-3', 'term-2', 'term-0', 'term-1']);
});
