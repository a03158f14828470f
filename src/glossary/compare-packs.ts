import type { Fact, Pack, Term } from './pack-schema';

/** What another version of a pack adds, takes away and changes, by id. */
export interface PackDifference {
  terms: Difference<Term>;
  facts: Difference<Fact>;
}

export interface Difference<Item> {
  added: readonly Item[];
  removed: readonly Item[];
  changed: readonly { before: Item; after: Item }[];
}

/**
 * What a reader gets by putting `after` in the place of `before`. The order of terms, facts and fields
 * makes no difference.
 */
export function comparePacks(before: Pack, after: Pack): PackDifference {
  return {
    terms: compareItems(before.terms, after.terms),
    facts: compareItems(before.facts, after.facts),
  };
}

function compareItems<Item extends { id: string }>(
  before: readonly Item[],
  after: readonly Item[],
): Difference<Item> {
  const old = new Map(before.map((item) => [item.id, item]));
  const added: Item[] = [];
  const changed: { before: Item; after: Item }[] = [];
  for (const item of after) {
    const known = old.get(item.id);
    old.delete(item.id);
    if (known === undefined) added.push(item);
    else if (canonical(known) !== canonical(item)) changed.push({ before: known, after: item });
  }
  return { added, removed: [...old.values()], changed };
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

/** Compares two versions written `1.2.3`: below zero when `one` is the older. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number)) as [
    number[],
    number[],
  ];
  for (const [index, part] of left.entries()) {
    const difference = part - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
