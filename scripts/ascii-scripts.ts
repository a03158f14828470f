import type { Plugin } from 'vite';

const NOT_ASCII = /[\u0080-\uffff]/g;
/** Such a character behind a backslash of its own, which would make nonsense of an escape. */
const ESCAPED = /(?<!\\)(?:\\\\)*\\[\u0080-\uffff]/;

/**
 * Writes every other character of a built script as an escape. A script that is ASCII alone is kept at one byte
 * a character and read the faster; one Chinese name makes that two for all of it. Packed, escapes take no more.
 */
export function asciiScripts(): Plugin {
  return {
    name: 'ascii-scripts',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') output.code = inAscii(output.code);
      }
    },
  };
}

/**
 * For code whose strings, templates and expressions hold the only other characters there are.
 *
 * @throws {Error} where one stands behind a backslash.
 */
export function inAscii(code: string): string {
  const escaped = ESCAPED.exec(code);
  if (escaped) throw new Error(`a script has a backslash before "${escaped[0].slice(-1)}"`);
  return code.replace(
    NOT_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
