import { describe, expect, it } from 'vitest';
import { mentionContext } from '../../../src/popup/mention-context';

const contextOf = (before: string, text: string, after: string) => {
  const context = mentionContext({ id: '1', term: 'a', before, text, after });
  return [context.before, context.text, context.after];
};

describe('the words around a mention', () => {
  it('are whole where a block begins with them', () => {
    expect(contextOf('In January ', 'DeepSeek R1', ' came.')).toEqual([
      'In January ',
      'DeepSeek R1',
      ' came.',
    ]);
    expect(contextOf('', 'OpenAI', '')).toEqual(['', 'OpenAI', '']);
  });

  it('begin with a word after an ellipsis where there are more', () => {
    expect(contextOf('ther than anything that the lab had made, ', 'o1', '')[0]).toBe(
      '…the lab had made, ',
    );
  });

  it('end with an ellipsis where the page has more of them', () => {
    const after = ' makes the chips for both. Not bad, said ';
    expect(contextOf('', 'NVIDIA', after.slice(0, 40))[2]).toBe(
      ' makes the chips for both. Not bad, said…',
    );
  });

  it('keep the end of a word longer than their room', () => {
    expect(contextOf('a donaudampfschifffahrtsgesellschaft', 'o1', '')[0]).toBe(
      '…fffahrtsgesellschaft',
    );
  });

  it('count characters of Chinese as two, and begin with any of them', () => {
    expect(contextOf('周一上午这家位于杭州的人工智能公司发布了', 'R1', '')[0]).toBe(
      '…的人工智能公司发布了',
    );
  });

  it('stand on one line, whatever the page breaks', () => {
    expect(contextOf('\n  It\n beat ', 'DeepSeek\n  R1', '\nby far')).toEqual([
      'It beat ',
      'DeepSeek R1',
      ' by far',
    ]);
  });
});
