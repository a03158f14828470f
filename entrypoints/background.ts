import { defineBackground } from 'wxt/utils/define-background';
import { cardAnswers } from '../src/background/card-service';
import { keepCommands } from '../src/background/commands';
import { footnoteAnswers } from '../src/background/footnote-service';
import { keepMenus } from '../src/background/menus';
import { readerAnswers } from '../src/background/reader-service';
import { keepSettings } from '../src/background/settings-keeper';
import { followTabs, paintToolbar } from '../src/background/toolbar';
import { answerMessages } from '../src/messaging/answer';

export default defineBackground({
  type: 'module',
  main() {
    answerMessages({ ...cardAnswers, ...readerAnswers, ...footnoteAnswers });
    keepSettings(paintToolbar);
    followTabs();
    keepMenus();
    keepCommands();
  },
});
