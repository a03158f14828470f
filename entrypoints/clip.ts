import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startClip } from '../src/clip/start-clip';
import { PAGE_HANDLE, type PageHandle } from '../src/page/page-handle';

/** Where the background says which footnote to edit. */
const EDIT = Symbol.for('ai-footnotes.edit');

interface World {
  [PAGE_HANDLE]?: PageHandle;
  [EDIT]?: string;
}

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  return startClip({ edit: world[EDIT], page: () => world[PAGE_HANDLE] });
});
