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
