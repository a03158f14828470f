import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PACK_LIMITS } from '../../../src/glossary/limits';
import { checkFileSize, PackError, parsePack } from '../../../src/glossary/parse-pack';
import { isObject, type Json, pathsOf, valueAt } from './json-paths';
import { VALID } from './valid-pack';

const copy = (): Record<string, Json> => structuredClone(VALID) as Record<string, Json>;

/** The pack with the value at a path of it changed; `undefined` takes it away. */
function withValue(path: string, value: unknown): string {
  const pack = copy();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  // biome-ignore lint/suspicious/noExplicitAny: walks JSON by a path
  const holder = keys.reduce<any>((inner, key) => inner[key], pack);
  Object.defineProperty(holder, last, { value, enumerable: true, configurable: true });
  return JSON.stringify(pack);
}

function problemsOf(json: string) {
  try {
    parsePack(json, 'test.json');
  } catch (error) {
    if (error instanceof PackError) return error.problems;
    throw error;
  }
  return [];
}

const messages = (json: string) => problemsOf(json).map(({ path, reason }) => `${path}: ${reason}`);

describe('a pack is read whole', () => {
  test('when everything in it is right', () => {
    expect(parsePack(JSON.stringify(VALID), 'test.json')).toEqual(VALID);
  });

  test('when it holds markup or code, which stay text', () => {
    const text = '<img src=x onerror=alert(1)> {{x}} javascript:x';
    const pack = parsePack(withValue('facts.0.caution.text.en', text), 'test.json');
    expect(pack.facts[0]?.caution?.text.en).toBe(text);
  });
});

