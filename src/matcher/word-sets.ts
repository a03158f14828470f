import { foldEntry } from './fold-entry.ts';
import { writeWordList } from './word-list.ts';

/**
 * Gathers the lists of words that speak for names or against them. A word gets its number, its place among all
 * words sorted, only at the end, so that each is folded but once: in packs they stand there hundreds of thousands
 * of times.
 */
export class WordSets {
  /** By word as it is written, and folded: a number in the order in which they came. */
  readonly #written = new Map<string, number>();
  readonly #folded = new Map<string, number>();
  readonly #sets: number[][] = [];
  readonly #byHash = new Map<number, number>();

  /**
   * The number of a list; that of the last of the same hash, if it has the same words. In another order they make
   * another list: sorting each of hundreds of thousands would cost more than the few twins it would find.
   */
  numberOf(list: readonly string[]): number {
    let words = list.map((word) => this.#wordNumber(word));
    if (words.includes(NO_WORD)) words = words.filter((word) => word !== NO_WORD);
    let hash = 0;
    for (const word of words) hash = (Math.imul(hash, 31) + word) & HASHES;
    const known = this.#byHash.get(hash);
    if (known !== undefined && isSame(this.#sets[known] as number[], words)) return known;
    this.#byHash.set(hash, this.#sets.length);
    return this.#sets.push(words) - 1;
  }

  #wordNumber(written: string): number {
    let number = this.#written.get(written);
    if (number === undefined) {
      const word = foldEntry(written);
      number = word === '' ? NO_WORD : this.#folded.get(word);
      if (number === undefined) {
        number = this.#folded.size;
        this.#folded.set(word, number);
      }
      this.#written.set(written, number);
    }
    return number;
  }

  /** The words as `writeWordList` writes them, and each set as its first word and the steps to the next. */
  finish(): { sets: number[][]; words: string } {
    const words = [...this.#folded.keys()].sort();
    const places = new Uint32Array(words.length);
    for (let place = 0; place < words.length; place++) {
      places[this.#folded.get(words[place] as string) as number] = place;
    }
    for (const set of this.#sets) turnIntoSteps(set, places);
    return { sets: this.#sets, words: writeWordList(words) };
  }
}

const NO_WORD = -1;

/** A hash is a number that engines keep without an object. */
const HASHES = 2 ** 30 - 1;

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((word, at) => word === other[at]);

/**
 * Turns the words of a set, in place, into the number of the first and the steps to the next, which are half as
 * many bytes in the script that ships them.
 */
function turnIntoSteps(set: number[], places: Uint32Array): void {
  for (let at = 0; at < set.length; at++) set[at] = places[set[at] as number] as number;
  set.sort(byValue);
  let length = 0;
  let before = 0;
  for (const place of set) {
    // A list may name a word twice.
    if (length > 0 && place === before) continue;
    set[length++] = place - before;
    before = place;
  }
  set.length = length;
}

const byValue = (one: number, other: number): number => one - other;
