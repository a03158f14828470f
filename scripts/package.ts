/** `npm run package`: both store zips and Mozilla's source zip, the same bytes from the same sources. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourcePackage, storePackages } from './package/make-packages';

const root = join(import.meta.dirname, '..');
for (const { name, content } of [...storePackages(root), sourcePackage(root)]) {
  writeFileSync(join(root, '.output', name), content);
  console.log(`${createHash('sha256').update(content).digest('hex')}  .output/${name}`);
}
