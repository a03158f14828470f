import { defineBackground } from 'wxt/utils/define-background';
import { keepSettings } from '../src/background/settings-keeper';

export default defineBackground({
  type: 'module',
  main() {
    keepSettings();
  },
});
