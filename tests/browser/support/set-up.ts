import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { BROWSER_KINDS } from '../../../scripts/browser/find-browsers.mjs';
import { packagedBuild } from '../../../scripts/browser/packaged-build';
import { buildGallery } from '../../gallery/build-gallery';

declare module 'vitest' {
  interface ProvidedContext {
    /** The gallery's script. */
    gallery: string;
    /** A folder for what browsers save. */
    downloads: string;
  }
}

/**
 * Vitest's global set-up: the tests run the packaged extension, never a stale one, and a gallery that is built once.
 *
 * @returns What ends it.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  for (const kind of BROWSER_KINDS) packagedBuild(kind);
  project.provide('gallery', await buildGallery());
  const downloads = await mkdtemp(join(tmpdir(), 'ai-footnotes-downloads-'));
  project.provide('downloads', downloads);
  return () => rm(downloads, { recursive: true });
}
