import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isEmpty, isPageItself } from '../src/page/empty-frame';
import { takeOver } from '../src/page/page-life';
import { Vigil } from '../src/page/vigil';

/** Runs the script that stands in one file with this one: see scripts/put-behind.ts. */
declare const behind: () => void;

export default defineUnlistedScript(() => {
  // The page itself is hardly ever empty, its frames mostly are.
  if (isPageItself() || !isEmpty()) behind();
  else takeOver(() => new Vigil(behind))?.start();
});
