import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { footnoteAnswers } from '../../../src/background/footnote-service';
import { readBackup, restoreBackup } from '../../../src/backup/backup';
import { parseBackup, writeBackup } from '../../../src/backup/backup-format';
import { OWN_PACK_ID } from '../../../src/glossary/own-pack-id';
import { changeItems, readItems } from '../../../src/settings/store';
import { QUILLBACK } from '../footnotes/quillback';
import { makePack } from '../packs/make-pack';
import { resetFakeBrowser } from '../settings/fake-browser';

vi.hoisted(() => {
  Object.assign(globalThis, { browser: { i18n: { getUILanguage: () => 'en' } } });
});
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

it('a footnote saved while a back-up is restored is added to what is restored', async () => {
  const restored = makePack({ id: OWN_PACK_ID, terms: 1, factsPerTerm: 1 });
  const others = Array.from({ length: 3 }, (_, at) => makePack({ id: `other-${at}` }));
  const packs = [...others, restored].map((pack) => ({ pack, enabled: true }));
  const restoring = restoreBackup({ settings: {}, packs });
  const saving = footnoteAnswers['footnote.save']({ footnote: QUILLBACK }, {});
  await Promise.all([restoring, saving]);
  const own = (await readBackup()).packs.find(({ pack }) => pack.id === OWN_PACK_ID);
  expect(own?.pack.facts.map(({ text }) => text.en)).toEqual(['Fact 0 of term-0.', 'It swims.']);
});
