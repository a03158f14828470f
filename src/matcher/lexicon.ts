import { DASH, HYPHEN, isBinding, isJoin, isSpace } from './characters.ts';

const SPACE = 32;

/** Slots for the first characters of entries: enough that no two pairs of ASCII share one. */
const SLOTS = 16_384;

/** How entries that begin with two characters go on: with a third that is marked as well, or anyhow. */
const MARKED_THIRD = 1;
const ANY_THIRD = 2;

/**
 * A sorted list of folded names or words, read from a position of a text like a trie: the entries that
 * agree with the text so far are one range of the list, and every character narrows it.
 *
 * A space in an entry stands for any run of spaces, for one hyphen or dash, or for nothing: `deepseek r1`
 * reads "DeepSeek-R1" and "deepseekr1".
 */
export class Lexicon {
  readonly #pairs = new Uint8Array(SLOTS);
  readonly #triples = new Uint8Array(SLOTS);

  /** @param entries Folded, with single spaces for spaces and hyphens, sorted by code units. */
  constructor(readonly entries: readonly string[]) {
    for (const entry of entries) {
      const first = entry.charCodeAt(0);
      const second = entry.charCodeAt(1) || 0;
      const third = entry.charCodeAt(2) || 0;
      // A separator may be missing or written in several ways.
      if (second === SPACE) {
        for (const code of [SPACE, HYPHEN, DASH, third])
          this.#pairs[pairOf(first, code)] = ANY_THIRD;
      } else if (third === SPACE || third === 0) this.#pairs[pairOf(first, second)] = ANY_THIRD;
      else {
        this.#pairs[pairOf(first, second)] ||= MARKED_THIRD;
        this.#triples[tripleOf(first, second, third)] = 1;
      }
    }
  }

  /**
   * The next position at which an entry may begin, or -1.
   *
   * @param text Folded or not: capitals of ASCII are read as small letters.
   * @param glued Whether an entry may begin in the midst of a word.
   * @param until Where to stop looking.
   */
  next(text: string, from: number, glued: boolean, until = text.length): number {
    const pairs = this.#pairs;
    const triples = this.#triples;
    let first = lower(text.charCodeAt(from));
    for (let at = from; at < until; at++) {
      const second = lower(text.charCodeAt(at + 1));
      const pair = pairs[pairOf(first, second)];
      if (
        pair !== 0 &&
        (pair === ANY_THIRD ||
          triples[tripleOf(first, second, lower(text.charCodeAt(at + 2)))] === 1) &&
        (glued || this.mayBegin(text, at))
      ) {
        return at;
      }
      first = second;
    }
    return -1;
  }

  /** Whether a word may begin at a position: Latin letters and digits before it bind it. */
  mayBegin(text: string, at: number): boolean {
    return !isBinding(lower(text.charCodeAt(at))) || !isBinding(lower(text.charCodeAt(at - 1)));
  }

  /** Where the first entry stands, whatever stands around it, or -1. */
  find(text: string, from: number, glued: boolean): number {
    let isThere = false;
    const found = () => {
      isThere = true;
    };
    for (let at = this.next(text, from, glued); at >= 0; at = this.next(text, at + 1, glued)) {
      this.read(text, at, found);
      if (isThere) return at;
    }
    return -1;
  }

  /** Calls `found` for every entry that stands at a position, shortest first, with the end of its text. */
  read(text: string, at: number, found: (entry: number, end: number) => void): void {
    this.#narrow(text, at, 0, 0, this.entries.length, found);
  }

  #narrow(
    text: string,
    at: number,
    depth: number,
    low: number,
    high: number,
    found: (entry: number, end: number) => void,
  ): void {
    const { entries } = this;
    while (low < high) {
      for (; low < high && entries[low]?.length === depth; low++) found(low, at);
      if (low === high) return;
      // A space sorts before all letters, so the entries that go on with one come first.
      if (entries[low]?.charCodeAt(depth) === SPACE) {
        const end = this.#firstFrom(depth, low, high, SPACE + 1);
        this.#narrow(text, separatorEnd(text, at), depth + 1, low, end, found);
        low = end;
      }
      const code = lower(text.charCodeAt(at));
      low = this.#firstFrom(depth, low, high, code);
      if (low === high || entries[low]?.charCodeAt(depth) !== code) return;
      high = this.#firstFrom(depth, low, high, code + 1);
      depth++;
      at++;
    }
  }

  #firstFrom(depth: number, low: number, high: number, code: number): number {
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle] as string).charCodeAt(depth) < code) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const pairOf = (first: number, second: number): number => ((first << 7) ^ second) & (SLOTS - 1);

const tripleOf = (first: number, second: number, third: number): number =>
  (first * 961 + second * 31 + third) & (SLOTS - 1);

/** ASCII capitals as small letters; the end of the text as 0. */
const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code || 0);

/** Where the separator at a position ends: a run of spaces or one hyphen; the position itself if none. */
export function separatorEnd(text: string, at: number): number {
  if (isJoin(text.charCodeAt(at))) return at + 1;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Where the separator before a position begins. */
export function separatorStart(text: string, at: number): number {
  if (isJoin(text.charCodeAt(at - 1))) return at - 1;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
