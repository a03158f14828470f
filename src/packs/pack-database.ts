import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Fact, Pack, Term } from '../glossary/pack-schema';

/** A pack without its terms and facts, and where it stands among the reader's. */
export interface PackRecord {
  id: string;
  header: Omit<Pack, 'terms' | 'facts'>;
  terms: number;
  facts: number;
  enabled: boolean;
  /** Position in the reader's list, from 0; gaps are allowed. */
  order: number;
  /** When it was imported or last changed, in milliseconds since 1970. */
  changed: number;
}

interface TermRecord {
  pack: string;
  /** Position in the pack, so that an export gives back the order of the import. */
  order: number;
  term: Term;
}

interface FactRecord {
  pack: string;
  order: number;
  fact: Fact;
}

interface PackSchema extends DBSchema {
  packs: { key: string; value: PackRecord };
  terms: { key: [string, string]; value: TermRecord; indexes: { term: string } };
  facts: { key: [string, string]; value: FactRecord; indexes: { terms: string } };
}

export type PackDatabase = IDBPDatabase<PackSchema>;

const NAME = 'ai-footnotes-packs';

/**
 * Opens the database of the reader's packs, and makes it where there is none.
 *
 * Version 1 (2026-11): packs, terms by pack and id, facts by pack and id; terms are found by their id and
 * facts by the ids of their terms, over all packs.
 *
 * @throws {DOMException} where the browser keeps no databases (Firefox with history off) or the disk is full.
 */
export function openPackDatabase(): Promise<PackDatabase> {
  return openDB<PackSchema>(NAME, 1, {
    upgrade(database) {
      database.createObjectStore('packs', { keyPath: 'id' });
      database
        .createObjectStore('terms', { keyPath: ['pack', 'term.id'] })
        .createIndex('term', 'term.id');
      database
        .createObjectStore('facts', { keyPath: ['pack', 'fact.id'] })
        .createIndex('terms', 'fact.terms', { multiEntry: true });
    },
    blocking(_current, _blocked, event) {
      // A newer version of the extension wants to upgrade: an old page must not stand in its way.
      (event.target as IDBDatabase).close();
    },
  });
}

/** The range of keys `[pack, anything]`. */
export function allOf(pack: string): IDBKeyRange {
  return IDBKeyRange.bound([pack], [pack, []]);
}
