import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startClip } from '../src/clip/start-clip';
import { PAGE_HANDLE, type PageHandle } from '../src/page/page-handle';

/** Where the background says which footnote to edit, and where the form keeps how to close itself. */
const EDIT = Symbol.for('ai-footnotes.edit');
const CLOSE = Symbol.for('ai-footnotes.close-clip');

interface World {
  [PAGE_HANDLE]?: PageHandle;
  [EDIT]?: string;
  [CLOSE]?: () => void;
}

export default defineUnlistedScript(async () => {
  const world = globalThis as World;
  world[CLOSE]?.();
  world[CLOSE] = await startClip({ edit: world[EDIT], page: world[PAGE_HANDLE] });
});
