import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { importPack } from '../../../src/packs/import-pack';
import { openPackDatabase, type PackDatabase } from '../../../src/packs/pack-database';
import { publishReaderIndex, renewReaderIndex } from '../../../src/packs/reader-index';
import { READER_INDEX_KEY } from '../../../src/packs/reader-index-key';
import { enablePack, removePack } from '../../../src/packs/reader-packs';
import { fakeBrowser, resetFakeBrowser } from '../settings/fake-browser';
import { makePack } from './make-pack';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../settings/fake-browser')).fakeBrowser,
}));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  resetFakeBrowser();
  Object.assign(fakeBrowser, { runtime: { onInstalled: { addListener: () => undefined } } });
});

const index = () => JSON.stringify(fakeBrowser.storage.local.items[READER_INDEX_KEY]) ?? '';

async function change(work: (database: PackDatabase) => Promise<void>): Promise<void> {
  const database = await openPackDatabase();
  await work(database);
  database.close();
}

it('what was kept and not handed over when all stopped is handed over at the next start', async () => {
  const pack = makePack({ word: 'snailfish' });
  await change((database) => importPack(database, pack, { now: 1 }));
  renewReaderIndex();
  await expect.poll(index).toContain('snailfish');
  await change((database) => enablePack(database, pack.id, false));
  renewReaderIndex();
  await expect.poll(index).toBe('');
});

it('nothing is handed over anew at a start where all is in step', async () => {
  const set = vi.spyOn(fakeBrowser.storage.local, 'set');
  const pack = makePack();
  await change((database) => importPack(database, pack, { now: 1 }));
  await publishReaderIndex();
  const off = makePack({ id: 'off', word: 'off' });
  await change((database) => importPack(database, off, { now: 1 }));
  await change((database) => removePack(database, 'off'));
  const get = vi.spyOn(fakeBrowser.storage.local, 'get');
  renewReaderIndex();
  await vi.waitUntil(() => get.mock.results.length > 0);
  await get.mock.results[0]?.value;
  // Whatever would follow has its turn before a lock is given.
  await navigator.locks.request('reader-index', async () => undefined);
  expect(set).toHaveBeenCalledTimes(1);
});
