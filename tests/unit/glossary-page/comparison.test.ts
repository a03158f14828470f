import builtInPack from 'virtual:built-in-pack';
import { describe, expect, it } from 'vitest';
import { readCardTerm } from '../../../src/glossary/read-card-term';
import { compareTerms } from '../../../src/glossary-page/comparison';

const terms = ['deepseek-r1', 'openai-o1'].flatMap(
  (id) => readCardTerm([builtInPack], id, 'en') ?? [],
);

describe('R1 against o1', () => {
  const { measures, topics } = compareTerms(terms);

  it('is measured by AIME, Codeforces and price', () => {
    expect(measures.map(({ id }) => id)).toEqual(['aime-2024', 'codeforces', 'price-against-o1']);
  });

  it('has facts on release, strengths, openness and cost of both', () => {
    for (const topic of ['release', 'strengths', 'openness', 'cost']) {
      expect(topics.map((compared) => compared.topic)).toContain(topic);
    }
  });

  it('tells once what is said of both, and under its own name what is said of one', () => {
    const release = topics.find(({ topic }) => topic === 'release');
    expect(release?.common.map(({ id }) => id)).toEqual(['r1-vs-o1-date']);
    expect(release?.own.map((facts) => facts.map(({ id }) => id))).toEqual([
      ['r1-release', 'report-22'],
      ['o1-release'],
    ]);
  });
});
