import { describe, expect, it } from 'vitest';
import { assembleBuiltInPack } from '../../../scripts/built-in-pack/assemble-built-in-pack.ts';
import type { Alias } from '../../../src/glossary/pack-schema.ts';
import { buildIndex } from '../../../src/matcher/build-index.ts';
import { toldReasons } from '../../../src/matcher/explain.ts';
import type { Reason } from '../../../src/matcher/mention.ts';
import { openMatcher } from '../../../src/matcher/open-matcher.ts';
import { loadPages } from '../../corpus/load-corpus.ts';
import { packOf } from './pack-of.ts';

const onPage = (text: string, weight: number): Reason => ({
  text,
  kind: 'word',
  weight,
  where: 'page',
});

describe('the reasons told of a decision', () => {
  it('make its score, on every page of the corpus', () => {
    const matcher = openMatcher(buildIndex([assembleBuiltInPack()]));
    let told = 0;
    for (const { title, blocks } of loadPages()) {
      const decided = matcher.decide(
        blocks.map(({ text }) => matcher.read(text)),
        { title: matcher.readTitle(title), why: true },
      );
      for (const { mentions, rejected = [] } of decided) {
        for (const { why } of [...mentions, ...rejected]) {
          if (why?.strength !== 'weak') continue;
          const sum = why.reasons.reduce((total, { weight }) => total + weight, 0);
          expect(sum).toBeCloseTo(why.score);
          told += why.reasons.length;
        }
      }
    }
    expect(told).toBeGreaterThan(1_000);
  });

  it('stand nearest first, and what is somewhere on the page in one line for and one against', () => {
    const words = ['llm', 'claude', 'sonnet', 'prompt', 'weights', 'logits'];
    const reasons: Reason[] = [
      ...words.map((text) => onPage(text, 0.1)),
      onPage('visa', -0.3),
      onPage('petition', -0.3),
      { text: 'openai', kind: 'term', weight: 1.2, where: 'beside' },
    ];
    expect(toldReasons(reasons, 0.8)).toEqual([
      { text: 'openai', kind: 'term', weight: 1.2, where: 'beside' },
      { text: 'visa, petition', kind: 'words', weight: -0.6, where: 'page' },
      {
        text: 'llm, claude, sonnet, prompt and 2 more',
        kind: 'words',
        weight: 0.2,
        where: 'page',
      },
    ]);
  });

  it('are never the name itself, however often it stands', () => {
    const alias: Alias = { text: 'calm', strength: 'weak', for: { words: ['calm', 'brew'] } };
    const matcher = openMatcher(buildIndex([packOf({ calm: [alias] })]));
    for (const block of ['It is calm.', 'It is calm, and calm again.']) {
      const [decided] = matcher.decide([matcher.read(block)], { why: true });
      for (const { why } of decided?.rejected ?? []) {
        expect(why).toMatchObject({ score: 0, reasons: [] });
      }
      expect(decided?.rejected?.length).toBeGreaterThan(0);
      expect(decided?.mentions).toEqual([]);
    }
  });

  it('say what much of one kind weighs less together', () => {
    const near = (text: string): Reason => ({ text, kind: 'word', weight: 0.6, where: 'near' });
    expect(toldReasons([near('one'), near('two')], 0.8).at(-1)).toEqual({
      text: 'more of a kind than counts',
      kind: 'limit',
      weight: -0.4,
      where: 'page',
    });
  });
});
