import { describe, expect, it } from 'vitest';
import { comparePacks, compareVersions } from '../../../src/glossary/compare-packs';
import { makePack } from '../packs/make-pack';

describe('comparing two versions of a pack', () => {
  it('finds what was added, removed and changed', () => {
    const before = makePack({ terms: 3 });
    const after = makePack({ terms: 4 });
    after.terms.splice(0, 1);
    const [changed] = after.facts.splice(2, 1);
    after.facts.push({ ...changed, text: { en: 'Corrected.' } } as (typeof after.facts)[number]);
    const { terms, facts } = comparePacks(before, after);
    expect(terms.added.map(({ id }) => id)).toEqual(['term-3']);
    expect(terms.removed.map(({ id }) => id)).toEqual(['term-0']);
    expect(terms.changed).toEqual([]);
    expect(facts.added.map(({ id }) => id)).toEqual(['term-3-fact-0', 'term-3-fact-1']);
    expect(facts.changed.map(({ after: { text } }) => text.en)).toEqual(['Corrected.']);
  });

  it('takes no notice of the order of terms and fields', () => {
    const before = makePack();
    const after = structuredClone(before);
    after.terms.reverse();
    after.facts = after.facts.map(
      (fact) => Object.fromEntries(Object.entries(fact).reverse()) as typeof fact,
    );
    const { terms, facts } = comparePacks(before, after);
    for (const part of [terms, facts]) {
      expect(part).toEqual({ added: [], removed: [], changed: [] });
    }
  });
});

describe('comparing versions', () => {
  it.each([
    ['1.0.0', '1.0.0', 0],
    ['1.2.0', '1.10.0', -8],
    ['2.0.0', '1.9.9', 1],
    ['1.0.1', '1.0.0', 1],
  ])('%s against %s', (one, other, expected) => {
    expect(Math.sign(compareVersions(one, other))).toBe(Math.sign(expected));
  });
});
