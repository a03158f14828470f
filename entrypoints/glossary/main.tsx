import '../../src/ui/theme.css';
import '../../src/ui/controls.css';
import '../../src/ui/facts.css';
import '../../src/glossary-page/glossary.css';
import '../../src/glossary-page/packs/packs.css';
import { GlossaryPage } from '../../src/glossary-page/glossary-page';
import { showPage } from '../../src/ui/show-page';

showPage(<GlossaryPage />);
