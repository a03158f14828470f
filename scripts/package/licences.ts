import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  name: string;
  version: string;
  license: string;
  repository: string | { url: string };
  dependencies?: Record<string, string>;
}

/**
 * The licences of the libraries that the packages hold, each in full: most ask that their text goes along.
 *
 * @param root The project's folder, its dependencies installed.
 * @throws {Error} where one has no file with its licence.
 */
export function licencesOf(root: string): string {
  const { dependencies = {} } = manifestIn(root);
  const names = new Set(Object.keys(dependencies));
  for (const name of names) {
    // What they bring along joins the walk.
    const { dependencies: brought = {} } = manifestIn(join(root, 'node_modules', name));
    for (const other of Object.keys(brought)) names.add(other);
  }
  return [...names]
    .sort()
    .map((name) => licenceOf(join(root, 'node_modules', name)))
    .join('\n\n');
}

function licenceOf(folder: string): string {
  const { name, version, license, repository } = manifestIn(folder);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.\w+)?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no file with its licence.`);
  const text = readFileSync(join(folder, file), 'utf8').trim();
  const sources = typeof repository === 'string' ? repository : repository.url;
  return `${name} ${version} (${license}), ${sources}\n\n${text}\n`;
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
