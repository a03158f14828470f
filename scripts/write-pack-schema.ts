/** `npm run schema`: writes the pack format as JSON Schema, after a change of src/glossary/pack-schema.ts. */
import { writeFileSync } from 'node:fs';
import { packJsonSchema } from './pack-json-schema';

const FILE = new URL('../data/pack.schema.json', import.meta.url);

writeFileSync(FILE, `${JSON.stringify(packJsonSchema(), null, 2)}\n`);
