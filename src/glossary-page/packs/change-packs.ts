import type { Pack } from '../../glossary/pack-schema';
import { openPackDatabase, type PackDatabase } from '../../packs/pack-database';
import { publishReaderIndex } from '../../packs/reader-index';
import { readPack } from '../../packs/reader-packs';

/** Changes the reader's packs and lets pages and lists know. */
export async function changePacks(
  change: (database: PackDatabase) => Promise<unknown>,
): Promise<void> {
  const database = await openPackDatabase();
  try {
    await change(database);
  } finally {
    database.close();
  }
  await publishReaderIndex();
}

/** A whole pack of the reader's. @throws {Error} when there is none of that id. */
export async function wholePack(id: string): Promise<Pack> {
  const database = await openPackDatabase();
  try {
    const pack = await readPack(database, id);
    if (pack === undefined) throw new Error(`there is no pack "${id}"`);
    return pack;
  } finally {
    database.close();
  }
}
