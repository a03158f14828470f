import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSER_KINDS } from '../browser/find-browsers.mjs';
import { makeZip } from './make-zip';
import { projectFiles } from './project-files';

/** A file for a store. */
export interface Package {
  name: string;
  content: Uint8Array;
}

/**
 * The zips that the stores get, from a project that is built.
 *
 * @param root Its folder.
 * @throws {Error} where a build is missing.
 */
export function storePackages(root: string): Package[] {
  return BROWSER_KINDS.map((kind) => {
    const folder = join(root, '.output', `${kind}-mv3`);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return {
      name: `ai-footnotes-${versionOf(root)}-${kind}.zip`,
      content: makeZip(
        folder,
        files.filter((file) => statSync(join(folder, file)).isFile()),
      ),
    };
  });
}

/** The zip of the sources, from which Mozilla's reviewers build the same again. */
export function sourcePackage(root: string): Package {
  return {
    name: `ai-footnotes-${versionOf(root)}-sources.zip`,
    content: makeZip(root, projectFiles(root)),
  };
}

function versionOf(root: string): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}
