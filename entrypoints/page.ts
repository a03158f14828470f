import names from 'virtual:names';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openNameSearch } from '../src/matcher/name-search';
import { takeOver } from '../src/page/page-life';
import { Sentry } from '../src/page/sentry';

export default defineUnlistedScript(() => {
  takeOver(() => new Sentry(() => openNameSearch(names())))?.start();
});
