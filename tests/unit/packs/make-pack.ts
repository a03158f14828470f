import type { Pack } from '../../../src/glossary/pack-schema';
import { packOf } from '../matcher/pack-of.ts';

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
  const pack = packOf(
    Object.fromEntries(
      termIds.map((termId, index) => [termId, [{ text: `${word} ${index}`, strength: 'strong' }]]),
    ),
  );
  return {
    ...pack,
    id,
    version,
    title: { en: 'Another report' },
    terms: pack.terms.map((term, index) => ({ ...term, name: { en: `${word} ${index}` } })),
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
