import type { CardFact, CardMeasure, CardTerm } from '../glossary/card-term';
import { TOPICS, type Topic } from '../glossary/pack-schema';

/** The facts on one topic: those that are about several of the compared terms, and each one's own. */
export interface ComparedTopic {
  topic: Topic;
  common: readonly CardFact[];
  /** In the order of the terms. */
  own: readonly (readonly CardFact[])[];
}

/** What can be held against each other, in the order it is shown. */
export interface Comparison {
  measures: readonly CardMeasure[];
  topics: readonly ComparedTopic[];
}

/** Finds what several terms have to be compared by. */
export function compareTerms(terms: readonly CardTerm[]): Comparison {
  const measures = new Map<string, CardMeasure>();
  for (const measure of terms.flatMap((term) => term.measures)) {
    if (!measures.has(measure.id)) measures.set(measure.id, measure);
  }
  const uses = new Map<string, number>();
  for (const fact of terms.flatMap((term) => term.facts)) {
    uses.set(keyOf(fact), (uses.get(keyOf(fact)) ?? 0) + 1);
  }
  const isCommon = (fact: CardFact) => (uses.get(keyOf(fact)) ?? 0) > 1;
  return {
    measures: [...measures.values()],
    topics: TOPICS.map((topic) => {
      const facts = terms.map((term) => term.facts.filter((fact) => fact.topic === topic));
      return {
        topic,
        common: unique(facts.flat().filter(isCommon)),
        own: facts.map((list) => list.filter((fact) => !isCommon(fact))),
      };
    }).filter(({ common, own }) => common.length > 0 || own.some((list) => list.length > 0)),
  };
}

/** Identifies a fact over all packs. */
export function keyOf(fact: CardFact): string {
  return `${fact.pack} ${fact.id}`;
}

function unique(facts: readonly CardFact[]): CardFact[] {
  return [...new Map(facts.map((fact) => [keyOf(fact), fact])).values()];
}
