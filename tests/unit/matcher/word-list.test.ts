import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldEntry } from '../../../src/matcher/fold-entry.ts';
import { readWordList, writeWordList } from '../../../src/matcher/word-list.ts';

describe('a list of words', () => {
  it('is read as it was written, whatever the words, once they are folded and sorted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 12 }),
        (texts) => {
          const words = [...new Set(texts.map(foldEntry))].filter((word) => word !== '').sort();
          expect(readWordList(writeWordList(words))).toEqual(words);
        },
      ),
    );
  });

  it('leaves out what words share with those before them', () => {
    expect(writeWordList(['token', 'tokens', 'tokyo', '词元'])).toBe('AtokenFsDyoA词元');
    const long = ['a'.repeat(40), 'a'.repeat(41)];
    expect(readWordList(writeWordList(long))).toEqual(long);
  });

  it('cuts no character in two: storage keeps no half of one', () => {
    expect(writeWordList(['🤖 arm', '🤖 leg', '🤗'])).toBe('A🤖 armDlegA🤗');
    expect(readWordList(writeWordList(['🤖', '🤗']))).toEqual(['🤖', '🤗']);
  });

  it('may be empty', () => {
    expect(readWordList(writeWordList([]))).toEqual([]);
  });
});
