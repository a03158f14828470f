import { describe, expect, it } from 'vitest';
import {
  aliasesOf,
  draftForFootnote,
  draftForSelection,
  footnoteFrom,
  NEW_TERM,
} from '../../../src/clip/start-draft';
import type { PageFacts } from '../../../src/footnotes/guess-source';
import type { FootnoteDraft } from '../../../src/messaging/vocabulary';

const page: PageFacts = { address: 'https://a.example/b', title: 'A title', dates: ['2025-01-02'] };
const today = '2026-11-24';

describe('the form for a selection', () => {
  it('starts from the passage, its likeliest term and its page', () => {
    const fields = draftForSelection('  R1 is\n cheap. ', page, ['deepseek-r1', 'openai'], today);
    expect(fields).toMatchObject({ text: 'R1 is cheap.', term: 'deepseek-r1', language: 'en' });
    expect(footnoteFrom(fields)).toEqual({
      language: 'en',
      text: 'R1 is cheap.',
      term: 'deepseek-r1',
      kind: 'reported',
      source: {
        title: 'A title',
        publisher: 'a.example',
        date: '2025-01-02',
        link: 'https://a.example/b',
      },
    });
  });

  it('offers a new term where the passage mentions none', () => {
    const fields = draftForSelection('Lantern 7B', page, [], today);
    expect(fields.term).toBe(NEW_TERM);
    expect(footnoteFrom({ ...fields, spellings: 'Lantern-7, 灯塔 ，' }).term).toEqual({
      name: 'Lantern 7B',
      category: 'model',
      aliases: ['Lantern 7B', 'Lantern-7', '灯塔'].map((text) => ({ text, strength: 'strong' })),
    });
  });

  it('lets a doubtful name count only near words of the reader’s', () => {
    const fields = draftForSelection('Lantern', page, [], today);
    const { term } = footnoteFrom({ ...fields, strength: 'weak', nearWords: 'model, 大模型' });
    expect(term).toMatchObject({
      aliases: [{ text: 'Lantern', strength: 'weak', for: { words: ['model', '大模型'] } }],
    });
  });

  it.each([
    ['灯塔很快', undefined, 'zh-Hans'],
    ['燈塔很快', 'zh-TW', 'zh-Hant'],
    ['Lantern is fast', 'zh-CN', 'en'],
  ])('takes «%s» on a page in %s for %s', (text, language, expected) => {
    const fields = draftForSelection(text, { ...page, ...(language && { language }) }, [], today);
    expect(fields.language).toBe(expected);
  });
});

describe('the form for a footnote', () => {
  it('gives back what it was given when nothing is changed', () => {
    const footnote: FootnoteDraft = {
      language: 'zh-Hant',
      text: '燈塔很快。',
      term: 'lantern-7b',
      kind: 'expert-view',
      attribution: '某人',
      source: { title: '標題', publisher: '報', date: '2025-06-02', link: 'https://a.example/' },
    };
    expect(footnoteFrom(draftForFootnote(footnote))).toEqual(footnote);
  });
});

describe('spellings', () => {
  it('are kept once each, in order, the name first', () => {
    expect(aliasesOf({ name: ' A 1 ', spellings: 'b、c;A 1,,d' })).toEqual(['A 1', 'b', 'c', 'd']);
  });
});
