import type { ComponentChildren, TargetedInputEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keepFocusInside } from '../card/view/keep-focus-inside';
import { PACK_LIMITS } from '../glossary/limits';
import { CATEGORIES, FACT_KINDS } from '../glossary/pack-schema';
import type { PackProblem } from '../glossary/parse-pack';
import { riskOfAlias } from '../glossary/risky-alias';
import type { ListedTerm, SaveResult } from '../messaging/vocabulary';
import { dateInWords } from '../ui/format';
import { categoryLabel, kindLabel } from '../ui/labels';
import { countedMessage, message, middleDot, wordSpace } from '../ui/message';
import { reasonInWords } from '../ui/problem-in-words';
import { failureReason, useAttempt } from '../ui/use-attempt';
import { type ClipField, fieldOfProblem, spellingOfProblem } from './field-of-problem';
import { aliasesOf, type DraftFields, NEW_TERM } from './start-draft';

/** What is wrong is told in so many sentences: more would leave no room for the fields. */
const MOST_PROBLEMS = 3;

/** Characters of a spelling that is told to be wrong: enough to find it. */
const SPELLING_SHOWN = 20;

/** Characters of a list typed with commas: some dozens of spellings. */
const LONGEST_LIST = 1_000;

interface ClipFormProps {
  initial: DraftFields;
  isNew: boolean;
  /** The terms the passage mentions, likeliest first, and all there are. */
  likely: readonly string[];
  terms: readonly ListedTerm[];
  /** How often a spelling stands on the page at hand. */
  countOnPage(spelling: string): number;
  /** @throws {Error} where the browser does not let it be kept. */
  save(fields: DraftFields): Promise<SaveResult>;
  close(): void;
}

/** What a field needs to be shown and changed. */
interface FieldsProps {
  fields: DraftFields;
  change(part: Partial<DraftFields>): void;
  /** Fields that could not be kept as they are. */
  wrong: ReadonlySet<ClipField>;
}

/** The small form a passage is clipped with. */
export function ClipForm(props: ClipFormProps) {
  const { initial, isNew, likely, terms, countOnPage, save, close } = props;
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(initial);
  const [isSaving, setSaving] = useState(false);
  const [{ problems, unmarked }, setSaved] = useState<SaveResult>({ problems: [] });
  const [failure, attempt] = useAttempt();
  const wrong = new Set(problems.flatMap(({ path }) => fieldOfProblem(path) ?? []));

  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (isSaving) return;
    setSaving(true);
    setSaved({ problems: [] });
    await attempt(async () => setSaved(await save(fields)));
    setSaving(false);
  }

  const parts: FieldsProps = {
    fields,
    change: (part) => setFields((before) => ({ ...before, ...part })),
    wrong,
  };
  const told = new Set(
    problems.map((problem) =>
      message('clipProblem', labelOfProblem(problem, fields), reasonInWords(problem)),
    ),
  );
  if (unmarked !== undefined) return <Unmarked reason={failureReason(unmarked)} close={close} />;
  return (
    <section
      class="clip card"
      role="dialog"
      aria-labelledby="clip-title"
      onKeyDown={keepFocusInside}
    >
      <form ref={form} onSubmit={submit}>
        <header class="clip-head">
          <h2 id="clip-title">{isNew ? message('clipTitle') : message('clipTitleEdit')}</h2>
          <span class="brand">{message('extensionName')}</span>
        </header>
        {/* Firefox has the keys stop at all that scrolls. */}
        <div class="clip-fields" tabIndex={-1}>
          <label class="field wide">
            <span>{message('clipText')}</span>
            <textarea
              rows={3}
              required
              maxLength={PACK_LIMITS.factCharacters}
              lang={fields.language}
              aria-invalid={wrong.has('text')}
              value={fields.text}
              onInput={(event) => parts.change({ text: event.currentTarget.value })}
            />
          </label>
          <Choice
            label={message('clipTerm')}
            value={fields.term}
            onChange={(term) => parts.change({ term })}
          >
            <option value={NEW_TERM}>{message('clipNewTerm')}</option>
            <TermOptions label={message('clipInPassage')} terms={termsIn(likely, terms)} />
            <TermOptions
              label={message('clipAllTerms')}
              terms={terms.filter(({ id }) => !likely.includes(id))}
            />
          </Choice>
          <Choice
            label={message('clipKind')}
            value={fields.kind}
            onChange={(kind) => parts.change({ kind: kind as DraftFields['kind'] })}
          >
            {FACT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kindLabel(kind)}
              </option>
            ))}
          </Choice>
          {fields.term === NEW_TERM && <NewTermFields {...parts} countOnPage={countOnPage} />}
          <TextField
            {...parts}
            name="attribution"
            isWide
            label={
              fields.kind === 'expert-view' ? message('clipWhose') : message('clipWhoseOptional')
            }
            isOptional={fields.kind !== 'expert-view'}
          />
          <SourceFields {...parts} />
        </div>
        <div class="problems" role="alert">
          {failure && <p>{failure}</p>}
          {[...told].slice(0, MOST_PROBLEMS).map((text) => (
            <p key={text}>{text}</p>
          ))}
          {told.size > MOST_PROBLEMS && (
            <p>{message('packsMoreProblems', told.size - MOST_PROBLEMS)}</p>
          )}
        </div>
        <footer class="clip-foot">
          <button type="button" class="button" onClick={close}>
            {message('clipCancel')}
          </button>
          <button type="submit" class="button main" aria-disabled={isSaving}>
            {message('clipSave')}
          </button>
        </footer>
      </form>
    </section>
  );
}