describe('a pack is refused, with path and reason,', () => {
  test.each([
    ['format', 2, 'format: is a format this version does not know; it knows 1'],
    ['id', 'Lanterns!', 'id: is not an id: lower-case Latin letters, digits and single hyphens'],
    [
      'id',
      'deepseek-r1-report',
      'id: "deepseek-r1-report" is the pack that comes with the extension',
    ],
    ['id', 'my-footnotes', 'id: "my-footnotes" is kept for the reader\'s own footnotes'],
    ['version', '1.2', 'version: is not a version written 1.2.3'],
    ['title', {}, 'title: has no language'],
    ['asOf', '2025-02-29', 'asOf: is a date that is in no calendar'],
    ['asOf', '28.1.2025', 'asOf: is not a date written YYYY-MM-DD'],
    ['events.0.date', '2025-00', 'events[0].date: is a date that is in no calendar'],
    ['terms.0.name.en', '', 'terms[0].name.en: is empty'],
    ['terms.0.name.en', 'x'.repeat(201), 'terms[0].name.en: is longer than 200 characters'],
    ['terms.0.name.en', 'x ', 'terms[0].name.en: starts or ends with a space'],
    ['terms.0.name.en', 'a\ud800', 'terms[0].name.en: holds half a surrogate pair'],
    [
      'terms.0.aliases.0.text',
      'a\u0000',
      'terms[0].aliases[0].text: holds a control or bidirectional-override character',
    ],
    ['terms.0.aliases', [], 'terms[0].aliases: has no alias'],
    [
      'terms.1.aliases.0.text',
      'LANTERN light',
      'terms[1].aliases[0].text: "LANTERN light" is claimed by "lantern" already',
    ],
    ['terms.1.id', 'lantern', 'terms[1].id: "lantern" is used twice'],
    [
      'facts.0.kind',
      'rumour',
      'facts[0].kind: is "rumour", not ("measured" | "reported" | "test" | "explanation" | "expert-view")',
    ],
    ['facts.0.text', undefined, 'facts[0].text: is missing'],
    ['facts.0.script', 'x', 'facts[0].script: is no part of the format'],
    ['$schema', 'a\u202eb', '$schema: holds a control or bidirectional-override character'],
    ['terms.0.related.0', 'sun', 'terms[0].related[0]: there is no term "sun"'],
    [
      'terms.0.aliases.1.for.terms.0',
      'sun',
      'terms[0].aliases[1].for.terms[0]: there is no term "sun"',
    ],
    [
      'terms.0.aliases.1.for.sets.0',
      'sun',
      'terms[0].aliases[1].for.sets[0]: there is no evidence set "sun"',
    ],
    ['facts.0.terms.1', 'sun', 'facts[0].terms[1]: there is no term "sun"'],
    [
      'facts.0.figures.0.text.en',
      '4%',
      'facts[0].figures[0].text.en: "4%" does not stand in the text of the fact',
    ],
    ['measures.0.values.0.term', 'sun', 'measures[0].values[0].term: there is no term "sun"'],
    ['measures.0.values.0.fact', 'sun', 'measures[0].values[0].fact: there is no fact "sun"'],
    ['events.0.fact', 'sun', 'events[0].fact: there is no fact "sun"'],
  ])('%s = %j', (path, value, message) => {
    expect(messages(withValue(path, value))).toContain(message);
  });

  test('when it is no JSON, or no pack at all', () => {
    expect(messages('{')[0]).toMatch(/^: is not JSON: /);
    for (const json of ['null', '[]', '7', '"x"', '{}']) {
      expect(messages(json).length, json).toBeGreaterThan(0);
    }
  });

  test('cut off after any number of characters', () => {
    const json = JSON.stringify(VALID);
    for (let length = 0; length < json.length; length += 1) {
      expect(messages(json.slice(0, length)).join(), `${length}`).toContain('is not JSON');
    }
  });

  test('for an alias of 10,000 characters, markup or not', () => {
    for (const alias of ['a'.repeat(10_000), '(a+)+$'.repeat(1_667), '<b>'.repeat(3_334)]) {
      expect(messages(withValue('terms.0.aliases.0.text', alias))).toEqual([
        'terms[0].aliases[0].text: is longer than 120 characters',
      ]);
    }
  });

  test('for links that are anything but https, or lead nowhere', () => {
    const spellings = [
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'java\tscript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'http://example.org/',
      '//example.org/',
      'https:example.org',
      'https://user@example.org/',
      'https://example.org\\@evil.example/',
      'https://example.org/\u202egpj.exe',
      'https://exa mple.org/',
      'blob:https://example.org/x',
      'https://',
      'https://example.org:99999/',
      'https://[/',
      'https://xn--/',
      'https://1.2.3.999/',
      'https://a|b/',
    ];
    for (const link of spellings) {
      const problems = problemsOf(withValue('source.link', link));
      expect(
        problems.map(({ path }) => path),
        link,
      ).toContain('source.link');
    }
  });

  test('for every bidirectional and control character, in every text', () => {
    const characters = [0x00, 0x09, 0x0a, 0x1b, 0x7f, 0x85, 0x9f, 0x61c, 0x200e, 0x200f, 0x2028];
    const isolates = [
      0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
    ];
    const texts = ['title.en', 'terms.0.summary.en', 'terms.0.aliases.1.notAfter.0', 'licence'];
    for (const code of [...characters, ...isolates]) {
      for (const path of [...texts, 'facts.0.attribution.en', 'evidence.trade.0']) {
        const json = withValue(path, `a${String.fromCodePoint(code)}b`);
        expect(messages(json).join(), `${path} U+${code.toString(16)}`).toContain(
          'holds a control or bidirectional-override character',
        );
      }
    }
  });
});

