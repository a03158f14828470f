import { afterEach, expect, test, vi } from 'vitest';
import { inSlices, overEach, resultInSlices } from '../../../src/page/slices';

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

test.each([
  ['four milliseconds of work', 4, 1],
  ['less', 3, 0],
  ['a clock that is put back', -3_600_000, 1],
  ['a clock that is put forward', 3_600_000, 1],
])('%s: a slice ends in time', async (_, passed, pauses) => {
  vi.useFakeTimers();
  const giveWay = vi.fn(() => Promise.resolve());
  vi.stubGlobal('scheduler', { yield: giveWay });
  let isBegun = false;
  await inSlices(
    (isTimeUp) => {
      if (isBegun) return true;
      isBegun = true;
      vi.setSystemTime(Date.now() + passed);
      return !isTimeUp();
    },
    { aborted: false },
  );
  expect(giveWay).toHaveBeenCalledTimes(pauses);
});

test('of many items no more are done than there is time for, since any may take long', () => {
  const work = vi.fn();
  const step = overEach(['one', 'two', 'three'], work);
  expect([step(() => true), step(() => true)]).toEqual([false, false]);
  expect(work.mock.calls).toEqual([
    ['one', 0],
    ['two', 1],
  ]);
  expect(step(() => true)).toBe(true);
  expect(work).toHaveBeenCalledTimes(3);
});
