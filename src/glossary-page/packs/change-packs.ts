import type { Pack } from '../../glossary/pack-schema';
import { openPackDatabase, type PackDatabase } from '../../packs/pack-database';
import { publishChange } from '../../packs/publish-change';
import { readPack } from '../../packs/reader-packs';

/**
 * Changes the reader's packs and lets pages and lists know.
 *
 * @param undo Takes back a change whose names find no room; without it the change stands, see {@link publishChange}.
 * @throws {Error} why the change was not made, or was taken back.
 */
export async function changePacks(
  change: (database: PackDatabase) => Promise<unknown>,
  undo?: (database: PackDatabase) => Promise<unknown>,
): Promise<void> {
  const database = await openPackDatabase();
  try {
    await change(database);
  } finally {
    database.close();
  }
  await publishChange(undo);
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
