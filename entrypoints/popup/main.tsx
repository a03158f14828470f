import '../../src/ui/theme.css';
import '../../src/ui/controls.css';
import '../../src/popup/popup.css';
import { Popup } from '../../src/popup/popup';
import { showPage } from '../../src/ui/show-page';

showPage(<Popup />);
