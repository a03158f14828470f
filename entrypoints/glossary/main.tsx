import '../../src/ui/theme.css';
import '../../src/ui/controls.css';
import '../../src/ui/facts.css';
import '../../src/ui/keys.css';
import '../../src/glossary-page/page.css';
import '../../src/glossary-page/terms.css';
import '../../src/glossary-page/term-page.css';
import '../../src/glossary-page/own-term/own-term.css';
import '../../src/glossary-page/timeline.css';
import '../../src/glossary-page/figures.css';
import '../../src/glossary-page/comparison.css';
import '../../src/glossary-page/settings/settings.css';
import '../../src/glossary-page/packs/packs.css';
import { GlossaryPage } from '../../src/glossary-page/glossary-page';
import { showPage } from '../../src/ui/show-page';

showPage(<GlossaryPage />);
