import { toJsonSchema } from '@valibot/to-json-schema';
import { PackSchema } from '../src/glossary/pack-schema';

/**
 * The pack format as JSON Schema, for editors and for authors who write no TypeScript. What a schema
 * cannot say (dates that are in the calendar, references that lead somewhere, aliases claimed once) is
 * left to `npm run pack -- check`.
 */
export function packJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = toJsonSchema(PackSchema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
  });
  return {
    $schema,
    title: 'AI Footnotes pack, format 1',
    description: 'Terms, the names they go by, and cited facts about them. Data alone.',
    ...schema,
  };
}
