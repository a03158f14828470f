import { FACT_KINDS, type Fact } from './pack-schema';

/** A fact and what its place on a card depends on besides itself. */
export interface DatedFact {
  fact: Fact;
  /** The day it describes, `YYYY-MM-DD`. */
  date: string;
}

/**
 * Puts the facts of a term in the order of a card, strongest first:
 *
 * 1. by kind, in the order of {@link FACT_KINDS}: what was measured, what is reported, what a single test
 *    showed, what explains the thing, and last what somebody thinks of it;
 * 2. the newer first, so that of two facts that disagree the later one is read first;
 * 3. facts that are most about this term before those it only appears in;
 * 4. facts with a figure before those without;
 * 5. as the source tells them.
 *
 * @param term The id of the term whose card it is.
 * @returns A comparison for `sort`.
 */
export function strongestFirst(term: string) {
  const rank = ({ fact }: DatedFact) => [
    FACT_KINDS.indexOf(fact.kind),
    fact.terms[0] === term ? 0 : 1,
    fact.figures?.length ? 0 : 1,
    fact.passage ?? Number.MAX_SAFE_INTEGER,
  ];
  return (one: DatedFact, other: DatedFact): number => {
    const [kind = 0, ...rest] = rank(one).map((value, index) => value - (rank(other)[index] ?? 0));
    return (
      kind || compare(other.date, one.date) || rest.find((difference) => difference !== 0) || 0
    );
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
