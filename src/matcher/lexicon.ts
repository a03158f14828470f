import { isBinding, isJoin, isSpace, lower } from './characters.ts';

const SPACE = 32;

interface Range {
  low: number;
  high: number;
  /** Whether the two characters are not all that has to be looked at. */
  isForked: boolean;
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
  /** @param entries Folded, with single spaces for spaces and hyphens, sorted by code units. */
  constructor(readonly entries: readonly string[]) {}

  /** Whether any entry stands at a position, whatever stands around it. */
  standsAt(text: string, at: number): boolean {
    let isThere = false;
    this.read(text, at, () => {
      isThere = true;
    });
    return isThere;
  }

  /** Calls `found` for every entry that stands at a position, shortest first, with the end of its text. */
  read(text: string, at: number, found: (entry: number, end: number) => void): void {
    const first = lower(text.charCodeAt(at));
    const second = lower(text.charCodeAt(at + 1));
    const range = this.#rangeOf(first, second);
    if (range.isForked) this.#narrow(text, at, 0, 0, this.entries.length, found);
    else this.#narrow(text, at + 2, 2, range.low, range.high, found);
  }

  /** The entries that begin with two characters, which are looked up once. */
  #rangeOf(first: number, second: number): Range {
    const key = (first << 16) | second;
    let range = this.#ranges.get(key);
    if (!range) {
      const start = this.#firstFrom(0, 0, this.entries.length, first);
      const end = this.#firstFrom(0, start, this.entries.length, first + 1);
      // One that ends here, or goes on with a space, which may be written in several ways.
      const isForked = start < end && !((this.entries[start] as string).charCodeAt(1) > SPACE);
      const low = isForked ? 0 : this.#firstFrom(1, start, end, second);
      const high = isForked ? 0 : this.#firstFrom(1, low, end, second + 1);
      range = { low, high, isForked };
      this.#ranges.set(key, range);
    }
    return range;
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
