import { beforeEach, expect, test, vi } from 'vitest';

const { get, getKeys } = vi.hoisted(() => ({ get: vi.fn(), getKeys: vi.fn() }));
vi.mock('webextension-polyfill', () => ({ default: { storage: { local: { get, getKeys } } } }));

const { firstPageScript } = await import('../../../src/packs/page-script');

/** What `storage.local` holds. */
let items: Record<string, unknown>;

beforeEach(() => {
  get.mockReset().mockImplementation(async (key: string) => ({ [key]: items[key] }));
  getKeys.mockReset().mockImplementation(async () => Object.keys(items));
});

test('pages get the script that knows the built-in names alone where there is no other index', async () => {
  items = { 'page-settings': {} };
  expect(await firstPageScript()).toBe('page.js');
});

test("pages get the script that reads the index where the reader's packs have made one, and the index stays unread", async () => {
  items = { 'page-settings': {}, 'reader-index': { aliases: 'some MB' } };
  expect(await firstPageScript()).toBe('reader.js');
  expect(get).not.toHaveBeenCalled();
});
