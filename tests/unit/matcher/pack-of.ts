import type { Alias, Pack } from '../../../src/glossary/pack-schema.ts';

/** A pack of these aliases by term, with just enough around them. */
export function packOf(
  aliases: Record<string, Alias[]>,
  evidence?: Record<string, string[]>,
): Pack {
  return {
    format: 1,
    id: 'test',
    version: '1.0.0',
    title: { en: 'Test' },
    source: {
      publisher: { en: 'Nobody' },
      title: { en: 'Nothing' },
      date: '2025-01-01',
      language: 'en',
    },
    asOf: '2025-01-01',
    licence: 'MIT',
    ...(evidence && { evidence }),
    terms: Object.entries(aliases).map(([id, list]) => ({
      id,
      category: 'idea',
      name: { en: id },
      aliases: list,
    })),
    facts: [],
  };
}
