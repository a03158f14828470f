import '../../src/ui/theme.css';
import '../../src/ui/controls.css';
import '../../src/ui/keys.css';
import '../../src/welcome/welcome.css';
import { showPage } from '../../src/ui/show-page';
import { Welcome } from '../../src/welcome/welcome';

showPage(<Welcome />);
