import { readFileSync } from 'node:fs';
import pack from 'virtual:built-in-pack';
import { expect, test } from 'vitest';
import { factsProof } from '../../../scripts/facts-proof';

test('the page to proof-read holds the facts as they are (else: npm run facts)', () => {
  const page = readFileSync(new URL('../../../docs/facts-proof.md', import.meta.url), 'utf8');
  expect(page === factsProof(pack)).toBe(true);
});

test('every fact stands on the page once, with its text in three languages and its caution', () => {
  const page = factsProof(pack).split('\n');
  for (const { id, text, caution } of pack.facts) {
    expect(page.filter((line) => line === `### ${id}`)).toHaveLength(1);
    for (const part of [...Object.values(text), ...Object.values(caution?.text ?? {})]) {
      expect(page).toContain(`- ${part}`);
    }
  }
});
