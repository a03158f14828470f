/** `npm run facts`: writes all terms and facts to a page to proof-read, after a change in data/. */
import { writeFileSync } from 'node:fs';
import { assembleBuiltInPack } from './built-in-pack/assemble-built-in-pack';
import { factsProof } from './facts-proof';

const FILE = new URL('../docs/facts-proof.md', import.meta.url);

writeFileSync(FILE, factsProof(assembleBuiltInPack()));
