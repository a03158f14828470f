import { beforeEach, expect, test, vi } from 'vitest';

type StatusListener = (id: number, change: object, tab: object) => Promise<void>;

const { browser, told, shown } = vi.hoisted(() => {
  const told: StatusListener[] = [];
  /** What stands on the icon of the tab. */
  const shown = { badge: '', title: '' };
  const browser = {
    action: {
      setIcon: async () => undefined,
      setTitle: vi.fn(async ({ title }: { title: string }) => void Object.assign(shown, { title })),
      setBadgeText: vi.fn(
        async ({ text }: { text: string }) => void Object.assign(shown, { badge: text }),
      ),
      getBadgeText: async () => shown.badge,
    },
    tabs: {
      onUpdated: { addListener: (heard: StatusListener) => told.push(heard) },
      get: vi.fn(),
    },
    scripting: { executeScript: vi.fn() },
    storage: { session: {} },
    runtime: {},
  };
  return { browser, told, shown };
});
vi.mock('webextension-polyfill', () => ({ default: browser }));
vi.mock('../../../src/ui/message', () => ({
  message: (name: string) => name,
  countedMessage: (_one: string, _other: string, count: number) => `${count} mentions`,
}));
const settings = vi.hoisted(() => ({
  values: { enabled: true, badge: true },
  mutedSites: [] as string[],
}));
vi.mock('../../../src/settings/store', () => ({ readSettings: async () => settings }));

const { readerAnswers } = await import('../../../src/background/reader-service');
const { countAnew } = await import('../../../src/background/mention-count');
const { followTabs } = await import('../../../src/background/toolbar');
followTabs();

const { executeScript } = browser.scripting;

/** A tab a test, so that none hears what another has left on its way. */
let tab = { id: 0, url: 'https://news.example/story' };

/** The answers of the tab's frames that are on their way, in order. */
let counts: ((...ofFrames: number[]) => Promise<void>)[];

beforeEach(() => {
  vi.useFakeTimers();
  tab = { ...tab, id: tab.id + 1 };
  browser.tabs.get.mockImplementation(async () => tab);
  settings.values = { enabled: true, badge: true };
  Object.assign(shown, { badge: '', title: '' });
  browser.action.setBadgeText.mockClear();
  counts = [];
  executeScript.mockReset().mockImplementation(
    () =>
      new Promise((resolve) =>
        counts.push(async (...ofFrames) => {
          resolve(ofFrames.map((result, frameId) => ({ frameId, result })));
          await settle();
        }),
      ),
  );
});

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

/** A frame of the tab tells that it has another number. */
async function frameTells(): Promise<void> {
  await readerAnswers['mentions.counted']({}, { tab } as never);
}

async function tabLoads(): Promise<void> {
  await Promise.all(told.map((heard) => heard(tab.id, { status: 'loading' }, tab)));
}

test('a hundred frames that tell at once are asked twice, and the last number stays', async () => {
  for (let frame = 0; frame < 100; frame += 1) await frameTells();
  await settle();
  expect(counts).toHaveLength(1);
  await counts[0]?.(40, 2);
  expect(counts).toHaveLength(2);
  await counts[1]?.(40, 60);
  expect(counts).toHaveLength(2);
  expect(shown).toEqual({ badge: '100', title: 'extensionName: 100 mentions' });
});

test('tabs do not wait for one another', async () => {
  await frameTells();
  tab = { ...tab, id: tab.id + 1 };
  await frameTells();
  await settle();
  expect(executeScript.mock.calls.map(([{ target }]) => target.tabId)).toEqual([
    tab.id - 1,
    tab.id,
  ]);
});

test('a frame that never answers does not keep the tab from being counted when it has gone', async () => {
  await frameTells();
  await frameTells();
  await vi.advanceTimersByTimeAsync(2_000);
  await counts[1]?.(3);
  expect(shown.badge).toBe('3');
  await counts[0]?.(1, 1);
  expect(shown.badge).toBe('3');
});

test('the number of a page that was left while its frames were asked is never shown', async () => {
  await frameTells();
  await settle();
  await tabLoads();
  await counts[0]?.(9);
  expect(browser.action.setBadgeText.mock.calls.some(([{ text }]) => text === '9')).toBe(false);
  for (const answer of counts.slice(1)) await answer(0);
  expect(shown).toEqual({ badge: '', title: 'extensionName' });
});

test('one that came just before the tab told of the next page goes again', async () => {
  await frameTells();
  await settle();
  await counts[0]?.(9);
  expect(shown.badge).toBe('9');
  await tabLoads();
  await settle();
  await counts[1]?.(0);
  expect(shown).toEqual({ badge: '', title: 'extensionName' });
});

test('where a page goes on in itself, its number stays, in the title too', async () => {
  await frameTells();
  await settle();
  await counts[0]?.(9);
  await tabLoads();
  await settle();
  await counts[1]?.(9);
  expect(shown).toEqual({ badge: '9', title: 'extensionName: 9 mentions' });
});

test('a page that comes to a tab without a number is not asked for one', async () => {
  await tabLoads();
  await settle();
  expect(counts).toHaveLength(0);
});

test('a number that was asked for before the reader switched numbers off is not shown after', async () => {
  await frameTells();
  await settle();
  settings.values.badge = false;
  countAnew(tab.id, settings as never);
  await settle();
  await counts[0]?.(9);
  expect(shown).toEqual({ badge: '', title: 'extensionName' });
});

test('a tab that has closed is not asked', async () => {
  browser.tabs.get.mockRejectedValue(new Error('No tab with id: 7.'));
  await frameTells();
  await settle();
  expect(counts).toHaveLength(0);
  expect(browser.action.setBadgeText).not.toHaveBeenCalled();
});
