import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const runtime = vi.fn<() => { id?: string }>();

beforeEach(() => {
  const api = {
    get runtime() {
      return runtime();
    },
  };
  vi.stubGlobal('chrome', api);
  vi.stubGlobal('browser', api);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  runtime.mockReset();
});

const load = () => import('../../../src/messaging/extension-api');

test('in Firefox the API is made when a script begins, in Chromium not before it is used', async () => {
  const looks: string[] = [];
  runtime.mockReturnValue({
    get id() {
      looks.push('id');
      return 'ours';
    },
  });
  const { makeApi } = await load();
  makeApi();
  expect(looks).toEqual([]);
  vi.stubEnv('FIREFOX', 'true');
  makeApi();
  expect(looks).toEqual(['id']);
});

test('in Chromium an element of the page called browser is not taken for the API', async () => {
  vi.stubGlobal('browser', { id: 'browser' });
  const { isOrphaned } = await load();
  runtime.mockReturnValue({ id: 'ours' });
  expect(isOrphaned()).toBe(false);
});

test('a script is orphaned where its API tells no id, is gone or throws', async () => {
  const { isOrphaned } = await load();
  runtime.mockReturnValue({ id: 'ours' });
  expect(isOrphaned()).toBe(false);
  runtime.mockReturnValue({});
  expect(isOrphaned()).toBe(true);
  runtime.mockReturnValue(undefined as never);
  expect(isOrphaned()).toBe(true);
  runtime.mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  expect(isOrphaned()).toBe(true);
});
