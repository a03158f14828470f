import { OWN_PACK_ID } from '../glossary/own-pack-id';
import { importPack } from '../packs/import-pack';
import { openPackDatabase, type PackDatabase } from '../packs/pack-database';
import { publishChange } from '../packs/publish-change';
import { publishReaderIndex } from '../packs/reader-index';
import { enablePack, listPacks, orderPacks, readPack, removePack } from '../packs/reader-packs';
import { isReadable, isSettingKey } from '../settings/reader-settings';
import { changeItems, readItems } from '../settings/store';
import type { BackedUpPack, Backup } from './backup-format';

/**
 * Everything of the reader's, as it stands. A value of a newer version for a setting that this one knows is left
 * out: here it counts as not set, and a file with it would be refused.
 *
 * @throws {DOMException} where the browser keeps no databases.
 */
export async function readBackup(): Promise<Backup> {
  const database = await openPackDatabase();
  try {
    const settings = Object.entries(await readItems()).filter(
      ([key, value]) => isReadable(key, value) || !isSettingKey(key),
    );
    return { settings: Object.fromEntries(settings), packs: await readAllPacks(database) };
  } finally {
    database.close();
  }
}

/**
 * Puts everything back to what a back-up holds: settings and packs that it lacks go, but for the settings of
 * newer versions.
 *
 * @throws where the disk is full or the browser keeps no database; packs and settings are as before then.
 */
export function restoreBackup(backup: Backup): Promise<void> {
  // A footnote that is saved meanwhile waits, and is added to what is restored.
  return navigator.locks.request(OWN_PACK_ID, () => restore(backup));
}

async function restore({ settings, packs }: Backup): Promise<void> {
  const database = await openPackDatabase();
  try {
    const before = await readAllPacks(database);
    try {
      await replacePacks(database, packs);
      await publishReaderIndex();
      await replaceSettings(settings);
    } catch (error) {
      await replacePacks(database, before);
      await publishChange();
      throw error;
    }
  } finally {
    database.close();
  }
}

async function readAllPacks(database: PackDatabase): Promise<BackedUpPack[]> {
  const records = await listPacks(database);
  const packs = await Promise.all(
    records.map(async ({ id, enabled }) => ({ enabled, pack: await readPack(database, id) })),
  );
  return packs.flatMap(({ enabled, pack }) => (pack === undefined ? [] : [{ enabled, pack }]));
}

async function replacePacks(database: PackDatabase, packs: readonly BackedUpPack[]): Promise<void> {
  const ids = packs.map(({ pack }) => pack.id);
  for (const { pack, enabled } of packs) {
    await importPack(database, pack, { now: Date.now() });
    await enablePack(database, pack.id, enabled);
  }
  for (const { id } of await listPacks(database)) {
    if (!ids.includes(id)) await removePack(database, id);
  }
  await orderPacks(database, ids);
}

async function replaceSettings(settings: Backup['settings']): Promise<void> {
  const gone = Object.entries(await readItems()).filter(([key, value]) => isReadable(key, value));
  await changeItems(
    new Map([
      ...gone.map(([key]): [string, unknown] => [key, undefined]),
      ...Object.entries(settings),
    ]),
  );
}
