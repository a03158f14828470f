import type { Pack } from '../../../src/glossary/pack-schema';

/** A valid pack with as many terms, and facts per term, as asked. */
export function makePack({
  id = 'another-report',
  version = '1.0.0',
  terms = 2,
  factsPerTerm = 2,
  word = 'name',
}: {
  id?: string;
  version?: string;
  terms?: number;
  factsPerTerm?: number;
  word?: string;
} = {}): Pack {
  const termIds = Array.from({ length: terms }, (_, index) => `term-${index}`);
  return {
    format: 1,
    id,
    version,
    title: { en: 'Another report' },
    source: {
      publisher: { en: 'The Daily Sample' },
      title: { en: 'A report' },
      date: '2025-03-01',
      language: 'en',
    },
    asOf: '2025-03-01',
    licence: 'CC0-1.0',
    terms: termIds.map((termId, index) => ({
      id: termId,
      category: 'idea',
      name: { en: `${word} ${index}` },
      aliases: [{ text: `${word} ${index}`, strength: 'strong' }],
    })),
    facts: termIds.flatMap((termId) =>
      Array.from({ length: factsPerTerm }, (_, index) => ({
        id: `${termId}-fact-${index}`,
        terms: [termId],
        text: { en: `Fact ${index} of ${termId}.` },
        kind: 'reported' as const,
      })),
    ),
  };
}
