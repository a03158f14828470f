import type { Pack } from '../glossary/pack-schema';
import { openPackDatabase, type PackDatabase } from './pack-database';
import { readTerms } from './reader-packs';

/** What the reader's enabled packs say of some terms; no more than that is read. */
export function readReaderPacksOf(ids: readonly string[]): Promise<Pack[]> {
  return fromReaderPacks((database) => readTerms(database, ids));
}

/**
 * Reads from the database of the reader's packs.
 *
 * @returns nothing where the browser keeps no databases (Firefox with history off).
 */
export async function fromReaderPacks<Item>(
  read: (database: PackDatabase) => Promise<Item[]>,
): Promise<Item[]> {
  try {
    const database = await openPackDatabase();
    try {
      return await read(database);
    } finally {
      database.close();
    }
  } catch (error) {
    console.error("AI Footnotes could not read the reader's own packs:", error);
    return [];
  }
}
