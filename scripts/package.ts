/** `npm run package`: both store zips and Mozilla's source zip, the same bytes from the same sources. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

const root = join(import.meta.dirname, '..');
const output = join(root, '.output');

/** The first moment a zip can name; the real times of files differ from build to build. */
const MTIME = new Date(1980, 0, 1);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
}

/** Writes a zip whose bytes depend on the names and contents of the files alone. */
function writeZip(name: string, folder: string, files: readonly string[]): void {
  const entries: Zippable = {};
  for (const file of files.map((path) => path.split(sep).join('/')).sort()) {
    entries[file] = [readFileSync(join(folder, file)), { mtime: MTIME, level: 9, os: 0, attrs: 0 }];
  }
  const zip = zipSync(entries);
  writeFileSync(join(output, name), zip);
  const sum = createHash('sha256').update(zip).digest('hex');
  console.log(`${sum}  ${relative(root, join(output, name))}`);
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};
mkdirSync(output, { recursive: true });
for (const browser of ['chrome', 'firefox']) {
  const folder = join(output, `${browser}-mv3`);
  writeZip(`ai-footnotes-${version}-${browser}.zip`, folder, filesBelow(folder));
}
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
writeZip(`ai-footnotes-${version}-sources.zip`, root, tracked.split('\0').filter(Boolean));
