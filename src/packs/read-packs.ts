import builtInPack from 'virtual:built-in-pack';
import type { Pack } from '../glossary/pack-schema';
import { fromReaderPacks, readReaderPacksOf } from './read-reader-packs';
import { listPacks, readPack } from './reader-packs';

/**
 * All enabled packs as wholes, the built-in one first. For pages that show everything; a card reads its terms
 * alone.
 *
 * @returns the built-in pack alone where the browser keeps no databases (Firefox with history off).
 */
export async function readPacks(): Promise<Pack[]> {
  const packs = await fromReaderPacks(async (database) => {
    const enabled = (await listPacks(database)).filter((record) => record.enabled);
    const read = await Promise.all(enabled.map(({ id }) => readPack(database, id)));
    return read.filter((pack) => pack !== undefined);
  });
  return [builtInPack, ...packs];
}

/** What the enabled packs say of some terms; of the reader's packs no more than that is read. */
export async function readPacksOf(ids: readonly string[]): Promise<Pack[]> {
  return [builtInPack, ...(await readReaderPacksOf(ids))];
}
