import builtInPack from 'virtual:built-in-pack';
import type { Language } from '../../glossary/language';
import { message } from '../../ui/message';
import { PackFacts } from './pack-facts';

/** The pack that comes with the extension: always there, always first. */
export function BuiltInPack({ language }: { language: Language }) {
  const { terms, facts } = builtInPack;
  return (
    <li class="pack">
      <PackFacts
        header={builtInPack}
        terms={terms.length}
        facts={facts.length}
        language={language}
      />
      <p class="hint">{message('packsBuiltIn')}</p>
    </li>
  );
}
