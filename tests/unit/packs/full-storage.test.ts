import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { footnoteAnswers } from '../../../src/background/footnote-service';
import { restoreBackup } from '../../../src/backup/backup';
import { OWN_PACK_ID } from '../../../src/glossary/own-pack-id';
import type { Pack } from '../../../src/glossary/pack-schema';
import { changePacks } from '../../../src/glossary-page/packs/change-packs';
import type { ImportNews, ImportRequest } from '../../../src/packs/import-messages';
import { importPack } from '../../../src/packs/import-pack';
import { openPackDatabase } from '../../../src/packs/pack-database';
import { READER_INDEX_KEY } from '../../../src/packs/reader-index-key';
import { enablePack, listPacks, readPack, removePack } from '../../../src/packs/reader-packs';
import { type ImportState, startImport } from '../../../src/packs/start-import';
import { readItems, setSetting } from '../../../src/settings/store';
import { QUILLBACK } from '../footnotes/quillback';
import { fakeBrowser, resetFakeBrowser } from '../settings/fake-browser';
import { makePack } from './make-pack';

vi.hoisted(() => {
  Object.assign(globalThis, { browser: { i18n: { getUILanguage: () => 'en' } } });
});
vi.mock('webextension-polyfill', async () => ({
  default: (await import('../settings/fake-browser')).fakeBrowser,
}));

const now = Date.UTC(2026, 0, 1);
const { storage } = fakeBrowser;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  resetFakeBrowser();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

/** Lets `storage.local` take nothing more. */
const fill = () => {
  storage.local.limit = 0;
};

const keep = (pack: Pack) => changePacks((database) => importPack(database, pack, { now }));

async function listed(): Promise<Record<string, boolean>> {
  const database = await openPackDatabase();
  const records = await listPacks(database);
  database.close();
  return Object.fromEntries(records.map(({ id, enabled }) => [id, enabled]));
}

async function ownPack(): Promise<Pack | undefined> {
  const database = await openPackDatabase();
  const pack = await readPack(database, OWN_PACK_ID);
  database.close();
  return pack;
}

const index = () => JSON.stringify(storage.local.items[READER_INDEX_KEY]);

describe("where the names do not fit into the browser's storage", () => {
  it('a pack that is switched on is off again, and the reader is told', async () => {
    await keep(makePack({ id: 'first', word: 'first' }));
    await keep(makePack({ id: 'second', word: 'second' }));
    const use = (on: boolean) =>
      changePacks(
        (database) => enablePack(database, 'second', on),
        (database) => enablePack(database, 'second', !on),
      );
    await use(false);
    const before = index();
    fill();
    await expect(use(true)).rejects.toThrow('quota');
    expect(await listed()).toEqual({ first: true, second: false });
    expect(index()).toBe(before);
  });

  it('a pack is removed all the same, and its names go with the next change', async () => {
    await keep(makePack({ id: 'first', word: 'first' }));
    await keep(makePack({ id: 'second', word: 'snailfish' }));
    const { limit } = storage.local;
    fill();
    await changePacks((database) => removePack(database, 'second'));
    expect(await listed()).toEqual({ first: true });
    storage.local.limit = limit;
    await keep(makePack({ id: 'third', word: 'third' }));
    expect(index()).not.toContain('snailfish');
  });

  it('a footnote is saved once, and the form told so, and that its names are not marked', async () => {
    fill();
    const saving = footnoteAnswers['footnote.save']({ footnote: QUILLBACK }, {});
    expect(await saving).toEqual({ problems: [], unmarked: expect.stringContaining('quota') });
    expect((await ownPack())?.facts).toHaveLength(1);
  });

  it('a back-up is not restored, and packs and settings are as before', async () => {
    await keep(makePack({ id: 'first', word: 'first' }));
    await setSetting('theme', 'dark');
    const before = { index: index(), settings: await readItems(), packs: await listed() };
    fill();
    const restoring = restoreBackup({
      settings: { theme: 'light' },
      packs: [{ pack: makePack({ id: 'other', word: 'other' }), enabled: true }],
    });
    await expect(restoring).rejects.toThrow('quota');
    expect({ index: index(), settings: await readItems(), packs: await listed() }).toEqual(before);
  });

  it('an import ends, with its pack kept and switched off', async () => {
    vi.stubGlobal('Worker', WorkerOf(makePack({ id: 'second', word: 'second' })));
    await keep(makePack({ id: 'first', word: 'first' }));
    fill();
    const end = await new Promise<ImportState>((resolve) => {
      startImport(new File(['{}'], 'second.json'), (state) => {
        if (state.phase === 'kept' || state.phase === 'failed') resolve(state);
      });
    });
    expect(end).toEqual({
      phase: 'failed',
      reason: expect.stringContaining('quota'),
      isKept: true,
    });
    expect(await listed()).toEqual({ first: true, second: false });
  });
});

/** A worker that has read a pack and keeps it, in place of the one beside the page. */
function WorkerOf(pack: Pack) {
  return class extends EventTarget {
    terminate() {}
    postMessage({ type }: ImportRequest): void {
      void this.#answer(type);
    }
    async #answer(type: ImportRequest['type']): Promise<void> {
      const { terms: _terms, facts: _facts, ...header } = pack;
      if (type === 'read') this.#tell({ type: 'read', header });
      if (type !== 'keep') return;
      const database = await openPackDatabase();
      await importPack(database, pack, { now });
      database.close();
      this.#tell({ type: 'kept' });
    }
    #tell(data: ImportNews): void {
      this.dispatchEvent(Object.assign(new Event('message'), { data }));
    }
  };
}
