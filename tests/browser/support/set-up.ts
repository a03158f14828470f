import type { TestProject } from 'vitest/node';
import { BROWSER_KINDS } from '../../../scripts/browser/find-browsers.mjs';
import { packagedBuild } from '../../../scripts/browser/packaged-build';
import { buildGallery } from '../../gallery/build-gallery';

declare module 'vitest' {
  interface ProvidedContext {
    /** The gallery's script. */
    gallery: string;
  }
}

/** Vitest's global set-up: the tests run the packaged extension, never a stale one, and a gallery that is built once. */
export default async function setUp(project: TestProject): Promise<void> {
  for (const kind of BROWSER_KINDS) packagedBuild(kind);
  project.provide('gallery', await buildGallery());
}
