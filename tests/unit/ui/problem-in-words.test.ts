import { expect, it, vi } from 'vitest';
import { checkFileSize, PackError, parsePack } from '../../../src/glossary/parse-pack';
import { makePack } from '../packs/make-pack';

vi.stubGlobal('browser', {
  i18n: { getMessage: (name: string, parts: string[]) => [name, ...parts].join(' ') },
});
const { reasonInWords } = await import('../../../src/ui/problem-in-words');

/** What a reader is told of a pack after one change. */
function toldOf(change: (pack: ReturnType<typeof makePack>) => unknown): string[] {
  const pack = makePack();
  const changed = change(pack);
  try {
    parsePack(typeof changed === 'string' ? changed : JSON.stringify(pack), 'test.json');
  } catch (error) {
    if (error instanceof PackError) return error.problems.map(reasonInWords);
    throw error;
  }
  return [];
}

it.each<[string, (pack: ReturnType<typeof makePack>) => unknown]>([
  ['problemBuiltIn', (pack) => Object.assign(pack, { id: 'deepseek-r1-report' })],
  ['problemOwnPack', (pack) => Object.assign(pack, { id: 'my-footnotes' })],
  ['problemId', (pack) => Object.assign(pack, { id: 'No Id' })],
  ['problemReserved', (pack) => Object.assign(pack, { id: 'constructor' })],
  ['problemFormat', (pack) => Object.assign(pack, { format: 2 })],
  ['problemVersion', (pack) => Object.assign(pack, { version: '1' })],
  ['problemDate', (pack) => Object.assign(pack, { asOf: '2025-02-30' })],
  ['problemLink', (pack) => Object.assign(pack.source, { link: 'data:text/html,x' })],
  ['problemLanguageTag', (pack) => Object.assign(pack.source, { language: '!' })],
  ['problemEmpty', (pack) => Object.assign(pack, { licence: '' })],
  ['problemTooLong 200', (pack) => Object.assign(pack, { licence: 'x'.repeat(201) })],
  ['problemCharacter', (pack) => Object.assign(pack, { licence: 'a\u202eb' })],
  ['problemSpace', (pack) => Object.assign(pack, { licence: ' a' })],
  ['problemNoLanguage', (pack) => Object.assign(pack, { title: {} })],
  ['problemNothing', (pack) => Object.assign(pack, { terms: [] })],
  ['problemUnknownField', (pack) => Object.assign(pack, { script: 'x' })],
  ['problemMissing', (pack) => Object.assign(pack, { licence: undefined })],
  ['problemValue', (pack) => Object.assign(pack, { licence: 7 })],
  ['problemNoSuch nobody', (pack) => pack.facts[0]?.terms.push('nobody')],
  ['problemTwice term-0', (pack) => Object.assign(pack.terms[1] ?? {}, { id: 'term-0' })],
  [
    'problemClaimed name 0 term-0',
    (pack) => pack.terms[1]?.aliases.push({ text: 'name 0', strength: 'strong' }),
  ],
  ['problemTooMany 10000', (pack) => Object.assign(pack, { terms: Array(10_001).fill(0) })],
  ['problemTooDeep 32', () => `${'['.repeat(99)}${']'.repeat(99)}`],
])('%s', (told, change) => {
  expect(toldOf(change)).toContain(told);
});

it('tells of a file that is no JSON, and of one that is too large', () => {
  expect(toldOf(() => '{')).toEqual([expect.stringMatching(/^problemNotJson ./)]);
  try {
    checkFileSize(50_000_000, 'big.json');
  } catch (error) {
    expect((error as PackError).problems.map(reasonInWords)).toEqual(['problemTooLarge 40']);
  }
});
