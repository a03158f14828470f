import type { GateTables } from './alias-index.ts';
import { isJoin, isSpace, lower } from './characters.ts';

/** How many characters of a name the gate knows: two halves of four, a number each. */
export const GATE_DEPTH = 8;

/** Stands for any separator: a space, a hyphen, a run of spaces. */
export const SEPARATOR = 32;

/** Slots for the first two characters. */
export const PAIR_SLOTS = 4_096;

/** What a slot tells of the names that begin so: they go on with two more, with one more, or end. */
export const PAIR_GOES_ON = 1;
export const PAIR_OF_THREE = 2;
export const PAIR_IS_ALL = 4;

/** A character as the gate knows it, from 1 to 255. */
export function gateCode(code: number): number {
  // No ideograph, Hangul or half of a pair separates anything: they are not asked, since a page may be full of them.
  if ((code < 0x3001 || code > 0xfe57) && (isSpace(code) || isJoin(code))) return SEPARATOR;
  const small = lower(code);
  return small < 128 ? small || 1 : ((small ^ (small >> 8)) & 255) | 128;
}

export const pairSlot = (first: number, second: number): number =>
  (first * 31 + second) & (PAIR_SLOTS - 1);

/** The key of a name's first eight characters, or of all it has, in two halves. */
export const headKey = (first: number, second: number): number =>
  Math.imul(second ^ 0x5bd1e995, 0x85ebca6b) ^ first;

/** The bit of a key in a table of so many bits, a power of two. */
export const gateBit = (key: number, bits: number): number =>
  Math.imul(key, 0x9e3779b1) >>> (32 - bits);

/**
 * Tells where in a text one of very many names may begin, by hashes of the first eight characters: a few places
 * in a thousand, which only then are looked up. The tables are read as they are stored; opening costs nothing.
 *
 * The text is gone through backwards, so that what follows a place is known when it is reached.
 */
export class NameGate {
  readonly #bits: number;

  constructor(private readonly tables: GateTables) {
    this.#bits = Math.log2(tables.keys.length * 4);
  }

  /** The places of a text, folded or not, in ascending order. */
  placesIn(text: string): number[] {
    if (!isWarm) {
      isWarm = true;
      this.#begun(WARM_UP);
    }
    const { places, firsts, seconds } = this.#begun(text);
    const found: number[] = [];
    for (let index = places.length - 1; index >= 0; index--) {
      const first = firsts[index] as number;
      if (first === 0 || this.#hasHead(first, seconds[index] as number))
        found.push(places[index] as number);
    }
    return found;
  }

  /**
   * Where the first characters are those of a name, from behind, with eight in two halves; no halves where a name
   * of two or three is there already. Nothing is called in here but where a character is new: code that runs once
   * is quick only as one short loop.
   */
  #begun(text: string): { places: number[]; firsts: number[]; seconds: number[] } {
    const { pairs, keys } = this.tables;
    const shift = 32 - this.#bits;
    codes ??= new Uint8Array(0x10000);
    const known = codes;
    const begun = { places: [] as number[], firsts: [] as number[], seconds: [] as number[] };
    const { places, firsts, seconds } = begun;
    // The next eight characters, the nearest in the lowest byte.
    let near = 0;
    let far = 0;
    for (let at = text.length - 1; at >= 0; at--) {
      const character = text.charCodeAt(at);
      let code = known[character] as number;
      if (code === 0) {
        code = gateCode(character);
        known[character] = code;
      }
      if (code === SEPARATOR && (near & 255) === SEPARATOR) continue;
      far = (far << 8) | (near >>> 24);
      near = (near << 8) | code;
      const pair = pairs.charCodeAt((code * 31 + ((near >> 8) & 255)) & (PAIR_SLOTS - 1)) & 7;
      if (pair === 0) continue;
      const four = Math.imul(near, 0x9e3779b1) >>> shift;
      const three = Math.imul(near & 0xffffff, 0x9e3779b1) >>> shift;
      const goesOn = (keys.charCodeAt(four >> 2) >> (four & 3)) & pair & PAIR_GOES_ON;
      const isWhole =
        (((keys.charCodeAt(three >> 2) >> (three & 3)) << 1) | PAIR_IS_ALL) & pair & 6;
      if ((goesOn | isWhole) === 0) continue;
      places.push(at);
      firsts.push(isWhole === 0 ? near : 0);
      seconds.push(far);
    }
    return begun;
  }

  /** Whether a name of four characters or more may begin so; it may end with any of them. */
  #hasHead(first: number, second: number): boolean {
    for (let mask = 0; ; mask = (mask << 8) | 255) {
      const bit = gateBit(headKey(first, second & mask), this.#bits);
      if (((this.tables.keys.charCodeAt(bit >> 2) >> (bit & 3)) & 1) === 1) return true;
      if (mask === -1) return false;
    }
  }
}

/** By character: its code, once it was met. */
let codes: Uint8Array | undefined;

/**
 * Read before the first text: an engine that has seen every branch once does not take its compiled code back when
 * it meets the next, which takes it longer than a page.
 */
const WARM_UP = 'o1, R1 – “DeepSeek V3”, 4o: GPT-4o é\u00a0字\u3000token AGI，MoE－RL';
let isWarm = false;
