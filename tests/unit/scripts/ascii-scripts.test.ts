import { expect, test } from 'vitest';
import { inAscii } from '../../../scripts/ascii-scripts';

test('code says the same in ASCII', () => {
  const code = '[`深度求索 "o1"`, "\\n é 😀", /^[类類]\\s😀$/u.test("類 😀")]';
  const ascii = inAscii(code);
  expect(ascii).toMatch(/^[\0-\u007f]+$/);
  // biome-ignore lint/security/noGlobalEval: it is code that is tested
  const run = (source: string) => globalThis.eval(source);
  expect(run(ascii)).toEqual(['深度求索 "o1"', '\n é 😀', true]);
});

test('a character behind a backslash is refused, one behind two is not', () => {
  expect(() => inAscii('/\\类/')).toThrow('backslash before "类"');
  expect(inAscii('"\\\\类"')).toBe('"\\\\\\u7c7b"');
});
