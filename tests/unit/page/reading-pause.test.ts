import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReadingPause } from '../../../src/page/reading-pause';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page that changes every so many milliseconds, and is read in `cost` of them. */
class Page {
  readonly pause = new ReadingPause();
  /** When it was read, in milliseconds from the beginning. */
  readonly readings: number[] = [];
  private isWaiting = false;
  private readonly start = Date.now();

  constructor(private readonly cost: number) {}

  change(): void {
    this.pause.note();
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.pause.wait(() => {
      const begun = Date.now();
      this.readings.push(begun - this.start);
      this.isWaiting = false;
      vi.setSystemTime(begun + this.cost);
      this.pause.begin(begun);
    });
  }

  changeFor(duration: number, interval: number): void {
    for (let passed = 0; passed < duration; passed += interval) {
      this.change();
      vi.advanceTimersByTime(interval);
    }
  }

  /** From each reading to the next one, without the time it took itself. */
  get pauses(): number[] {
    return this.readings.slice(1).map((at, index) => at - (this.readings[index] ?? 0) - this.cost);
  }
}

test.each([
  [0, 100],
  [2, 100],
  [10, 250],
  [16, 400],
  [300, 400],
])(
  'a page that changes all the time and is read in %s ms is left alone for %s',
  (cost, expected) => {
    const page = new Page(cost);
    page.changeFor(10_000, 16);
    expect(page.pauses.length).toBeGreaterThan(5);
    for (const pause of page.pauses) {
      expect(pause).toBeGreaterThanOrEqual(expected);
      expect(pause).toBeLessThan(expected + 2 * 16);
    }
  },
);

test('one that has come to rest is read soon, however long its reading takes', () => {
  const page = new Page(300);
  for (let round = 0; round < 200 && page.readings.length < 3; round++) page.changeFor(16, 16);
  page.change();
  vi.advanceTimersByTime(10_000);
  expect(page.readings.length).toBe(4);
  expect(page.pauses.at(-1)).toBeLessThanOrEqual(250);
});

test('what changed while it was read is no rest', () => {
  const pause = new ReadingPause();
  const begun = Date.now();
  pause.note();
  vi.advanceTimersByTime(300);
  pause.begin(begun);
  const read = vi.fn();
  pause.wait(read);
  vi.advanceTimersByTime(199);
  expect(read).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(read).toHaveBeenCalledOnce();
});

test('at whatever interval it changes, no pause is cut shorter than a rest', () => {
  for (let interval = 10; interval <= 1_000; interval += 7) {
    const page = new Page(16);
    page.changeFor(20_000, interval);
    expect(
      page.pauses.filter((pause) => pause < 200),
      `${interval} ms`,
    ).toEqual([]);
  }
});

test('a clock that is put back makes no pause longer than the longest', () => {
  for (const isChanging of [true, false]) {
    const page = new Page(300);
    page.changeFor(1_000, 16);
    page.change();
    const before = page.readings.length;
    vi.setSystemTime(Date.now() - 3_600_000);
    if (isChanging) page.changeFor(500, 16);
    else vi.advanceTimersByTime(500);
    expect(page.readings.length).toBeGreaterThan(before);
  }
});
