import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Listener = (id: number, change: object, tab: object) => unknown;
const addListener = vi.hoisted(() => vi.fn<(listener: Listener, filter?: object) => void>());
vi.mock('webextension-polyfill', () => ({ default: { tabs: { onUpdated: { addListener } } } }));

const { onTabStatus } = await import('../../../src/background/tab-status');

const TAB = { id: 7, url: 'https://news.example/story' };
let told: Listener[] = [];

beforeEach(() => {
  told = [];
  addListener.mockReset();
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** As Chromium and Firefox for Android have it: their schema knows no second argument. */
function takeNoFilter(listener: Listener, ...rest: unknown[]): void {
  if (rest.length > 0) throw new Error('Incorrect argument types for tabs.onUpdated.');
  told.push(listener);
}

function hearLoading(): unknown[] {
  const heard: unknown[] = [];
  onTabStatus('loading', (...args) => heard.push(args));
  for (const listener of told) {
    listener(7, { title: 'News (1)' }, TAB);
    listener(7, { status: 'loading', url: TAB.url }, TAB);
    listener(7, { status: 'complete' }, TAB);
  }
  return heard;
}

test('only the wanted status of tabs is heard, once, where browsers know no filter', () => {
  addListener.mockImplementation(takeNoFilter);
  expect(hearLoading()).toEqual([[7, TAB]]);
  expect(addListener).toHaveBeenCalledTimes(1);
});

test('Firefox is told to wake nobody for anything but the status', () => {
  vi.stubEnv('FIREFOX', 'true');
  addListener.mockImplementation((listener) => told.push(listener));
  expect(hearLoading()).toEqual([[7, TAB]]);
  expect(addListener.mock.calls.map(([, filter]) => filter)).toEqual([{ properties: ['status'] }]);
});

test('Firefox for Android, which refuses that, tells as well', () => {
  vi.stubEnv('FIREFOX', 'true');
  addListener.mockImplementation(takeNoFilter);
  expect(hearLoading()).toEqual([[7, TAB]]);
});
