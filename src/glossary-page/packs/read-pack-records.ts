import { openPackDatabase, type PackRecord } from '../../packs/pack-database';
import { listPacks } from '../../packs/reader-packs';

/** The reader's packs in her order; none where the browser keeps no databases. */
export async function readPackRecords(): Promise<PackRecord[]> {
  try {
    const database = await openPackDatabase();
    try {
      return await listPacks(database);
    } finally {
      database.close();
    }
  } catch (error) {
    console.error("AI Footnotes could not read the reader's own packs:", error);
    return [];
  }
}
