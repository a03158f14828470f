import type { Pack } from '../glossary/pack-schema';

/**
 * Cuts packs down to what concerns one term: what is said of it, and the terms it is related to or measured
 * against, by name. Each pack is gone through once, not again for each of thousands of terms.
 */
export function partsOfPacks(packs: readonly Pack[]): (id: string) => Pack[] {
  const sorted = packs.map((pack) => ({
    pack,
    terms: groupBy(pack.terms, ({ id }) => [id]),
    facts: groupBy(pack.facts, ({ terms }) => terms),
  }));
  const measuresOf = groupBy(
    packs.flatMap(({ measures = [] }) => measures),
    ({ values }) => values.map(({ term }) => term),
  );
  return (id) => {
    // A pack may add values to another's measure without one for the term.
    const measured = new Set(measuresOf.get(id)?.map((measure) => measure.id));
    const named = new Set([id]);
    const parts = sorted.map(({ pack, terms, facts }) => {
      const measures = (pack.measures ?? []).filter((measure) => measured.has(measure.id));
      for (const { values } of measures) for (const { term } of values) named.add(term);
      for (const { related = [] } of terms.get(id) ?? []) for (const one of related) named.add(one);
      return { ...pack, measures, facts: facts.get(id) ?? [], terms };
    });
    return parts.map((part) => ({
      ...part,
      terms: [...named].flatMap((one) => part.terms.get(one) ?? []),
    }));
  };
}

/** What there is under each key, in its order; what has a key twice stands there once. */
export function groupBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
