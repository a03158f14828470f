import { useState } from 'preact/hooks';
import { CATEGORIES, FACT_KINDS } from '../glossary/pack-schema';
import { riskOfAlias } from '../glossary/risky-alias';
import type { ListedTerm } from '../messaging/vocabulary';
import { categoryLabel, kindLabel } from '../ui/labels';
import { countedMessage, message } from '../ui/message';
import { aliasesOf, type DraftFields, NEW_TERM } from './start-draft';

interface ClipFormProps {
  initial: DraftFields;
  isNew: boolean;
  /** The terms the passage mentions, likeliest first, and all there are. */
  likely: readonly string[];
  terms: readonly ListedTerm[];
  /** How often a spelling stands on the page at hand. */
  countOnPage(spelling: string): number;
  /** @returns why it could not be kept, for the reader; nothing when it was. */
  save(fields: DraftFields): Promise<string | undefined>;
  close(): void;
}

/** The small form a passage is clipped with. */
export function ClipForm(props: ClipFormProps) {
  const { initial, isNew, likely, terms, countOnPage, save, close } = props;
  const [fields, setFields] = useState(initial);
  const [state, setState] = useState<'editing' | 'saving'>('editing');
  const [problem, setProblem] = useState<string>();
  const change = (part: Partial<DraftFields>) => setFields({ ...fields, ...part });
  const isNewTerm = fields.term === NEW_TERM;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setState('saving');
    setProblem(await save(fields));
    setState('editing');
  }

  return (
    <div class="clip" role="dialog" aria-labelledby="clip-title">
      <form onSubmit={submit}>
        <header class="clip-head">
          <h2 id="clip-title">{isNew ? message('clipTitle') : message('clipTitleEdit')}</h2>
          <span class="brand">{message('extensionName')}</span>
        </header>
        <div class="clip-fields">
          <label class="field wide">
            <span>{message('clipText')}</span>
            <textarea
              rows={4}
              required
              maxLength={2_000}
              lang={fields.language}
              value={fields.text}
              onInput={(event) => change({ text: event.currentTarget.value })}
            />
          </label>
          <label class="field">
            <span>{message('clipTerm')}</span>
            <select
              value={fields.term}
              onChange={(event) => change({ term: event.currentTarget.value })}
            >
              <option value={NEW_TERM}>{message('clipNewTerm')}</option>
              <TermOptions label={message('clipInPassage')} terms={termsIn(likely, terms)} />
              <TermOptions
                label={message('clipAllTerms')}
                terms={terms.filter(({ id }) => !likely.includes(id))}
              />
            </select>
          </label>
          <label class="field">
            <span>{message('clipKind')}</span>
            <select
              value={fields.kind}
              onChange={(event) =>
                change({ kind: event.currentTarget.value as DraftFields['kind'] })
              }
            >
              {FACT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {kindLabel(kind)}
                </option>
              ))}
            </select>
          </label>
          {isNewTerm && <NewTermFields fields={fields} change={change} countOnPage={countOnPage} />}
          <label class="field wide">
            <span>
              {fields.kind === 'expert-view' ? message('clipWhose') : message('clipWhoseOptional')}
            </span>
            <input
              value={fields.attribution}
              required={fields.kind === 'expert-view'}
              maxLength={200}
              onInput={(event) => change({ attribution: event.currentTarget.value })}
            />
          </label>
          <label class="field wide">
            <span>{message('clipSourceTitle')}</span>
            <input
              value={fields.title}
              required
              maxLength={200}
              onInput={(event) => change({ title: event.currentTarget.value })}
            />
          </label>
          <label class="field">
            <span>{message('clipPublisher')}</span>
            <input
              value={fields.publisher}
              required
              maxLength={200}
              onInput={(event) => change({ publisher: event.currentTarget.value })}
            />
          </label>
          <label class="field">
            <span>{message('clipDate')}</span>
            <input
              type="date"
              value={fields.date}
              required
              onInput={(event) => change({ date: event.currentTarget.value })}
            />
          </label>
          <p class="hint wide">{fields.link ? fields.link : message('clipNoLink')}</p>
        </div>
        <p class="problem" role="alert">
          {problem}
        </p>
        <footer class="clip-foot">
          <button type="button" class="button" onClick={close}>
            {message('clipCancel')}
          </button>
          <button type="submit" class="button main" disabled={state === 'saving'}>
            {message('clipSave')}
          </button>
        </footer>
      </form>
    </div>
  );
}

interface NewTermProps {
  fields: DraftFields;
  change(part: Partial<DraftFields>): void;
  countOnPage(spelling: string): number;
}

function NewTermFields({ fields, change, countOnPage }: NewTermProps) {
  const risky = aliasesOf(fields).filter((alias) => riskOfAlias(alias) !== undefined);
  return (
    <>
      <label class="field">
        <span>{message('clipName')}</span>
        <input
          value={fields.name}
          required
          maxLength={120}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{message('clipCategory')}</span>
        <select
          value={fields.category}
          onChange={(event) =>
            change({ category: event.currentTarget.value as DraftFields['category'] })
          }
        >
          {CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {categoryLabel(category)}
            </option>
          ))}
        </select>
      </label>
      <label class="field wide">
        <span>{message('clipSpellings')}</span>
        <input
          value={fields.spellings}
          onInput={(event) => change({ spellings: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{message('clipWhere')}</span>
        <select
          value={fields.strength}
          onChange={(event) =>
            change({ strength: event.currentTarget.value as DraftFields['strength'] })
          }
        >
          <option value="strong">{message('clipAnywhere')}</option>
          <option value="weak">{message('clipNearWords')}</option>
        </select>
      </label>
      {fields.strength === 'weak' && (
        <label class="field">
          <span>{message('clipWords')}</span>
          <input
            required
            value={fields.nearWords}
            onInput={(event) => change({ nearWords: event.currentTarget.value })}
          />
        </label>
      )}
      {fields.strength === 'strong' && risky.length > 0 && (
        <ul class="warning wide" role="status">
          {risky.map((alias) => (
            <li key={alias}>
              {message('clipRisky', alias)}{' '}
              {countedMessage('clipOnPageOne', 'clipOnPageOther', countOnPage(alias))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function TermOptions({ label, terms }: { label: string; terms: readonly ListedTerm[] }) {
  if (terms.length === 0) return null;
  return (
    <optgroup label={label}>
      {terms.map(({ id, name }) => (
        <option key={id} value={id} lang={name.language}>
          {name.text}
        </option>
      ))}
    </optgroup>
  );
}

function termsIn(ids: readonly string[], terms: readonly ListedTerm[]): ListedTerm[] {
  return ids.flatMap((id) => terms.find((term) => term.id === id) ?? []);
}
