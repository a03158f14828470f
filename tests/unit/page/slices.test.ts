import { afterEach, expect, test, vi } from 'vitest';
import { resultInSlices } from '../../../src/page/slices';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A work of three steps, each longer than a slice. */
function* slowWork(onStep: () => void): Generator<void, string> {
  for (let step = 0; step < 3; step++) {
    onStep();
    vi.advanceTimersByTime(1_000);
    yield;
  }
  return 'done';
}

test('a work that a signal ends gives nothing, and is not gone on with', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('scheduler', { yield: () => Promise.resolve() });
  const whole = vi.fn();
  expect(await resultInSlices(slowWork(whole), new AbortController().signal)).toBe('done');
  expect(whole).toHaveBeenCalledTimes(3);

  const ending = new AbortController();
  const cut = vi.fn(() => ending.abort());
  expect(await resultInSlices(slowWork(cut), ending.signal)).toBeUndefined();
  expect(cut).toHaveBeenCalledTimes(1);
});
