import { compareVersions, type Difference, type PackDifference } from '../glossary/compare-packs';
import type { LocalText, Pack } from '../glossary/pack-schema';

/** Entries of a difference that are shown; of the rest only the number. */
const SHOWN = 50;

/** One kind of change, as a reader is shown it. */
export interface ChangeSummary {
  count: number;
  /** The first of them: a term's name, a fact's text; as it was and as it will be. */
  shown: readonly { before?: LocalText; after?: LocalText }[];
}

export interface ItemSummary {
  added: ChangeSummary;
  removed: ChangeSummary;
  changed: ChangeSummary;
}

/** What a reader should know before a pack takes the place of the one with the same id. */
export interface UpdateSummary {
  /** Above zero when the file is the newer one, 0 when it has the same version. */
  newer: number;
  before: string;
  after: string;
  terms: ItemSummary;
  facts: ItemSummary;
}

/** What changes when a pack takes the place of another with the same id; lists show the first few of each kind. */
export function summariseUpdate(
  before: Pack,
  after: Pack,
  { terms, facts }: PackDifference,
): UpdateSummary {
  return {
    newer: compareVersions(after.version, before.version),
    before: before.version,
    after: after.version,
    terms: summarise(terms, ({ name }) => name),
    facts: summarise(facts, ({ text }) => text),
  };
}

function summarise<Item>(
  { added, removed, changed }: Difference<Item>,
  textOf: (item: Item) => LocalText,
): ItemSummary {
  return {
    added: { count: added.length, shown: first(added, (item) => ({ after: textOf(item) })) },
    removed: { count: removed.length, shown: first(removed, (item) => ({ before: textOf(item) })) },
    changed: {
      count: changed.length,
      shown: first(changed, (item) => ({ before: textOf(item.before), after: textOf(item.after) })),
    },
  };
}

function first<Item, Shown>(items: readonly Item[], show: (item: Item) => Shown): Shown[] {
  return items.slice(0, SHOWN).map(show);
}
