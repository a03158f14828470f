import { HYPHEN, isBinding, lower } from './characters.ts';

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

/** Tells where in a text an entry of a lexicon may begin, by how they begin. With very many a gate does that. */
export class Places {
  readonly #pairs = new Uint8Array(SLOTS);
  readonly #triples = new Uint8Array(SLOTS);
  /** Entries of one ideograph, of which there are few; one letter is no name. */
  #singles: Set<number> | undefined;

  /** @param entries As those of a lexicon. */
  constructor(entries: readonly string[]) {
    for (const entry of entries) {
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
   * @param text Folded, or no further than what moves offsets: capitals are read as small letters, but a separator as
   *   second character is found only as a space, a hyphen or a folded dash.
   * @param glued Whether an entry may begin in the midst of a word.
   */
  in(text: string, glued: boolean): number[] {
    const pairs = this.#pairs;
    const triples = this.#triples;
    const singles = this.#singles;
    const places: number[] = [];
    let before = 0;
    let first = lower(text.charCodeAt(0));
    for (let at = 0; at < text.length; at++) {
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
}

const pairOf = (first: number, second: number): number => ((first << 7) ^ second) & (SLOTS - 1);

const tripleOf = (first: number, second: number, third: number): number =>
  (first * 961 + second * 31 + third) & (SLOTS - 1);
