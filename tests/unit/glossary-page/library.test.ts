import builtInPack from 'virtual:built-in-pack';
import { expect, it } from 'vitest';
import { readCardTerm } from '../../../src/glossary/read-card-term';
import { openLibrary } from '../../../src/glossary-page/library';

it('gives an event its fact with a caution only where that speaks of the event', () => {
  const { events, read } = openLibrary([builtInPack], 'en');
  const cautioned = events.filter(({ fact }) => fact?.caution !== undefined);
  expect(events.every(({ fact }) => fact !== undefined)).toBe(true);
  expect(cautioned.map(({ id }) => id)).toEqual(['o1-released']);
  expect(read('gpt-3')?.facts.some(({ id, caution }) => id === 'gpt3-cost' && caution)).toBe(true);
});

it('says of each term what a card says, with names and values that other packs add', () => {
  const [measure] = builtInPack.measures ?? [];
  const later = {
    ...builtInPack,
    id: 'later',
    asOf: '2026-01-01',
    terms: builtInPack.terms.map((term) => ({
      ...term,
      name: { en: `${term.name.en}, later` },
      related: ['gpt-4', 'nowhere'],
    })),
    measures: measure && [
      { ...measure, id: 'another' },
      { ...measure, values: measure.values.map((value) => ({ ...value, term: 'gpt-3' })) },
    ],
  } as typeof builtInPack;
  for (const packs of [[builtInPack], [builtInPack, later], [later, builtInPack]]) {
    const { read } = openLibrary(packs, 'en');
    for (const { id } of builtInPack.terms) expect(read(id)).toEqual(readCardTerm(packs, id, 'en'));
    expect(read('nowhere')).toBeUndefined();
  }
});

it('tells other spellings apart by more than capitals, spaces, hyphens and quotation marks', () => {
  const { terms } = openLibrary([builtInPack], 'en');
  const names = terms.find(({ id }) => id === 'deepseek-r1')?.otherNames;
  expect(names).toContain('R1');
  for (const twin of ['r1', 'Deep Seek R1', 'DeepSeek R1']) expect(names).not.toContain(twin);
  const nicknamed = terms
    .find(({ id }) => id === 'jim-fan')
    ?.otherNames.filter((name) => /Linxi .Jim. Fan/.test(name));
  expect(nicknamed).toEqual(['Linxi "Jim" Fan']);
});
