import { describe, expect, it } from 'vitest';
import { goesOnAsName, meaningBeside, rivalBefore } from '../../../src/matcher/rival.ts';

/** What stands before the name in brackets and owns it. */
function rivalIn(marked: string) {
  const start = marked.indexOf('[');
  return rivalBefore(marked.replace(/[[\]]/g, ''), start);
}

describe('the name right before a short one', () => {
  it.each([
    ['I tried the Rabbit [R1] today.', 'Rabbit'],
    ['We flew a KM3000 [V3] over it.', 'KM3000'],
    ['It runs on Uniswap’s [V3] pools.', 'Uniswap’s'],
    ['this 12 [R1] is a part', '12'],
    ['He flew the Boeing [V3] home.', 'Boeing'],
    ['Ask Emily [R1] questions.', 'Emily'],
    ['Acme Inc. [R1] gave in.', 'Inc.'],
  ])('owns it in "%s"', (text, owner) => {
    expect(rivalIn(text)?.text).toBe(owner);
  });

  it.each([
    'Using [R1] for code works.',
    'So [R1] it is.',
    'That is work. Asking [R1] to do it is waste.',
    'Surprisingly [R1] agreed.',
    'Weirdly [R1] agreed.',
    'Got [R1] to agree.',
    'It runs on Groq. [R1] is quick there.',
    'I like the [R1] more.',
    '它比[R1]好',
    'Rabbit, [R1], Canon',
    'Rabbit-[R1]',
  ])('is none in "%s"', (text) => {
    expect(rivalIn(text)).toBeUndefined();
  });

  it('stands where its span says', () => {
    const text = 'A Rabbit R1 costs 199.';
    const rival = rivalBefore(text, text.indexOf('R1'));
    expect(text.slice(rival?.start, rival?.end)).toBe('Rabbit');
  });

  it('is told from a plain word in a heading that writes every word large', () => {
    expect(rivalIn('Nobody Saw That Coming: Cheap [R1] Beats Large Models')?.inHeading).toBe(true);
    expect(
      rivalIn('Nobody saw that coming, but the Rabbit [R1] beats large models')?.inHeading,
    ).toBe(false);
  });
});

describe('what an acronym is said to stand for', () => {
  const meaningIn = (marked: string) => {
    const text = marked.replace(/[[\]]/g, '');
    const meaning = meaningBeside(text, marked.indexOf('['), marked.indexOf(']') - 1);
    expect(text.slice(meaning?.start, meaning?.end)).toBe(meaning?.text ?? text);
    return meaning?.text;
  };

  it.each([
    ['with acute gastrointestinal injury ([AGI]) were', 'acute gastrointestinal injury'],
    ['The margin of error ([MoE]) is 3.', 'margin of error'],
    ['Large Reasoning Models ([LRMs]) think.', 'Large Reasoning Models'],
    ['[RL] (root length) was measured.', 'root length'],
    ['[SFT] (side-facing tube; see below)', 'side-facing tube'],
  ])('is read in "%s"', (text, meaning) => {
    expect(meaningIn(text)).toBe(meaning);
  });

  it.each([
    'We use [RL] (see below).',
    'We use [RL] (really long runs of it).',
    'unrelated lists ([AGI])',
    'It thinks (or [RL] does).',
    'the road (RL) and [RL]',
  ])('is nothing in "%s"', (text) => {
    expect(meaningIn(text)).toBeUndefined();
  });
});

describe('a name that goes on', () => {
  const goesOn = (text: string) => goesOnAsName(text, text.indexOf('GPT') + 'GPT'.length);

  it('names a product where a capitalised word follows', () => {
    expect(goesOn('we run GPT Researcher every night')).toBe(true);
    expect(goesOn('用 GPT Pilot 写代码')).toBe(true);
  });

  it('names none before small letters, capitals alone, or in a heading', () => {
    expect(goesOn('we ask GPT often')).toBe(false);
    expect(goesOn('we call the GPT API often')).toBe(false);
    expect(goesOn('Members Complain That GPT Forgets Their Names')).toBe(false);
  });
});
