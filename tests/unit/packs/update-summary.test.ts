import { expect, it } from 'vitest';
import { comparePacks } from '../../../src/glossary/compare-packs';
import { summariseUpdate } from '../../../src/packs/update-summary';
import { makePack } from './make-pack';

it('counts every change and shows the first of them', () => {
  const before = makePack({ terms: 2 });
  const after = makePack({ terms: 80, version: '1.0.1' });
  (after.facts[0] as (typeof after.facts)[number]).text = { en: 'Mended.' };
  const { newer, terms, facts } = summariseUpdate(before, after, comparePacks(before, after));
  expect(newer).toBeGreaterThan(0);
  expect(terms.added).toMatchObject({ count: 78, shown: { length: 50 } });
  expect(terms.removed.count).toBe(0);
  expect(facts.changed).toEqual({
    count: 1,
    shown: [{ before: { en: 'Fact 0 of term-0.' }, after: { en: 'Mended.' } }],
  });
});
