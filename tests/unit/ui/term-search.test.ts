import builtInPack from 'virtual:built-in-pack';
import { describe, expect, it } from 'vitest';
import { searchableTerms, searchTerms } from '../../../src/ui/term-search';

const terms = searchableTerms(builtInPack.terms);
const best = (typed: string) => searchTerms(terms, typed)[0];

describe('searching the terms', () => {
  it.each([
    ['deepseek r1', 'deepseek-r1'],
    ['DeepSeekR1', 'deepseek-r1'],
    ['ｄｅｅｐｓｅｅｋ－Ｒ１', 'deepseek-r1'],
    ['r1 zero', 'deepseek-r1-zero'],
    ['gpt4o', 'gpt-4o'],
    ['GPT 4O', 'gpt-4o'],
    ['深度求索', 'deepseek'],
    ['英伟达', 'nvidia'],
    ['輝達', 'nvidia'],
    ['幻方', 'high-flyer'],
    ['刘知远', 'liu-zhiyuan'],
    ['劉知遠', 'liu-zhiyuan'],
    ['Mixture of experts', 'moe'],
  ])('finds for "%s" first %s', (typed, id) => {
    expect(best(typed)).toBe(id);
  });

  it.each([
    ['depseek', 'deepseek'],
    ['deepseke', 'deepseek'],
    ['nvidai', 'nvidia'],
    ['opneai', 'openai'],
  ])('forgives the slip in "%s"', (typed, id) => {
    expect(best(typed)).toBe(id);
  });

  it('gives all terms in their order for nothing typed', () => {
    const all = searchTerms(terms, '  ');
    expect(all).toHaveLength(builtInPack.terms.length);
    expect(all[0]).toBe(builtInPack.terms[0]?.id);
  });

  it('puts a whole name before the start of one, and that before a part', () => {
    const found = searchTerms(terms, 'openai');
    expect(found[0]).toBe('openai');
    expect(found).toContain('openai-o1');
  });

  it('finds nothing for what no term is about', () => {
    expect(searchTerms(terms, 'zucchini bread')).toEqual([]);
  });

  it('costs no more per term among 10,000 terms than among 1,000', () => {
    const few = inventedTerms(1_000);
    const many = inventedTerms(10_000);
    expect(searchTerms(many, 'model 9999')[0]).toBe('term-9999');
    expect(fastest(() => searchTerms(many, 'model 9'))).toBeLessThan(
      30 * fastest(() => searchTerms(few, 'model 9')),
    );
  });
});

function inventedTerms(count: number) {
  return searchableTerms(
    Array.from({ length: count }, (_, index) => ({
      id: `term-${index}`,
      category: 'model' as const,
      name: { en: `Invented model ${index}` },
      aliases: [{ text: `im${index}`, strength: 'strong' as const }],
    })),
  );
}

/** Milliseconds of the fastest of many runs: what else the machine does makes runs slower, never faster. */
function fastest(run: () => void): number {
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
