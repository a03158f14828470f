import type { Pack, Term } from '../../src/glossary/pack-schema';

/** A pack made up for measuring, of these terms. */
export const benchPack = (terms: Term[]): Pack => ({
  format: 1,
  id: 'bench',
  version: '1.0.0',
  title: { en: 'Bench' },
  source: { publisher: { en: 'P' }, title: { en: 'T' }, date: '2025-01-01', language: 'en' },
  asOf: '2025-01-01',
  licence: 'CC0-1.0',
  terms,
  facts: [],
});
