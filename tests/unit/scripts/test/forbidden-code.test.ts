import { expect, test } from 'vitest';
import { forbiddenCode } from '../../../../scripts/test/forbidden-code';

test.each([
  ['eval("1")', 'eval'],
  ['(0, eval)("1")', 'eval'],
  ['new Function("1")', 'Function()'],
  ['globalThis.Function("1")', 'Function()'],
  ['new Image().src = a', 'Image()'],
  ['a.innerHTML = b', 'innerHTML'],
  ['a["innerHTML"] = b', 'innerHTML'],
  ['a[`outerHTML`] = b', 'outerHTML'],
  ['a.insertAdjacentHTML("x", b)', 'insertAdjacentHTML'],
  ['document.write(a)', 'document.write'],
  ['window.document.writeln(a)', 'document.writeln'],
  ['fetch(a)', 'fetch'],
  ['const { fetch: get } = globalThis; get(a)', 'fetch'],
  ['const { fetch } = globalThis', 'fetch'],
  ['self.fetch(a)', 'fetch'],
  ['new XMLHttpRequest()', 'XMLHttpRequest'],
  ['new WebSocket(a)', 'WebSocket'],
  ['navigator.sendBeacon(a)', 'sendBeacon'],
  ['import("https://example.com/a.js")', 'import(https://example.com/a.js)'],
  ['import(a)', 'import(…)'],
  ['import a from "//example.com/a.js"', 'import of //example.com/a.js'],
  ['export * from "https://example.com/a.js"', 'import of https://example.com/a.js'],
])('%s is found', (code, name) => {
  expect(forbiddenCode('a.js', code)).toEqual([name]);
});

test('names in texts, of keys and of other things are no harm', () => {
  const code = `import { a } from './a.js'; import('./b.js'); import(\`/c.js\`);
    const names = { fetch: 1, onMessageExternal: 2 }; stream.write('fetch innerHTML');
    Function.call.bind(a); a instanceof Function; class B { fetch() {} } export { a };`;
  expect(forbiddenCode('a.js', code)).toEqual([]);
});

test('a bundle that is no JavaScript is an error, not a clean one', () => {
  expect(() => forbiddenCode('a.js', 'const = 1')).toThrow('a.js does not parse');
});
