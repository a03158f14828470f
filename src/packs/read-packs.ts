import builtInPack from 'virtual:built-in-pack';
import type { Pack } from '../glossary/pack-schema';
import { openPackDatabase, type PackDatabase } from './pack-database';
import { listPacks, readPack, readTerms } from './reader-packs';

/**
 * All enabled packs as wholes, the built-in one first. For pages that show everything; a card reads its terms
 * alone.
 *
 * @returns the built-in pack alone where the browser keeps no databases (Firefox with history off).
 */
export function readPacks(): Promise<Pack[]> {
  return withBuiltIn(async (database) => {
    const enabled = (await listPacks(database)).filter((record) => record.enabled);
    const packs = await Promise.all(enabled.map(({ id }) => readPack(database, id)));
    return packs.filter((pack) => pack !== undefined);
  });
}

/** What the enabled packs say of some terms; of the reader's packs no more than that is read. */
export function readPacksOf(ids: readonly string[]): Promise<Pack[]> {
  return withBuiltIn((database) => readTerms(database, ids));
}

async function withBuiltIn(read: (database: PackDatabase) => Promise<Pack[]>): Promise<Pack[]> {
  try {
    const database = await openPackDatabase();
    try {
      return [builtInPack, ...(await read(database))];
    } finally {
      database.close();
    }
  } catch (error) {
    console.error("AI Footnotes could not read the reader's own packs:", error);
    return [builtInPack];
  }
}
