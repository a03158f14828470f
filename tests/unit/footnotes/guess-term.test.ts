import { describe, expect, it } from 'vitest';
import { guessName, guessTerms } from '../../../src/footnotes/guess-term';

describe('the terms of a passage', () => {
  it('come by how often they are mentioned, then by place', () => {
    expect(guessTerms(['openai', 'deepseek-r1', 'sora', 'deepseek-r1'])).toEqual([
      'deepseek-r1',
      'openai',
      'sora',
    ]);
    expect(guessTerms([])).toEqual([]);
  });
});

describe('the name of a new term', () => {
  it.each([
    ['Lantern 7B', 'Lantern 7B'],
    ['  灯塔\n模型 ', '灯塔 模型'],
    ['On Monday the laboratory said that Lantern 7B was ready to be used.', 'Lantern 7B'],
    ['The new Lantern 7B runs on a laptop and writes 21 words a second.', 'Lantern 7B'],
    ['In tests it beat the older Qwen 2.5 by a wide margin, they said there.', 'Qwen 2.5'],
    [
      '潮水实验室日前发布新一代开源模型Lantern 7B，可在普通笔记本电脑上流畅运行，速度很快，深受用户好评。',
      'Lantern 7B',
    ],
    [
      '潮水实验室日前发布新一代开源模型“灯塔”，可在普通笔记本电脑上流畅运行，速度很快，深受用户好评和欢迎。',
      '灯塔',
    ],
    ['nothing here looks like a name at all, however long the passage may be', ''],
  ])('in «%s» is «%s»', (selection, name) => {
    expect(guessName(selection)).toBe(name);
  });
});
