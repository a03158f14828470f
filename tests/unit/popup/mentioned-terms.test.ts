import builtInPack from 'virtual:built-in-pack';
import { describe, expect, it } from 'vitest';
import { mentionedTerms, searchableMentions } from '../../../src/popup/mentioned-terms';
import { searchTerms } from '../../../src/ui/term-search';

const mention = (id: string, term: string, text: string, frame = 0) => ({
  id,
  term,
  text,
  frame,
  before: '',
  after: '',
});

const mentions = [
  mention('1', 'openai-o1', 'o1'),
  mention('2', 'deepseek-r1', '深度求索R1'),
  mention('3', 'openai-o1', 'OpenAI o1'),
  mention('1', 'openai-o1', 'o1', 7),
  mention('4', 'of-a-removed-pack', 'Zorblax'),
];

describe("the popup's list", () => {
  const terms = mentionedTerms(mentions, [builtInPack], 'zh-Hans');

  it('has each term once, the first seen first, with all its mentions in all frames', () => {
    expect(terms.map(({ id, mentions: own }) => [id, own.length])).toEqual([
      ['openai-o1', 3],
      ['deepseek-r1', 1],
      ['of-a-removed-pack', 1],
    ]);
  });

  it('names terms, and says what they are, in the language of the facts, as far as a pack knows them', () => {
    expect(terms.map(({ name }) => name?.text)).toEqual(['OpenAI o1', 'DeepSeek R1', undefined]);
    expect(terms.map(({ summary }) => summary?.language)).toEqual([
      'zh-Hans',
      'zh-Hans',
      undefined,
    ]);
  });

  it('is filtered by any name, and by how the page spells it', () => {
    const searchable = searchableMentions(terms, [builtInPack]);
    expect(searchTerms(searchable, 'deep seek')).toEqual(['deepseek-r1']);
    expect(searchTerms(searchable, '深度求索')).toEqual(['deepseek-r1']);
    expect(searchTerms(searchable, 'zorb')).toEqual(['of-a-removed-pack']);
    expect(searchTerms(searchable, 'sora')).toEqual([]);
  });
});
