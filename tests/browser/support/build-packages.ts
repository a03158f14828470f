import { BROWSER_KINDS } from '../../../scripts/browser/find-browsers.mjs';
import { packagedBuild } from '../../../scripts/browser/packaged-build';

/** Vitest's global set-up: the tests run the packaged extension, never a stale one. */
export default function buildPackages(): void {
  for (const kind of BROWSER_KINDS) packagedBuild(kind);
}
