import { HYPHEN, isBinding, isJoin, isSpace, lower } from './characters.ts';

const SPACE = 32;

/** Stands for every dash in folded text. */
const DASH = 0x2013;

/** From here on a character can be a word. */
const IDEOGRAPHS = 0x2e80;

/** Slots for the first characters of entries: enough that no two pairs of ASCII share one. */
const SLOTS = 16_384;

/** How entries that begin with two characters go on: with a third that is marked as well, or anyhow. */
const MARKED_THIRD = 1;
const ANY_THIRD = 2;

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
  #hasTables = false;
  readonly #pairs = new Uint8Array(SLOTS);
  readonly #triples = new Uint8Array(SLOTS);
  readonly #ranges = new Map<number, Range>();
  /** Entries of one ideograph, of which there are few; one letter is no name. */
  #singles: Set<number> | undefined;

  /** @param entries Folded, with single spaces for spaces and hyphens, sorted by code units. */
  constructor(readonly entries: readonly string[]) {}

  /** Made at the first search: with very many entries a gate does that. */
  #makeTables(): void {
    this.#hasTables = true;
    for (const entry of this.entries) {
      const first = entry.charCodeAt(0);
      if (entry.length === 1 && first >= IDEOGRAPHS) {
        this.#singles ??= new Set();
        this.#singles.add(first);
        continue;
      }
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
   * The positions at which an entry may begin, in ascending order.
   *
   * @param text Folded or not: capitals are read as small letters.
   * @param glued Whether an entry may begin in the midst of a word.
   * @param from Where to begin looking.
   * @param until Where to stop looking.
   */
  places(text: string, glued: boolean, from = 0, until = text.length): number[] {
    if (!this.#hasTables) this.#makeTables();
    const pairs = this.#pairs;
    const triples = this.#triples;
    const singles = this.#singles;
    const places: number[] = [];
    let before = lower(text.charCodeAt(from - 1));
    let first = lower(text.charCodeAt(from));
    for (let at = from; at < until; at++) {
      const second = lower(text.charCodeAt(at + 1));
      if (glued || !isBinding(first) || !isBinding(before)) {
        const pair = pairs[pairOf(first, second)];
        const isPlace =
          pair !== 0 &&
          (pair === ANY_THIRD ||
            triples[tripleOf(first, second, lower(text.charCodeAt(at + 2)))] === 1);
        if (isPlace || (first >= IDEOGRAPHS && singles?.has(first))) places.push(at);
      }
      before = first;
      first = second;
    }
    return places;
  }

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

const pairOf = (first: number, second: number): number => ((first << 7) ^ second) & (SLOTS - 1);

const tripleOf = (first: number, second: number, third: number): number =>
  (first * 961 + second * 31 + third) & (SLOTS - 1);

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
