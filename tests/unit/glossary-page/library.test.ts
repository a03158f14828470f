import builtInPack from 'virtual:built-in-pack';
import { expect, it } from 'vitest';
import { openLibrary } from '../../../src/glossary-page/library';

it('gives an event its fact with a caution only where that speaks of the event', () => {
  const { events, read } = openLibrary([builtInPack], 'en');
  const cautioned = events.filter(({ fact }) => fact?.caution !== undefined);
  expect(events.every(({ fact }) => fact !== undefined)).toBe(true);
  expect(cautioned.map(({ id }) => id)).toEqual(['o1-released']);
  expect(read('gpt-3')?.facts.some(({ id, caution }) => id === 'gpt3-cost' && caution)).toBe(true);
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
