import builtInPack from 'virtual:built-in-pack';
import { inLanguage } from '../glossary/language';
import { factsLanguage } from '../ui/facts-language';
import { message } from '../ui/message';
import { useSettings } from '../ui/use-settings';

/** The glossary: everything the extension knows, and its settings. */
export function GlossaryPage() {
  const settings = useSettings();
  if (settings === undefined) return null;
  const language = factsLanguage(settings.values);
  return (
    <main>
      <h1>{message('menuGlossary')}</h1>
      <ul>
        {builtInPack.terms.map(({ id, name }) => (
          <li key={id}>{inLanguage(name, language)?.text}</li>
        ))}
      </ul>
    </main>
  );
}
