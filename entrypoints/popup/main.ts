import '../../src/ui/theme.css';
import '../../src/ui/controls.css';
import '../../src/popup/popup.css';
import '../../src/popup/mention-list.css';
import { readActiveTab } from '../../src/popup/active-tab';
import { fillFrame } from '../../src/popup/fill-frame';
import { frameDrawn } from '../../src/popup/frame-drawn';

fillFrame();
// Browsers show a popup once it is loaded; until its frame is drawn, whatever else is done keeps the reader waiting.
addEventListener('load', async () => {
  const activeTab = readActiveTab();
  await frameDrawn();
  const { startPopup } = await import('../../src/popup/start-popup');
  startPopup(activeTab);
});
