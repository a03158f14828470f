import aliasIndex from 'virtual:alias-index';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeOver } from '../src/page/page-life';
import { PageScript } from '../src/paint/page-script';

export default defineUnlistedScript(() => {
  takeOver(() => new PageScript(aliasIndex), true)?.start();
});
