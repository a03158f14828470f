import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isEmpty } from '../src/page/empty-frame';
import { takeOver } from '../src/page/page-life';
import { Vigil } from '../src/page/vigil';

/** Runs the script that stands in one file with this one: see scripts/put-behind.ts. */
declare const behind: () => void;

export default defineUnlistedScript(() => {
  if (isEmpty()) takeOver(() => new Vigil(behind))?.start();
  else behind();
});
