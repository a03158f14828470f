/** What pages and pasted texts hold and no pack may: controls, line ends, and what turns the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it takes out
const BREAKS = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text from a page or from the reader's hand in one line, without characters that a pack may not hold. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(DIRECTIONS, '').replace(BREAKS, ' ').trim();
}
