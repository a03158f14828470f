import { useEffect, useState } from 'preact/hooks';
import { cleanText } from '../../footnotes/clean-text';
import { shareFootnotes } from '../../footnotes/share-footnotes';
import { inLanguage, type Language } from '../../glossary/language';
import { PACK_LIMITS } from '../../glossary/limits';
import { OWN_PACK_ID } from '../../glossary/own-pack-id';
import type { Pack } from '../../glossary/pack-schema';
import { message } from '../../ui/message';
import { Refusal } from '../../ui/refusal';
import { Spoken } from '../../ui/spoken';
import { useAttempt } from '../../ui/use-attempt';
import { wholePack } from './change-packs';
import { savePack } from './save-pack';

/** Gives the reader's own footnotes away as a pack, all or some. */
export function ShareForm({ language }: { language: Language }) {
  const [own, setOwn] = useState<Pack>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [title, setTitle] = useState(message('packsShareTitle'));
  const [author, setAuthor] = useState('');
  const [licence, setLicence] = useState('CC BY 4.0');
  const [failure, attempt] = useAttempt();
  useEffect(() => {
    void wholePack(OWN_PACK_ID).then(setOwn, () => undefined);
  }, []);
  if (own === undefined) return null;

  const chosen = own.terms.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  const share = (event: Event) => {
    event.preventDefault();
    const sharing = {
      title: cleanText(title),
      author: cleanText(author),
      licence: cleanText(licence),
      language,
      terms: chosen,
    };
    attempt(async () => savePack(shareFootnotes(own, sharing, new Date())));
  };
  const texts = [
    { label: message('packsShareName'), value: title, set: setTitle },
    { label: message('packsShareAuthor'), value: author, set: setAuthor },
    { label: message('packsLicence'), value: licence, set: setLicence },
  ];
  return (
    <form class="share" onSubmit={share}>
      <h2>{message('packsShare')}</h2>
      <p class="hint">{message('packsShareHint')}</p>
      <div class="share-texts">
        {texts.map(({ label, value, set }) => (
          <label key={label} class="share-text">
            <span>{label}</span>
            <input
              type="text"
              required
              pattern=".*\S.*"
              maxLength={PACK_LIMITS.nameCharacters}
              value={value}
              onInput={({ currentTarget }) => set(currentTarget.value)}
            />
          </label>
        ))}
      </div>
      <fieldset class="share-terms">
        <legend>{message('packsShareTerms')}</legend>
        {own.terms.map(({ id, name }) => {
          const spoken = inLanguage(name, language);
          return (
            <label key={id}>
              <input
                type="checkbox"
                checked={!left.has(id)}
                onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
              />
              {spoken && <Spoken {...spoken} />}{' '}
              <span class="count">
                {own.facts.filter(({ terms }) => terms.includes(id)).length}
              </span>
            </label>
          );
        })}
      </fieldset>
      <p class="buttons">
        <button type="submit" class="button" disabled={chosen.length === 0}>
          {message('packsExport')}
        </button>
      </p>
      <Refusal text={failure} />
    </form>
  );
}
