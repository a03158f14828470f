import { expect, it } from 'vitest';
import { cleanText } from '../../../src/footnotes/clean-text';

it.each([
  ['  one\n\ttwo\u2028three ', 'one two three'],
  ['a\u202eb\u200fc\u2066d', 'abcd'],
  ['half \ud83d', 'half \ufffd'],
  ['family 👨‍👩‍👧 stays', 'family 👨‍👩‍👧 stays'],
  ['null\u0000byte', 'null byte'],
])('cleans %j to %j', (text, expected) => {
  expect(cleanText(text)).toBe(expected);
});
