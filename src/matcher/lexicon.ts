import { DASH, HYPHEN, isBinding, isSpace } from './characters.ts';

/** Bits of the filter on the first two characters of an entry; a power of two. */
const FILTER_SIZE = 4096;

const SPACE = 32;

/**
 * A sorted list of folded names or words, read from a position of a folded text like a trie: the entries
 * that agree with the text so far are one range of the list, and every character narrows it.
 *
 * A space in an entry stands for any run of spaces, for one hyphen or for nothing: `deepseek r1` reads
 * "deepseek-r1" and "deepseekr1".
 */
export class Lexicon {
  readonly #filter = new Uint8Array(FILTER_SIZE);

  /** @param entries Folded, spaces and hyphens as single spaces, sorted by code units. */
  constructor(readonly entries: readonly string[]) {
    for (const entry of entries) {
      const second = entry.charCodeAt(1);
      this.#filter[slot(entry.charCodeAt(0), second)] = 1;
      if (second === SPACE) {
        this.#filter[slot(entry.charCodeAt(0), HYPHEN)] = 1;
        this.#filter[slot(entry.charCodeAt(0), entry.charCodeAt(2))] = 1;
      }
    }
  }

  /**
   * Calls `visit` for every position at which an entry may begin, until it answers true.
   *
   * @param glued Whether an entry may begin in the midst of a word.
   * @returns Whether `visit` answered true.
   */
  scan(text: string, glued: boolean, visit: (at: number) => boolean): boolean {
    const filter = this.#filter;
    let before = 0;
    let first = lower(text.charCodeAt(0));
    for (let at = 0, end = text.length; at < end; at++) {
      const second = lower(text.charCodeAt(at + 1));
      if (
        filter[slot(first, second)] === 1 &&
        (glued || !isBinding(first) || !isBinding(before)) &&
        visit(at)
      ) {
        return true;
      }
      before = first;
      first = second;
    }
    return false;
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
      if (depth > 0) {
        const [spaceLow, spaceHigh] = this.#range(depth, low, high, SPACE);
        if (spaceLow < spaceHigh) {
          const next = separatorEnd(text, at);
          this.#narrow(text, next, depth + 1, spaceLow, spaceHigh, found);
        }
      }
      const code = lower(text.charCodeAt(at));
      if (Number.isNaN(code) || code === SPACE) return;
      [low, high] = this.#range(depth, low, high, code);
      depth++;
      at++;
    }
  }

  /** The part of a range whose entries have a character at a depth. */
  #range(depth: number, low: number, high: number, code: number): [number, number] {
    const from = this.#firstFrom(depth, low, high, code);
    if (from === high || this.entries[from]?.charCodeAt(depth) !== code) return [from, from];
    return [from, this.#firstFrom(depth, from, high, code + 1)];
  }

  #firstFrom(depth: number, low: number, high: number, code: number): number {
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle]?.charCodeAt(depth) ?? 0) < code) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const slot = (first: number, second: number): number => (first * 31 + second) & (FILTER_SIZE - 1);

const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

const isJoin = (code: number): boolean => code === HYPHEN || code === DASH;

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
