/** Code units sorted by what they do inside and at the edge of a name. */

export const HYPHEN = 45;

/** The small form of a code unit; the end of a text is 0. */
export const lower = (code: number): number =>
  code >= 65 && code <= 90
    ? code + 32
    : code < 0xc0 || code > LAST_CASED
      ? code || 0
      : smallOther(code);

/** The last of the accented, Greek and Cyrillic letters. */
const LAST_CASED = 0x52f;
const known = new Map<number, number>();

function smallOther(code: number): number {
  let small = known.get(code);
  if (small === undefined) {
    small = String.fromCharCode(code).toLowerCase().charCodeAt(0);
    known.set(code, small);
  }
  return small;
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A small Latin letter; accented, Greek and Cyrillic ones go with it. */
export const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 0xdf && code <= 0x24f && code !== 0xf7) ||
  (code >= 0x370 && code <= 0x52f);

/** Whether a code unit binds to a Latin name beside it, so that the name is part of a longer word. */
export const isBinding = (code: number): boolean => isDigit(code) || isLetter(code);

export const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));

/** A hyphen or dash, which may join the parts of a name. */
export const isJoin = (code: number): boolean =>
  code === HYPHEN || (code >= 0x2010 && (code <= 0x2015 || JOINS.includes(code)));

/** Minus and the small and full-width hyphens. */
const JOINS = [0x2212, 0xfe58, 0xfe63, 0xff0d];
