import type { GateTables } from './alias-index.ts';
import {
  GATE_DEPTH,
  gateBit,
  gateCode,
  headKey,
  PAIR_GOES_ON,
  PAIR_IS_ALL,
  PAIR_OF_THREE,
  PAIR_SLOTS,
  pairSlot,
  SEPARATOR,
} from './name-gate.ts';

/** Bits of the table for each key: one place in so many passes by chance. */
const BITS_PER_KEY = 12;
const FEWEST_BITS = 12;

/** Digits that hold four bits in their lowest ones and need no escape in JSON. */
const DIGITS = 48;

const NEW_LINE = 10;
const HALF = GATE_DEPTH / 2;

/**
 * Makes the tables of a `NameGate`.
 *
 * @param names Folded, one a line.
 */
export function makeGate(names: string): GateTables {
  const pairs = new Uint8Array(PAIR_SLOTS);
  const keys = new Set<number>();
  const enter = (first: number, second: number, length: number) => {
    const one = first & 255;
    if (length === 1) {
      // One letter is no name; an ideograph can be.
      if (one < 128) return;
      for (let any = 0; any < 256; any++) pairs[pairSlot(one, any)] = PAIR_IS_ALL;
      return;
    }
    const slot = pairSlot(one, (first >> 8) & 255);
    const how = length === 2 ? PAIR_IS_ALL : length === 3 ? PAIR_OF_THREE : PAIR_GOES_ON;
    pairs[slot] = (pairs[slot] as number) | how;
    if (length > 2) keys.add(first);
    if (length > 3) keys.add(headKey(first, second));
  };
  /** Reads on from a place, after so many characters of which the halves are known. */
  const read = (place: number, first: number, second: number, length: number): void => {
    let at = place;
    let [near, far, known] = [first, second, length];
    for (; known < GATE_DEPTH && at < names.length; at++) {
      const character = names.charCodeAt(at);
      if (character === NEW_LINE) break;
      const code = gateCode(character);
      // A separator may be written in several ways, or be missing.
      if (code === SEPARATOR) read(at + 1, near, far, known);
      if (known < HALF) near |= code << (8 * known);
      else far |= code << (8 * (known - HALF));
      known++;
    }
    if (known > 0) enter(near, far, known);
  };
  for (let at = 0; at < names.length; ) {
    read(at, 0, 0, 0);
    const end = names.indexOf('\n', at);
    at = end < 0 ? names.length : end + 1;
  }
  let bits = FEWEST_BITS;
  while (2 ** bits < keys.size * BITS_PER_KEY) bits++;
  const table = new Uint8Array(2 ** bits / 4);
  for (const key of keys) {
    const bit = gateBit(key, bits);
    table[bit >> 2] = (table[bit >> 2] as number) | (1 << (bit & 3));
  }
  return { pairs: asDigits(pairs), keys: asDigits(table) };
}

const asDigits = (values: Uint8Array): string =>
  new TextDecoder().decode(values.map((value) => DIGITS + value));
