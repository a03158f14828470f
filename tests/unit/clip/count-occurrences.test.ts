import { describe, expect, it } from 'vitest';
import { countOccurrences } from '../../../src/clip/count-occurrences';

describe('how often a spelling stands in a text', () => {
  it.each([
    ['The cat and the other THE.', 'the', 3],
    ['AI, AIs and OpenAI; 用AI写', 'AI', 2],
    ['模型与大模型', '模型', 2],
    ['aaaa', 'aa', 0],
    ['R1 R1-Zero R10', 'r1', 2],
    ['anything', '', 0],
  ])('«%s» holds «%s» %d times', (text, spelling, count) => {
    expect(countOccurrences(text, spelling)).toBe(count);
  });
});
