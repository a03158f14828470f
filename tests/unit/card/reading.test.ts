import { expect, test } from 'vitest';
import { type Reading, type ReadingEvent, read, startReading } from '../../../src/card/reading';
import { termOf } from './card-machine';

const after = (...events: ReadingEvent[]): Reading =>
  events.reduce(read, startReading(termOf('deepseek-r1')));

const trail = (reading: Reading) => reading.trail.map(({ id }) => id);

const opens = (id: string): ReadingEvent[] => [
  { type: 'RELATED_CHOSEN', term: id },
  { type: 'TERM_ARRIVED', term: termOf(id) },
];

test('going round in a circle of related terms leads back, not deeper', () => {
  expect(trail(after(...opens('openai-o1'), ...opens('nvidia'), ...opens('openai-o1')))).toEqual([
    'deepseek-r1',
    'openai-o1',
  ]);
});

test('a term that nobody waits for any more is dropped', () => {
  const [asked, , arrived] = [...opens('openai-o1').slice(0, 1), ...opens('nvidia')];
  expect(trail(after(asked as ReadingEvent, arrived as ReadingEvent))).toEqual(['deepseek-r1']);
});

test('there is no way back from the first term', () => {
  expect(trail(after({ type: 'WENT_BACK' }))).toEqual(['deepseek-r1']);
});

test('all facts are shown on request, and the strongest alone of the next term', () => {
  expect(after({ type: 'REST_TOGGLED' }).expanded).toBe(true);
  expect(after({ type: 'REST_TOGGLED' }, { type: 'REST_TOGGLED' }).expanded).toBe(false);
  expect(after({ type: 'REST_TOGGLED' }, ...opens('nvidia')).expanded).toBe(false);
});

test('muting is asked before it is done, and can be declined', () => {
  const asked: ReadingEvent = { type: 'MUTE_CHOSEN', question: 'mute-site' };
  expect(after(asked).question).toBe('mute-site');
  expect(after(asked, { type: 'MUTE_DECLINED' }).question).toBeUndefined();
});

test('a translation takes the place of the term it translates', () => {
  const translated = {
    ...termOf('nvidia'),
    name: { text: '英伟达', language: 'zh-Hans' as const },
  };
  const read = after(...opens('nvidia'), { type: 'TRANSLATION_ARRIVED', term: translated });
  expect(read.trail.map(({ name }) => name.text)).toEqual(['deepseek-r1', '英伟达']);
});

test('a translation of a term no longer shown is dropped', () => {
  const late: ReadingEvent = {
    type: 'TRANSLATION_ARRIVED',
    term: termOf('deepseek-r1'),
  };
  expect(trail(after(...opens('nvidia'), late))).toEqual(['deepseek-r1', 'nvidia']);
});