describe('a hostile file costs little and changes nothing', () => {
  test('a file of 50 MB is refused by its size alone', () => {
    expect(() => checkFileSize(50_000_000, 'big.json')).toThrow('big.json: is larger than 40 MB');
    expect(() => checkFileSize(PACK_LIMITS.fileBytes, 'ok.json')).not.toThrow();
    expect(() => parsePack('['.repeat(PACK_LIMITS.fileBytes + 1), 'big.json')).toThrow(
      'big.json: is larger than 40 MB',
    );
  });

  test('a pack with one term too many is refused by the count', () => {
    const terms = Array.from({ length: PACK_LIMITS.terms + 1 }, (_, index) => ({
      ...VALID.terms[1],
      id: `t${index}`,
      aliases: [{ text: `name ${index}`, strength: 'strong' }],
    }));
    const pack = { ...VALID, terms: [...VALID.terms, ...terms.slice(2)] };
    expect(messages(JSON.stringify({ ...pack, terms: [...pack.terms, terms[0]] }))).toEqual([
      'terms: has more than 10000 terms',
    ]);
  });

  test('a million facts are refused by the count, before any is looked at', () => {
    const facts = Array.from({ length: 1_000_000 }, () => 0);
    expect(messages(JSON.stringify({ ...VALID, facts }))).toEqual([
      'facts: has more than 50000 facts',
    ]);
  });

  test.each<[path: string, entry: (index: number) => unknown, reason: string]>([
    ['measures', (index) => ({ ...VALID.measures[0], id: `m-${index}` }), '200 measures'],
    ['measures.0.values', () => VALID.measures[0]?.values[0], '200 values'],
    ['events', (index) => ({ ...VALID.events[0], id: `e-${index}` }), '5000 events'],
    ['events.0.terms', () => 'oil', '200 terms'],
    ['facts.0.terms', () => 'oil', '200 terms'],
    ['facts.0.figures', () => VALID.facts[0]?.figures[0], '200 figures'],
    ['terms.0.related', () => 'oil', '200 related terms'],
    ['terms.0.aliases.1.for.sets', () => 'trade', '400 entries'],
    ['terms.0.aliases.1.against.terms', () => 'oil', '400 entries'],
  ])('%s may hold no more than is shown in a moment', (path, entry, reason) => {
    const most = Number.parseInt(reason, 10);
    const filled = (count: number) =>
      withValue(
        path,
        Array.from({ length: count }, (_, index) => entry(index)),
      );
    expect(messages(filled(most))).toEqual([]);
    const place = path.replaceAll(/\.(\d+)/g, '[$1]');
    expect(messages(filled(most + 1))).toEqual([`${place}: has more than ${reason}`]);
  });

  test('a pack has no more sets of evidence than are looked through in a moment', () => {
    const sets = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`set-${index}`, ['wick']]));
    expect(messages(withValue('evidence', { ...sets(199), trade: ['wick'] }))).toEqual([]);
    expect(messages(withValue('evidence', { ...sets(200), trade: ['wick'] }))).toEqual([
      'evidence: has more than 200 sets',
    ]);
  });

  test.each([33, 1_000, 100_000])('%i levels of nesting are refused', (levels) => {
    const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(messages(deep)).toEqual([expect.stringContaining('is nested deeper than 32 levels')]);
    const inside = JSON.stringify(VALID).replace('"format":1', `"format":${deep}`);
    expect(messages(inside)).toEqual([
      expect.stringMatching(/^format\[0\].*nested deeper than 32/),
    ]);
  });

  test('a thousand mistakes are counted, and twenty of them told', () => {
    const terms = Array.from({ length: 1_000 }, () => ({}));
    const json = JSON.stringify({ ...VALID, terms });
    expect(problemsOf(json).length).toBeGreaterThanOrEqual(1_000);
    expect(() => parsePack(json, 'test.json')).toThrow(/and \d+ more mistakes$/);
    try {
      parsePack(json, 'test.json');
    } catch (error) {
      expect((error as Error).message.split('\n')).toHaveLength(PACK_LIMITS.problemsTold + 1);
    }
  });

  const paths = pathsOf(VALID as Json);

  test('keys that every object has are refused wherever they stand, and Object.prototype stays as it was', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const holders = paths.filter((path) => isObject(valueAt(VALID as Json, path)));
    const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__'];
    fc.assert(
      fc.property(
        fc.constantFrom(...holders),
        fc.constantFrom(...keys),
        fc.oneof(fc.jsonValue(), fc.constant({ polluted: true, strength: 'strong' })),
        (path, key, value) => {
          const json = withValue([...path, key].join('.'), value);
          expect(messages(json).join()).toContain(`"${key}" is a reserved word`);
          expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
        },
      ),
      { numRuns: 1_000, seed: 20 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});
