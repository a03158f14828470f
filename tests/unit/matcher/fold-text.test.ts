import { expect, test } from 'vitest';
import { IDEOGRAPH } from '../../../src/matcher/anchor-search.ts';
import { foldMoving, isPlain } from '../../../src/matcher/fold-text.ts';

const CODE_UNITS = Array.from({ length: 0x1_0000 }, (_, code) => code);

test('a text is plain where folding moves nothing and nothing can be an ideograph, and else it is not', () => {
  const isSo = (code: number) => {
    const text = `a${String.fromCharCode(code)}b`;
    return isPlain(text) === (foldMoving(text).offsets === undefined && !IDEOGRAPH.test(text));
  };
  expect(CODE_UNITS.filter((code) => !isSo(code))).toEqual([]);
});

test('it is not plain wherever what is unusual stands', () => {
  for (const text of ['\u200bo1', 'o1\u200b', 'é’\u00ad', 'é’中', '\ud835\udde2']) {
    expect(isPlain(text), text).toBe(false);
  }
  expect(isPlain('Plain “letters” – with é, ß, Ω, я and ع.')).toBe(true);
});
