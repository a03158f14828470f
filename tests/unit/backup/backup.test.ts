import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { readBackup, restoreBackup } from '../../../src/backup/backup';
import { parseBackup, writeBackup } from '../../../src/backup/backup-format';
import { changeItems, readItems } from '../../../src/settings/store';
import { resetFakeBrowser } from '../settings/fake-browser';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../settings/fake-browser')).fakeBrowser,
}));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  resetFakeBrowser();
});

it("a reader's own back-up is restored, and what a newer version wrote stays where it was", async () => {
  const newer = { 'marks.density': 'paragraph', 'muted.term.gpt-4': 'until tomorrow' };
  await changeItems(new Map(Object.entries({ theme: 'dark', 'sounds.volume': 3, ...newer })));
  const before = await readItems();
  const text = writeBackup(await readBackup(), new Date('2026-11-24T12:00:00Z'));
  await changeItems(new Map([['theme', 'light']]));
  await restoreBackup(parseBackup(text));
  expect(await readItems()).toMatchObject(before);
});
