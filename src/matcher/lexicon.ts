import { DASH, HYPHEN, isBinding, isJoin, isSpace } from './characters.ts';

const SPACE = 32;

/** Slots for the first characters of entries; a power of two. */
const SLOTS = 16_384;

/**
 * A sorted list of folded names or words, read from a position of a text like a trie: the entries that
 * agree with the text so far are one range of the list, and every character narrows it.
 *
 * A space in an entry stands for any run of spaces, for one hyphen or dash, or for nothing: `deepseek r1`
 * reads "DeepSeek-R1" and "deepseekr1".
 */
export class Lexicon {
  /** Marks how entries begin: by three characters, or by two where a separator or the end comes third. */
  readonly #beginnings = new Uint8Array(SLOTS);

  /** @param entries Folded, with single spaces for spaces and hyphens, sorted by code units. */
  constructor(readonly entries: readonly string[]) {
    for (const entry of entries) {
      const first = entry.charCodeAt(0);
      const second = entry.charCodeAt(1) || 0;
      const third = entry.charCodeAt(2) || 0;
      if (second === SPACE) {
        for (const code of [SPACE, HYPHEN, DASH, third]) this.#mark(first, code, 0);
      } else this.#mark(first, second, third === SPACE ? 0 : third);
    }
  }

  #mark(first: number, second: number, third: number): void {
    this.#beginnings[slotOf(first, second, third)] = 1;
  }

  /**
   * The next position at which an entry may begin, or -1.
   *
   * @param text Folded or not: capitals of ASCII are read as small letters.
   * @param glued Whether an entry may begin in the midst of a word.
   */
  next(text: string, from: number, glued: boolean): number {
    const beginnings = this.#beginnings;
    const { length } = text;
    let before = from > 0 ? lower(text.charCodeAt(from - 1)) : SPACE;
    let first = lower(text.charCodeAt(from));
    let second = lower(text.charCodeAt(from + 1));
    for (let at = from; at < length; at++) {
      const third = lower(text.charCodeAt(at + 2));
      if (
        (beginnings[slotOf(first, second, third)] === 1 ||
          beginnings[slotOf(first, second, 0)] === 1) &&
        (glued || !isBinding(before) || !isBinding(first))
      ) {
        return at;
      }
      before = first;
      first = second;
      second = third;
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

const slotOf = (first: number, second: number, third: number): number =>
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
