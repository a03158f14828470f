import builtInPack from 'virtual:built-in-pack';
import browser from 'webextension-polyfill';
import { buildIndex } from '../matcher/build-index';
import { openPackDatabase } from './pack-database';
import { READER_INDEX_KEY } from './reader-index-key';
import { listPacks, readPack } from './reader-packs';

/**
 * Makes the index of all names, the built-in pack's and those of the reader's enabled packs, and hands it
 * to the scripts in pages: they read it once and follow its changes. Without packs of the reader's there
 * is none, and page scripts use the one they carry. Call it after every change of the packs.
 */
export async function publishReaderIndex(): Promise<void> {
  // One at a time: of two changes at once, the later publication sees both.
  await navigator.locks.request('reader-index', async () => {
    const database = await openPackDatabase();
    try {
      const enabled = (await listPacks(database)).filter((record) => record.enabled);
      const packs = await Promise.all(enabled.map(({ id }) => readPack(database, id)));
      const known = packs.filter((pack) => pack !== undefined);
      if (known.length === 0) await browser.storage.local.remove(READER_INDEX_KEY);
      else
        await browser.storage.local.set({
          [READER_INDEX_KEY]: buildIndex([builtInPack, ...known]),
        });
    } finally {
      database.close();
    }
  });
}
