import { describe, expect, it } from 'vitest';
import { Scale } from '../../../src/matcher/scale.ts';
import {
  AGAINST,
  AGAINST_HINT,
  FOR_LIMIT,
  FOR_MAYBE,
  FOR_TERM,
  FOR_WORD,
  NEAR_AGAINST_LIMIT,
  NEAR_LIMIT,
  PAGE_AGAINST_LIMIT,
  PAGE_FOR_LIMIT,
  SAME_TERM,
  THRESHOLD,
} from '../../../src/matcher/weights.ts';

/** The score of these reasons. */
function scoreOf(fill: (scale: Scale) => void, isOfModel = false): number {
  const scale = new Scale(isOfModel);
  fill(scale);
  return scale.score;
}

const times = (count: number, act: () => void) => {
  for (let done = 0; done < count; done++) act();
};

describe('the scale', () => {
  it('is empty at zero', () => {
    expect(scoreOf(() => {})).toBe(0);
  });

  it('adds what speaks for and against from close by', () => {
    const score = scoreOf((scale) => {
      scale.add(FOR_WORD, 'block');
      scale.add(AGAINST, 'beside');
    });
    expect(score).toBeCloseTo(FOR_WORD.block + AGAINST.beside);
  });

  it('lets what stands near speak only so much, however much it is', () => {
    expect(scoreOf((scale) => times(50, () => scale.add(FOR_WORD, 'near')))).toBe(NEAR_LIMIT);
    expect(scoreOf((scale) => times(50, () => scale.add(AGAINST, 'near')))).toBe(
      -NEAR_AGAINST_LIMIT,
    );
  });

  it('lets what stands near be enough for the name of a model that nothing speaks against', () => {
    const praise = (scale: Scale) => times(50, () => scale.add(FOR_WORD, 'near'));
    expect(scoreOf(praise, true)).toBe(THRESHOLD);
    for (const where of ['near', 'page'] as const) {
      const opposed = scoreOf((scale) => {
        praise(scale);
        scale.add(AGAINST, where);
      }, true);
      expect(opposed).toBeCloseTo(NEAR_LIMIT + AGAINST[where]);
    }
  });

  it('loses nothing to the sums of decimal fractions', () => {
    const score = scoreOf((scale) => {
      scale.add(FOR_WORD, 'beside');
      scale.add(FOR_WORD, 'block');
      scale.add(AGAINST_HINT, 'block');
    });
    expect(score).toBeGreaterThanOrEqual(THRESHOLD);
  });

  it('lets the page at large speak only so much', () => {
    expect(scoreOf((scale) => scale.addFar(FOR_WORD.page, 50))).toBe(PAGE_FOR_LIMIT);
    expect(scoreOf((scale) => scale.addFar(AGAINST.page, 50))).toBe(-PAGE_AGAINST_LIMIT);
  });

  it('takes off what turned out to stand nearer', () => {
    const score = scoreOf((scale) => {
      scale.addFar(FOR_WORD.page, 2);
      scale.addFar(FOR_WORD.page, -1);
    });
    expect(score).toBeCloseTo(FOR_WORD.page);
  });

  it('has a limit for all that speaks for it, so that a word against beside it outweighs', () => {
    const praise = (scale: Scale) => times(50, () => scale.add(FOR_WORD, 'beside'));
    expect(scoreOf(praise)).toBe(FOR_LIMIT);
    const both = scoreOf((scale) => {
      praise(scale);
      scale.add(AGAINST, 'beside');
    });
    expect(both).toBeLessThan(1);
  });

  it('counts the term named in full beyond that limit', () => {
    const score = scoreOf((scale) => {
      times(50, () => scale.add(FOR_WORD, 'beside'));
      scale.add(SAME_TERM, 'block');
    });
    expect(score).toBeCloseTo(FOR_LIMIT + SAME_TERM.block);
  });

  it('takes many names that are perhaps of its kin for one, unless something else speaks for it', () => {
    const maybes = (scale: Scale) => times(3, () => scale.add(FOR_MAYBE, 'beside'));
    expect(scoreOf(maybes)).toBeLessThan(THRESHOLD);
    const score = scoreOf((scale) => {
      maybes(scale);
      scale.add(FOR_TERM, 'near');
    });
    expect(score).toBeCloseTo(Math.min(3 * FOR_MAYBE.beside + FOR_TERM.near, FOR_LIMIT));
  });

  it('halves what speaks against it from elsewhere where a related name stands beside it', () => {
    const score = scoreOf((scale) => {
      scale.add(FOR_TERM, 'beside');
      scale.add(AGAINST, 'near');
    });
    expect(score).toBeCloseTo(FOR_TERM.beside + AGAINST.near / 2);
  });
});
