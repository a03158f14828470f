import { expect, it } from 'vitest';
import type { Term } from '../../../../src/glossary/pack-schema';
import {
  fieldOfTermProblem,
  fieldsOf,
  problemsOfTerm,
  termFrom,
} from '../../../../src/glossary-page/own-term/term-draft';

const TERM: Term = {
  id: 'quillback',
  category: 'model',
  name: { en: 'Quillback' },
  aliases: [
    { text: 'Quillback 2', strength: 'strong' },
    { text: 'QB', strength: 'weak', for: { words: ['fish', 'sea'] } },
  ],
};

it('gives back a term that nobody changed', () => {
  const { id: _id, name: _name, ...rest } = TERM;
  expect(termFrom(fieldsOf(TERM))).toEqual({ ...rest, name: 'Quillback' });
});

it('leaves out spellings without a letter, and takes words typed with any comma', () => {
  const fields = fieldsOf(TERM);
  const [first, second] = fields.spellings;
  if (!first || !second) throw new Error('no spellings');
  const changed = {
    ...fields,
    name: ' Quill  back ',
    spellings: [
      { ...first, text: ' ' },
      { ...second, words: 'fish，sea; 海、' },
    ],
  };
  expect(termFrom(changed)).toEqual({
    name: 'Quill back',
    category: 'model',
    aliases: [{ text: 'QB', strength: 'weak', for: { words: ['fish', 'sea', '海'] } }],
  });
});

it('finds the field of each problem, past spellings that were left empty', () => {
  const fields = fieldsOf(TERM);
  const spellings = [
    { key: 9, text: '', strength: 'strong', words: '' } as const,
    ...fields.spellings,
  ];
  const fieldAt = (path: string, reason = 'is empty') =>
    fieldOfTermProblem({ path, reason }, { ...fields, spellings });
  expect(fieldAt('terms[3].name.en')).toBe('name');
  expect(fieldAt('terms[3].aliases[0].text')).toBe(1);
  expect(fieldAt('aliases[1].for')).toBe(2);
  expect(fieldAt('terms[7].aliases[0].text', '"QB" is claimed by "quillback" already')).toBe(2);
  expect(fieldAt('terms[3].aliases', 'has no alias')).toBeUndefined();
});

it('asks for words where a spelling counts only near some', () => {
  const fields = fieldsOf(TERM);
  expect(problemsOfTerm(fields)).toEqual([]);
  const spellings = fields.spellings.map((one) => ({ ...one, words: ' , ' }));
  expect(problemsOfTerm({ ...fields, spellings })).toEqual([
    { path: 'aliases[1].for', reason: 'is empty' },
  ]);
});
