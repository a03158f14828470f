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

/**
 * Some neighbouring terms or facts of a pack. Sixty thousand records of one each take a browser ten seconds
 * to write; in chunks it is a fraction of one.
 */
export interface Chunk<Item> {
  pack: string;
  /** Position among the pack's chunks, so that an export gives back the order of the import. */
  order: number;
  /** The ids of the terms that the items are or speak of, each once. */
  terms: string[];
  items: Item[];
}

interface PackSchema extends DBSchema {
  packs: { key: string; value: PackRecord };
  terms: { key: [string, number]; value: Chunk<Term>; indexes: { terms: string } };
  facts: { key: [string, number]; value: Chunk<Fact>; indexes: { terms: string } };
}

export type PackDatabase = IDBPDatabase<PackSchema>;

const NAME = 'ai-footnotes-packs';

/**
 * Opens the database of the reader's packs, and makes it where there is none.
 *
 * Version 1 (2026-11): packs; chunks of terms and of facts by pack and place, found by the ids of the terms
 * in them, over all packs.
 *
 * @throws {DOMException} where the browser keeps no databases (Firefox with history off) or the disk is full.
 */
export function openPackDatabase(): Promise<PackDatabase> {
  return openDB<PackSchema>(NAME, 1, {
    upgrade(database) {
      database.createObjectStore('packs', { keyPath: 'id' });
      for (const store of ['terms', 'facts'] as const) {
        database
          .createObjectStore(store, { keyPath: ['pack', 'order'] })
          .createIndex('terms', 'terms', { multiEntry: true });
      }
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
