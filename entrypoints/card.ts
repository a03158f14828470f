import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startCard } from '../src/card/start-card';
import { PAGE_HANDLE, type PageHandle } from '../src/page/page-handle';

export default defineUnlistedScript(() => {
  const page = (globalThis as { [PAGE_HANDLE]?: PageHandle })[PAGE_HANDLE];
  // Two marks rested on at once ask twice; the page script may have ended meanwhile, or be one that knows no marks.
  if (page && !page.card && !page.yieldsTo(true)) page.card = startCard(page);
});
