import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packJsonSchema } from '../../../scripts/pack-json-schema';

const published = readFileSync(new URL('../../../data/pack.schema.json', import.meta.url), 'utf8');

test('the published schema is the one that the pack format makes (else: npm run schema)', () => {
  expect(JSON.parse(published)).toEqual(packJsonSchema());
});

test('the published schema says what a text may not hold', () => {
  const { properties } = JSON.parse(published);
  const pattern = new RegExp(properties.title.properties.en.pattern);
  const accepts = (text: string) => pattern.test(text);
  expect(accepts('A title “in” 中文')).toBe(true);
  for (const bad of ['tab\there', 'a\u202eb', 'line\u2028end']) {
    expect(accepts(bad), JSON.stringify(bad)).toBe(false);
  }
});