/** Says that the footnote is kept, but its names are not marked, in the place of its fields: there is nothing to mend in them. */
function Unmarked({ reason, close }: { reason: string; close(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <section
      class="clip card"
      role="alertdialog"
      aria-labelledby="clip-unmarked"
      onKeyDown={keepFocusInside}
    >
      <p id="clip-unmarked" class="clip-unmarked">
        {message('savedUnmarked', reason)}
      </p>
      <footer class="clip-foot">
        <button ref={button} type="button" class="button main" onClick={close}>
          {message('cardClose')}
        </button>
      </footer>
    </section>
  );
}

/** Where the passage stands; filled in from the page, so it is folded away until there is something to mend. */
function SourceFields(parts: FieldsProps) {
  const { fields, wrong } = parts;
  const { title, publisher, date, link } = fields;
  const isLacking = [title, publisher, date].some((part) => part.trim() === '');
  const isWrong = (['title', 'publisher', 'date', 'link'] as const).some((name) => wrong.has(name));
  const [isOpen, setOpen] = useState(isLacking);
  return (
    <details
      class="source wide"
      open={isOpen || isLacking || isWrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span class="source-label">{message('clipSourceTitle')}</span>
        <span class="source-line">
          {[title, publisher, isDate(date) ? dateInWords(date) : date]
            .filter(Boolean)
            .join(middleDot())}
        </span>
      </summary>
      <div class="source-fields">
        <TextField {...parts} name="title" label={message('clipHeadline')} isWide />
        <TextField {...parts} name="publisher" label={message('clipPublisher')} />
        <TextField {...parts} name="date" label={message('clipDate')} type="date" />
        <p class="hint wide">{link ?? message('clipNoLink')}</p>
      </div>
    </details>
  );
}

/** Whether it can be said in words: a year of five digits, which the field takes, cannot. */
function isDate(date: string): boolean {
  return !Number.isNaN(Date.parse(date));
}

function NewTermFields(props: FieldsProps & Pick<ClipFormProps, 'countOnPage'>) {
  const { countOnPage, ...parts } = props;
  const { fields, change } = parts;
  const risky = aliasesOf(fields)
    .filter((alias) => riskOfAlias(alias) !== undefined)
    .map((alias) => ({ alias, count: countOnPage(alias) }));
  return (
    <>
      <TextField
        {...parts}
        name="name"
        label={message('clipName')}
        limit={PACK_LIMITS.aliasCharacters}
      />
      <Choice
        label={message('clipCategory')}
        value={fields.category}
        onChange={(category) => change({ category: category as DraftFields['category'] })}
      >
        {CATEGORIES.map((category) => (
          <option key={category} value={category}>
            {categoryLabel(category)}
          </option>
        ))}
      </Choice>
      <TextField
        {...parts}
        name="spellings"
        label={message('clipSpellings')}
        limit={LONGEST_LIST}
        isOptional
        isWide
      />
      <Choice
        label={message('clipWhere')}
        value={fields.strength}
        onChange={(strength) => change({ strength: strength as DraftFields['strength'] })}
        isWide={fields.strength === 'strong'}
      >
        <option value="strong">{message('clipAnywhere')}</option>
        <option value="weak">{message('clipNearWords')}</option>
      </Choice>
      {fields.strength === 'weak' && (
        <TextField {...parts} name="nearWords" label={message('clipWords')} limit={LONGEST_LIST} />
      )}
      {fields.strength === 'strong' && risky.length > 0 && (
        <div class="warning wide" role="status">
          {risky.map(({ alias, count }) => (
            <p key={alias}>
              {message('clipRisky', alias)}
              {count > 0 && wordSpace() + countedMessage('clipOnPageOne', 'clipOnPageOther', count)}
            </p>
          ))}
        </div>
      )}
    </>
  );
}

interface TextFieldProps extends FieldsProps {
  name: Exclude<ClipField, 'text' | 'link'>;
  label: string;
  type?: 'date';
  /** The most characters it takes. */
  limit?: number;
  isOptional?: boolean;
  isWide?: boolean;
}

function TextField(props: TextFieldProps) {
  const { fields, change, wrong, name, label, type, isOptional, isWide } = props;
  const input = {
    required: !isOptional,
    maxLength: props.limit ?? PACK_LIMITS.nameCharacters,
    'aria-invalid': wrong.has(name),
    value: fields[name],
    onInput: (event: TargetedInputEvent<HTMLInputElement>) =>
      change({ [name]: event.currentTarget.value }),
  };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: both ways lead to an input
    <label class={isWide ? 'field wide' : 'field'}>
      <span>{label}</span>
      {type === 'date' ? <input type="date" {...input} /> : <input type="text" {...input} />}
    </label>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  onChange(value: string): void;
  isWide?: boolean;
  children: ComponentChildren;
}

function Choice({ label, value, onChange, isWide = false, children }: ChoiceProps) {
  return (
    <label class={isWide ? 'field wide' : 'field'}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </label>
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

/** The name of the field a problem is in; of many spellings, the one. */
function labelOfProblem({ path }: PackProblem, fields: DraftFields): string {
  const labels: Record<ClipField, () => string> = {
    text: () => message('clipText'),
    attribution: () => message('clipWhose'),
    title: () => message('clipHeadline'),
    publisher: () => message('clipPublisher'),
    date: () => message('clipDate'),
    link: () => message('clipAddress'),
    name: () => message('clipName'),
    spellings: () =>
      shortened(aliasesOf(fields)[spellingOfProblem(path)]) ?? message('clipSpellings'),
    nearWords: () => message('clipWords'),
  };
  const field = fieldOfProblem(path);
  return field ? labels[field]() : message('clipPack');
}

function shortened(spelling: string | undefined): string | undefined {
  const characters = [...(spelling ?? '')];
  if (characters.length <= SPELLING_SHOWN) return spelling;
  return `${characters.slice(0, SPELLING_SHOWN).join('')}…`;
}
