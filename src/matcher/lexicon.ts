import { isBinding, isJoin, isSpace, lower } from './characters.ts';

const SPACE = 32;

interface Range {
  low: number;
  high: number;
}

/**
 * A sorted list of folded names or words, read from a position of a text like a trie: the entries that
 * agree with the text so far are one range of the list, and every character narrows it.
 *
 * A space in an entry stands for any run of spaces, for one hyphen or dash, or for nothing: `deepseek r1`
 * reads "DeepSeek-R1" and "deepseekr1".
 */
export class Lexicon {
  readonly #ranges = new Map<number, Range>();
  readonly #all: Range;

  /** @param entries Folded, with single spaces for spaces and hyphens, sorted by code units. */
  constructor(readonly entries: readonly string[]) {
    this.#all = { low: 0, high: entries.length };
  }

  /** Calls `found` for every entry that stands at a position, shortest first, with the end of its text. */
  read(text: string, at: number, found: (entry: number, end: number) => void): void {
    const first = lower(text.charCodeAt(at));
    const range = this.#within(this.#all, 0, first, first);
    const entry = this.entries[range.low];
    if (range.low === range.high || entry === undefined) return;
    // One that ends here, or goes on with a space, which may be written in several ways.
    if (!(entry.charCodeAt(1) > SPACE)) {
      this.#narrow(text, at + 1, 1, range.low, range.high, found);
      return;
    }
    const second = lower(text.charCodeAt(at + 1));
    const { low, high } = this.#within(range, 1, second, (first << 16) | second);
    this.#narrow(text, at + 2, 2, low, high, found);
  }

  /** Those of a range that have a character at a depth; looked up once, by a key. */
  #within(range: Range, depth: number, code: number, key: number): Range {
    let within = this.#ranges.get(key);
    if (!within) {
      const low = this.#firstFrom(depth, range.low, range.high, code);
      within = { low, high: this.#firstFrom(depth, low, range.high, code + 1) };
      this.#ranges.set(key, within);
    }
    return within;
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
      // Mostly one is left, and compared as it is.
      if (high - low > 1) low = this.#firstFrom(depth, low, high, code);
      if (low === high || entries[low]?.charCodeAt(depth) !== code) return;
      if (high - low > 1) high = this.#firstFrom(depth, low, high, code + 1);
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

/** Whether a word may begin at a position: Latin letters and digits before it bind it. */
export function mayBegin(text: string, at: number): boolean {
  return !isBinding(lower(text.charCodeAt(at))) || !isBinding(lower(text.charCodeAt(at - 1)));
}

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
