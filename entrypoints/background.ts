import { defineBackground } from 'wxt/utils/define-background';
import { cardAnswers } from '../src/background/card-service';
import { keepSettings } from '../src/background/settings-keeper';
import { answerMessages } from '../src/messaging/answer';

export default defineBackground({
  type: 'module',
  main() {
    answerMessages({ ...cardAnswers });
    keepSettings();
  },
});
