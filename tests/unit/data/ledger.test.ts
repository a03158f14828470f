import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pack from 'virtual:built-in-pack';
import { describe, expect, test } from 'vitest';

/** The ledger of what the pack must cover is no part of the repository; vitest.config.ts looks for it beside. */
const ARTICLE = fileURLToPath(new URL('../../../../shared/article/', import.meta.url));

interface Claim {
  id: string;
  passage: number;
  terms: string[];
  claim: string;
  kind: string;
  figures?: string[];
  attribution?: string;
  caution?: { text: string; source: string };
}

const read = (file: string) => JSON.parse(readFileSync(`${ARTICLE}${file}`, 'utf8'));

describe('the ledger of the report', () => {
  const claims: Claim[] = read('claims.json');
  const facts = new Map(pack.facts.map((fact) => [fact.id, fact]));

  test('is covered by as many facts and terms, of the same ids', () => {
    expect([...facts.keys()].sort()).toEqual(claims.map(({ id }) => id).sort());
    const terms = new Set(claims.flatMap(({ terms }) => terms));
    expect(pack.terms.map(({ id }) => id).sort()).toEqual([...terms].sort());
  });

  test.each(claims)('has $id with passage, kind, terms, figures and owner', (claim) => {
    const fact = facts.get(claim.id);
    expect(fact?.passage).toBe(claim.passage);
    expect(fact?.kind).toBe(claim.kind.replace(' ', '-'));
    expect([...(fact?.terms ?? [])].sort()).toEqual([...claim.terms].sort());
    const figures = (fact?.figures ?? []).map(({ value }) => value);
    expect(figures).toEqual(expect.arrayContaining(claim.figures ?? []));
    if (claim.attribution !== undefined) expect(fact?.attribution?.en).toBe(claim.attribution);
  });

  test.each(claims.filter(({ caution }) => caution))(
    'has the caution of $id, with its source',
    ({ id, caution }) => {
      const found = facts.get(id)?.caution;
      for (const number of caution?.text.match(/\d+(?:\.\d+)?/g) ?? []) {
        expect(found?.text.en).toContain(number);
        expect(found?.text['zh-Hans']).toContain(number);
      }
      for (const number of caution?.source.match(/arXiv:\S+|\b20\d\d\b/g) ?? []) {
        expect(found?.source.en).toContain(number);
        expect(found?.source['zh-Hans']).toContain(number);
      }
    },
  );

  test('and the report lend no sentence: the facts are in words of their own', () => {
    const passages: { n: number; text: string }[] = read('passages.json').passages;
    const report = passages.map(({ text }) => text.replaceAll(/\P{Script=Han}+/gu, '')).join(' ');
    const borrowed = pack.facts.flatMap(({ id, text }) => {
      const chinese = longestRun(
        [...(text['zh-Hans'] ?? '').replaceAll(/\P{Script=Han}+/gu, '')],
        report,
      );
      return chinese.length >= 10 ? [`${id}: ${chinese}`] : [];
    });
    expect(borrowed).toEqual([]);

    const copied = claims.filter(({ id, claim }) => facts.get(id)?.text.en === claim);
    expect(copied).toEqual([]);
  });
});

/** The longest run of the characters that stands in the text. */
function longestRun(characters: readonly string[], text: string): string {
  let longest = '';
  for (let start = 0; start < characters.length; start += 1) {
    for (let end = start + longest.length + 1; end <= characters.length; end += 1) {
      const run = characters.slice(start, end).join('');
      if (!text.includes(run)) break;
      longest = run;
    }
  }
  return longest;
}
