import builtInPack from 'virtual:built-in-pack';
import type { Pack } from '../glossary/pack-schema';
import { openPackDatabase } from './pack-database';
import { listPacks, readPack } from './reader-packs';

/**
 * All enabled packs as wholes, the built-in one first. For pages that show everything; a card reads its terms
 * alone.
 *
 * @returns the built-in pack alone where the browser keeps no databases (Firefox with history off).
 */
export async function readPacks(): Promise<Pack[]> {
  try {
    const database = await openPackDatabase();
    try {
      const enabled = (await listPacks(database)).filter((record) => record.enabled);
      const packs = await Promise.all(enabled.map(({ id }) => readPack(database, id)));
      return [builtInPack, ...packs.filter((pack) => pack !== undefined)];
    } finally {
      database.close();
    }
  } catch (error) {
    console.error("AI Footnotes could not read the reader's own packs:", error);
    return [builtInPack];
  }
}
