/** Code units of folded text, sorted by what they do at the edge of a name. */

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A small Latin letter of folded text; accented, Greek and Cyrillic ones go with it. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 0xdf && code <= 0x24f && code !== 0xf7) ||
  (code >= 0x370 && code <= 0x52f);

/** Whether a code unit binds to a Latin name beside it, so that the name is part of a longer word. */
const isBinding = (code: number): boolean => isDigit(code) || isLetter(code);

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

const HYPHEN = 45;
/** Stands for every dash in folded text. */
const DASH = 0x2013;

export { DASH, HYPHEN, isBinding, isDigit, isLetter, isSpace };
