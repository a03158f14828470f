import { beforeEach, expect, test, vi } from 'vitest';

const { browser, told, stored } = vi.hoisted(() => {
  const told: ((id: number, change: object, tab: object) => Promise<void>)[] = [];
  const stored: Record<string, unknown> = {};
  const browser = {
    runtime: { getURL: (path: string) => `chrome-extension://ours/${path}` },
    tabs: {
      onUpdated: { addListener: (heard: (typeof told)[0]) => told.push(heard) },
      query: vi.fn(),
    },
    storage: {
      session: {
        get: async () => stored,
        set: async (items: object) => void Object.assign(stored, items),
      },
    },
    scripting: { executeScript: vi.fn() },
  };
  return { browser, told, stored };
});
vi.mock('webextension-polyfill', () => ({ default: browser }));
vi.mock('../../../src/packs/page-script', () => ({
  READER_FILE: 'reader.js',
  firstPageScript: async () => 'page.js',
}));
const settings = vi.hoisted(() => ({ values: { enabled: true }, mutedSites: [] as string[] }));
vi.mock('../../../src/settings/store', () => ({ readSettings: async () => settings }));

const { followReturns, serveOpenTabs } = await import('../../../src/background/serve-tabs');
followReturns();

const { executeScript } = browser.scripting;
const TAB = { id: 7, url: 'https://news.example/story' };
/** Whether the page of the tab has a script that stays. */
let isServed: boolean;

beforeEach(async () => {
  isServed = false;
  settings.values.enabled = true;
  settings.mutedSites = [];
  browser.tabs.query.mockResolvedValue([TAB]);
  executeScript.mockImplementation(async ({ func }) => (func ? [{ result: isServed }] : []));
  vi.useFakeTimers();
  await serveOpenTabs('page.js', []);
  executeScript.mockClear();
});

/** The files that are run where a tab tells of a change. */
async function filesAt(change: object, tab: { id: number; url?: string } = TAB): Promise<string[]> {
  for (const heard of told) await heard(tab.id, change, tab);
  return executeScript.mock.calls.flatMap(([{ files = [] }]) => files);
}

test('all open tabs are served but our own pages and muted sites', async () => {
  const own = { id: 8, url: 'chrome-extension://ours/glossary.html' };
  const muted = { id: 9, url: 'https://muted.example/' };
  browser.tabs.query.mockResolvedValue([own, TAB, muted]);
  await serveOpenTabs('reader.js', ['muted.example']);
  expect(executeScript.mock.calls).toEqual([
    [{ target: { tabId: 7, allFrames: true }, files: ['reader.js'] }],
  ]);
});

test('a page that comes to one of them later without a script is served', async () => {
  expect(await filesAt({ status: 'complete' })).toEqual(['page.js']);
});

test('one that is not complete yet is not', async () => {
  expect(await filesAt({ status: 'loading' })).toEqual([]);
});

test('one that has its script is not', async () => {
  isServed = true;
  expect(await filesAt({ status: 'complete' })).toEqual([]);
});

test('one in a tab that was opened since is not', async () => {
  expect(await filesAt({ status: 'complete' }, { ...TAB, id: 8 })).toEqual([]);
});

test('one that comes later than any browser keeps pages is not', async () => {
  vi.advanceTimersByTime(30 * 60_000 + 1);
  expect(await filesAt({ status: 'complete' })).toEqual([]);
});

test('one of a muted site, and any while all is off, is not', async () => {
  settings.mutedSites = ['news.example'];
  expect(await filesAt({ status: 'complete' })).toEqual([]);
  settings.mutedSites = [];
  settings.values.enabled = false;
  expect(await filesAt({ status: 'complete' })).toEqual([]);
});

test('what is stored in another shape counts as nothing', async () => {
  stored.served = { at: 'noon' };
  expect(await filesAt({ status: 'complete' })).toEqual([]);
});
