import { openPackDatabase, type PackDatabase } from './pack-database';
import { publishReaderIndex } from './reader-index';
import { reasonOf } from './reason-of';

/**
 * Hands the names to pages after a change of the packs, whose names may find no room in the browser's storage:
 * what the list says is in use must be what pages know.
 *
 * @param undo Takes the change back. Without it the change stands, and its names follow with the next one: a
 *   footnote that is written is not lost for want of room, and what is removed is gone.
 * @returns why a change that stands is not handed over; nothing where it is.
 * @throws {Error} why the names could not be handed over, after `undo`.
 */
export async function publishChange(
  undo?: (database: PackDatabase) => Promise<unknown>,
): Promise<string | undefined> {
  try {
    await publishReaderIndex();
    return undefined;
  } catch (error) {
    if (undo === undefined) {
      console.error('AI Footnotes could not hand the names of packs to pages:', error);
      return reasonOf(error);
    }
    const database = await openPackDatabase();
    try {
      await undo(database);
    } finally {
      database.close();
    }
    // What was handed over before still is; lists must hear of it.
    await publishChange();
    throw error;
  }
}
