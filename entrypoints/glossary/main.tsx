import '../../src/ui/theme.css';
import '../../src/ui/controls.css';
import { GlossaryPage } from '../../src/glossary-page/glossary-page';
import { showPage } from '../../src/ui/show-page';

showPage(<GlossaryPage />);
