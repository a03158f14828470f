import { defineBackground } from 'wxt/utils/define-background';
import { cardAnswers } from '../src/background/card-service';
import { keepCommands } from '../src/background/commands';
import { welcomeOnce } from '../src/background/first-run';
import { footnoteAnswers } from '../src/background/footnote-service';
import { keepMenus } from '../src/background/menus';
import {
  followPermissions,
  followReaderIndex,
  pageAnswers,
  registerPageScripts,
} from '../src/background/page-scripts';
import { readerAnswers } from '../src/background/reader-service';
import { followReturns } from '../src/background/serve-tabs';
import { keepSettings } from '../src/background/settings-keeper';
import { followTabs, paintToolbar } from '../src/background/toolbar';
import { answerMessages } from '../src/messaging/answer';
import { renewReaderIndex } from '../src/packs/reader-index';

export default defineBackground({
  type: 'module',
  main() {
    answerMessages({ ...cardAnswers, ...pageAnswers, ...readerAnswers, ...footnoteAnswers });
    keepSettings(paintToolbar, registerPageScripts);
    followReaderIndex();
    followPermissions();
    followReturns();
    followTabs();
    keepMenus();
    keepCommands();
    welcomeOnce();
    renewReaderIndex();
  },
});
