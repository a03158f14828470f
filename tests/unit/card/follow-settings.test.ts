import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followSettings } from '../../../src/card/follow-settings';

const SETTINGS = { openDelay: 700, theme: 'dark' };
const get = vi.fn<() => Promise<object>>();
const onChanged = { addListener() {}, removeListener() {} };
let shown: ((event: object) => void) | undefined;

beforeEach(() => {
  vi.stubGlobal('chrome', { storage: { local: { get }, onChanged } });
  vi.stubGlobal('window', {
    addEventListener: (_: string, listener: typeof shown) => {
      shown = listener;
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  get.mockReset();
});

test('they are told once they have been read, and count as told where they cannot be', async () => {
  const listener = vi.fn();
  get.mockResolvedValueOnce({ 'page-settings': SETTINGS });
  await followSettings(listener).told;
  expect(listener).toHaveBeenCalledExactlyOnceWith(SETTINGS);
  get.mockRejectedValueOnce(new Error('gone'));
  await followSettings(listener).told;
  expect(listener).toHaveBeenCalledOnce();
});

test('a page that was put away before they came has them when it is back', async () => {
  const listener = vi.fn();
  // What Firefox was asked for by a page that it puts away never comes.
  get.mockReturnValueOnce(new Promise(() => {}));
  const isTold = vi.fn();
  followSettings(listener).told.then(isTold);
  get.mockResolvedValueOnce({ 'page-settings': SETTINGS });
  shown?.({ isTrusted: true, persisted: true });
  await vi.waitFor(() => expect(listener).toHaveBeenCalledWith(SETTINGS));
  await vi.waitFor(() => expect(isTold).toHaveBeenCalled());
});
