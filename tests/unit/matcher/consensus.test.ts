import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/matcher/build-index.ts';
import { Consensus } from '../../../src/matcher/consensus.ts';
import { openMatcher } from '../../../src/matcher/open-matcher.ts';
import { packOf } from './pack-of.ts';

describe('the consensus of a page', () => {
  it('holds for a term that three blocks agree on, each counted once', () => {
    const consensus = new Consensus();
    for (const block of [1, 1, 1, 2]) consensus.agree(7, block);
    expect(consensus.holds(7)).toBe(false);
    consensus.agree(7, 3);
    expect(consensus.holds(7)).toBe(true);
    expect(consensus.holds(8)).toBe(false);
  });

  it('breaks where the name often stands for another thing', () => {
    const consensus = new Consensus();
    for (const block of [1, 2, 3, 4]) consensus.agree(7, block);
    for (const block of [5, 6]) consensus.oppose(7, block);
    expect(consensus.holds(7)).toBe(true);
    consensus.oppose(7, 8);
    expect(consensus.holds(7)).toBe(false);
  });
});

describe('a short name with little around it', () => {
  const matcher = openMatcher(
    buildIndex([
      packOf({
        token: [
          {
            text: 'token',
            strength: 'weak',
            for: { words: ['llm', 'prompt'] },
            against: { words: ['login'] },
          },
        ],
      }),
    ]),
  );
  const PLAIN = ['An LLM prompt is a token.', 'A token of the LLM prompt.', 'LLM, prompt, token.'];
  /** In which blocks something is marked; blocks that are not near stand between all of them. */
  const markedIn = (blocks: string[]) => {
    const spread = blocks.flatMap((block) => [block, 'x', 'x', 'x']);
    return matcher.decide(spread.map((block) => matcher.read(block))).map(({ block }) => block / 4);
  };

  it('means what it means elsewhere on the page', () => {
    expect(markedIn([...PLAIN, 'Then a token came.'])).toEqual([0, 1, 2, 3]);
  });

  it('means nothing where the page says so less often', () => {
    expect(markedIn([...PLAIN.slice(2), 'Then a token came.'])).toEqual([0]);
    const opposed = [...PLAIN.slice(1), 'A login token came.', 'Then a token came.'];
    expect(markedIn(opposed)).toEqual([0, 1]);
  });

  it('means nothing where something speaks against it', () => {
    expect(markedIn([...PLAIN, 'A login token came.'])).toEqual([0, 1, 2]);
  });

  it('is explained by the page', () => {
    const blocks = [...PLAIN, 'Then a token came.'].flatMap((block) => [block, 'x', 'x', 'x']);
    const decided = matcher.decide(
      blocks.map((block) => matcher.read(block)),
      { why: true },
    );
    const why = decided.find(({ block }) => block === 12)?.mentions[0]?.why;
    expect(why?.reasons).toContainEqual({
      text: 'token',
      kind: 'term',
      weight: 0.8,
      where: 'page',
    });
    expect(why?.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(why?.score ?? 0);
  });
});
