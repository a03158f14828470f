import { describe, expect, it } from 'vitest';
import { PACK_LIMITS } from '../../../src/glossary/limits.ts';
import type { Alias } from '../../../src/glossary/pack-schema.ts';
import { checkPack } from '../../../src/glossary/parse-pack.ts';
import { buildIndex } from '../../../src/matcher/build-index.ts';
import { openMatcher } from '../../../src/matcher/open-matcher.ts';
import { packOf } from './pack-of.ts';

/** A text may cost this many times its eighths read one by one; time that grows as a square would give 8. */
const GROWTH = 2;

/**
 * What a text without names, and each name in another, may take to be read and decided, as parts of what a megabyte of
 * plain text takes in the same run: 20 ms where a processor is at its full speed, which leaves 100 ms and 2 µs.
 */
const BUDGET = 5;
const BUDGET_PER_NAME = 1 / 10_000;

/**
 * Letters of the texts: a megabyte where there is nothing to find. An eighth is more than a processor keeps close at
 * hand: of twelve thousand letters it read each in half the time of one among a hundred thousand, or eight.
 */
const BARREN = 1_000_000;
const FULL = 400_000;

const longest = PACK_LIMITS.aliasCharacters;
const strong = (text: string): Alias => ({ text, strength: 'strong' });

/** Names as a stranger's pack may hold them: one long letter, each of its beginnings, a pattern, its own overlaps. */
const matcher = openMatcher(
  buildIndex([
    checkPack(
      packOf({
        letters: Array.from({ length: longest }, (_, index) => strong('a'.repeat(index + 1))),
        words: Array.from({ length: longest / 2 }, (_, index) =>
          strong('b '.repeat(index + 1).trim()),
        ),
        pattern: [strong('(a+)+$'), strong('.*'), strong('[^x]{99}')],
        chinese: [strong('灯'.repeat(longest)), strong('灯'), strong('灯塔')],
        weak: [
          {
            text: 'c',
            strength: 'weak',
            for: { words: ['a', '灯', 'b'] },
            against: { words: ['c c'] },
          },
        ],
      }),
      'hostile.json',
    ),
  ]),
);

const TEXTS: readonly [name: string, part: string, letters: number][] = [
  ['one letter without a space', 'a', BARREN],
  ['letters and digits without a space', 'Q7xz', BARREN],
  ['hyphens and spaces alone', '- \u00a0', BARREN],
  ['combining marks', 'a\u0301', BARREN],
  ['a pattern of letters without a space', '(a+)+$', FULL],
  ['one word and one space over and over', 'b ', FULL],
  ['weak names beside each other', 'c ', FULL],
  ['Chinese without a full stop', '灯', FULL],
  ['Chinese of two that overlap', '灯塔', FULL],
];

/** Text as most of it is: nothing to find, nothing to trip over. */
const PLAIN = 'Quiet days went by, 12 of them. ';

describe('hostile names over a hostile text', () => {
  it.each(TEXTS)(
    '%s: it is read soon, and the whole costs no more than its parts',
    (_, part, letters) => {
      const whole = part.repeat(letters / part.length);
      const eighth = whole.slice(0, letters / 8);
      const names = read(whole);
      const times = fastestOfBoth(
        () => {
          for (let part = 0; part < 8; part += 1) read(eighth);
        },
        () => read(whole),
      );
      const plain = PLAIN.repeat(BARREN / PLAIN.length);
      const usual = Math.min(...Array.from({ length: 5 }, () => timeOf(() => read(plain))));
      expect(times.whole).toBeLessThanOrEqual((BUDGET + names * BUDGET_PER_NAME) * usual);
      // Below a millisecond the clock decides.
      expect(times.whole).toBeLessThanOrEqual(GROWTH * Math.max(times.eighths, 1));
      // The processor's time counts: how long it takes on the clock depends on what else the machine does.
    },
    60_000,
  );
});

/** @returns How many names it may hold. */
function read(text: string): number {
  const reading = matcher.read(text);
  matcher.decide([reading]);
  return reading?.candidates.length ?? 0;
}

/** Milliseconds of the fastest of some runs, taken in turn: what else the machine does only makes them slower. */
function fastestOfBoth(
  eighths: () => unknown,
  whole: () => unknown,
): { eighths: number; whole: number } {
  const fastest = { eighths: Number.POSITIVE_INFINITY, whole: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 5; round += 1) {
    fastest.eighths = Math.min(fastest.eighths, timeOf(eighths));
    fastest.whole = Math.min(fastest.whole, timeOf(whole));
  }
  return fastest;
}

/** Milliseconds of the processor's time: a clock on the wall counts what else the machine does. */
function timeOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
