import { inLanguage, type Language } from '../../glossary/language';
import type { LocalText } from '../../glossary/pack-schema';
import type { ChangeSummary, UpdateSummary } from '../../packs/update-summary';
import { focusWhenShown } from '../../ui/focus-when-shown';
import { type MessageName, message } from '../../ui/message';
import { Spoken } from '../../ui/spoken';

interface DifferenceViewProps {
  title: string;
  update: UpdateSummary;
  language: Language;
  confirm(): void;
  cancel(): void;
}

/** What a file would change in the pack that the reader has; she decides. */
export function DifferenceView({ title, update, language, confirm, cancel }: DifferenceViewProps) {
  const { newer, before, after, terms, facts } = update;
  const changes: [MessageName, ChangeSummary][] = [
    ['packsTermsAdded', terms.added],
    ['packsTermsRemoved', terms.removed],
    ['packsTermsChanged', terms.changed],
    ['packsFactsAdded', facts.added],
    ['packsFactsRemoved', facts.removed],
    ['packsFactsChanged', facts.changed],
  ];
  const some = changes.filter(([, { count }]) => count > 0);
  return (
    <section class="difference" aria-labelledby="difference-title">
      <h2 id="difference-title" tabIndex={-1} ref={focusWhenShown}>
        {title}
      </h2>
      <p class={newer > 0 ? undefined : 'caution'}>
        {newer > 0
          ? message('packsNewer', before, after)
          : newer === 0
            ? message('packsSame', before)
            : message('packsOlder', after, before)}
      </p>
      {some.length === 0 && <p>{message('packsNoDifference')}</p>}
      {some.map(([name, change]) => (
        <Changes key={name} name={name} change={change} language={language} />
      ))}
      <p class="buttons">
        <button type="button" class="button main" onClick={confirm}>
          {newer > 0 ? message('packsUpdate') : message('packsReplace')}
        </button>
        <button type="button" class="button" onClick={cancel}>
          {message('cancel')}
        </button>
      </p>
    </section>
  );
}

/** Whether two texts read the same; then something else about them is different. */
const isSameIn = (language: Language, one: LocalText, other: LocalText): boolean =>
  inLanguage(one, language)?.text === inLanguage(other, language)?.text;

interface ChangesProps {
  name: MessageName;
  change: ChangeSummary;
  language: Language;
}

function Changes({ name, change: { count, shown }, language }: ChangesProps) {
  const text = (local: LocalText) => {
    const spoken = inLanguage(local, language);
    return spoken && <Spoken {...spoken} />;
  };
  return (
    <details open={count <= 5}>
      <summary>
        {message(name)} <span class="count">{count}</span>
      </summary>
      <ul>
        {shown.map(({ before, after }, index) =>
          before && after && isSameIn(language, before, after) ? (
            <li key={index}>
              {text(after)} <small>{message('packsOtherDetails')}</small>
            </li>
          ) : (
            <li key={index}>
              {before && <del>{text(before)}</del>} {after && <ins>{text(after)}</ins>}
            </li>
          ),
        )}
        {count > shown.length && <li>{message('packsMore', count - shown.length)}</li>}
      </ul>
    </details>
  );
}
