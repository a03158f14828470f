import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { importPack } from '../../../src/packs/import-pack';
import { openPackDatabase } from '../../../src/packs/pack-database';
import { makePack } from '../packs/make-pack';

vi.mock('webextension-polyfill', () => ({ default: { i18n: { getUILanguage: () => 'en' } } }));
vi.mock('../../../src/settings/store', () => ({
  readSettings: async () => ({ values: { 'facts.language': 'auto' } }),
}));

const { footnoteAnswers } = await import('../../../src/background/footnote-service');

/** Node has none before version 21. */
Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

test('the terms a footnote can be about are listed without a look at any fact', async () => {
  const pack = makePack({ terms: 3, factsPerTerm: 2 });
  const database = await openPackDatabase();
  await importPack(database, pack, { now: 0 });
  database.close();
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const listed = await footnoteAnswers['terms.list']({}, {});
  expect(listed).toEqual(
    expect.arrayContaining(pack.terms.map(({ id }) => expect.objectContaining({ id }))),
  );
  expect(opened.mock.calls.join()).toContain('terms');
  expect(opened.mock.calls.join()).not.toContain('facts');
});
