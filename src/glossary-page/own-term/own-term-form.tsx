import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cleanText } from '../../footnotes/clean-text';
import { PACK_LIMITS } from '../../glossary/limits';
import { CATEGORIES, type Category } from '../../glossary/pack-schema';
import type { PackProblem } from '../../glossary/parse-pack';
import { riskOfAlias } from '../../glossary/risky-alias';
import { categoryLabel } from '../../ui/labels';
import { message } from '../../ui/message';
import { pressedKey } from '../../ui/pressed-key';
import { reasonInWords } from '../../ui/problem-in-words';
import { useAttempt } from '../../ui/use-attempt';
import { SpellingRow } from './spelling-row';
import {
  fieldOfTermProblem,
  problemsOfTerm,
  type SpellingFields,
  type TermFields,
} from './term-draft';

interface OwnTermFormProps {
  initial: TermFields;
  /**
   * @returns what is wrong with it; nothing when it was kept.
   * @throws {Error} where the browser does not let it be kept.
   */
  save(fields: TermFields): Promise<readonly PackProblem[]>;
  close(): void;
}

/** The form for a term of the reader's own. */
export function OwnTermForm({ initial, save, close }: OwnTermFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(initial);
  const [isSaving, setSaving] = useState(false);
  const [problems, setProblems] = useState<readonly PackProblem[]>([]);
  const [failure, attempt] = useAttempt();
  const wrong = new Set(problems.map((problem) => fieldOfTermProblem(problem, fields)));
  const { name, category, spellings } = fields;

  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  const change = (part: Partial<TermFields>) => setFields((before) => ({ ...before, ...part }));
  const changeSpelling = (key: number, part: Partial<SpellingFields>) =>
    change({ spellings: spellings.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const focusSpelling = (at: number) =>
    requestAnimationFrame(() =>
      form.current?.querySelectorAll<HTMLElement>('.spelling-text')[at]?.focus(),
    );
  const add = () => {
    const key = Math.max(-1, ...spellings.map((one) => one.key)) + 1;
    change({ spellings: [...spellings, { key, text: '', strength: 'strong', words: '' }] });
    focusSpelling(spellings.length);
  };
  const remove = (key: number) => {
    const at = spellings.findIndex((one) => one.key === key);
    change({ spellings: spellings.filter((one) => one.key !== key) });
    focusSpelling(Math.max(0, at - 1));
  };

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (isSaving) return;
    const found = problemsOfTerm(fields);
    setSaving(true);
    setProblems(found);
    if (found.length === 0) await attempt(async () => setProblems(await save(fields)));
    setSaving(false);
  }

  const risky = spellings.filter(
    ({ text, strength }) => strength === 'strong' && text !== '' && riskOfAlias(text),
  );
  return (
    <form
      ref={form}
      class="own-term"
      onSubmit={submit}
      onKeyDown={(event) => pressedKey(event) === 'Escape' && close()}
    >
      <label class="labelled">
        <span>{message('clipName')}</span>
        <input
          class="field"
          required
          maxLength={PACK_LIMITS.nameCharacters}
          aria-invalid={wrong.has('name')}
          value={name}
          onInput={({ currentTarget }) => change({ name: currentTarget.value })}
        />
      </label>
      <label class="labelled">
        <span>{message('clipCategory')}</span>
        <select
          class="field"
          value={category}
          onChange={({ currentTarget }) => change({ category: currentTarget.value as Category })}
        >
          {CATEGORIES.map((one) => (
            <option key={one} value={one}>
              {categoryLabel(one)}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="spellings">
        <legend>{message('termSpellings')}</legend>
        <ol>
          {spellings.map((spelling, index) => (
            <SpellingRow
              key={spelling.key}
              spelling={spelling}
              number={index + 1}
              isWrong={wrong.has(index)}
              canRemove={spellings.length > 1}
              change={(part) => changeSpelling(spelling.key, part)}
              remove={() => remove(spelling.key)}
            />
          ))}
        </ol>
        {spellings.length < PACK_LIMITS.aliasesPerTerm && (
          <button type="button" class="text-button" onClick={add}>
            {message('termAddSpelling')}
          </button>
        )}
      </fieldset>
      <div class="risks" role="status">
        {risky.map(({ key, text }) => (
          <p key={key} class="warning">
            {message('clipRisky', text)}
          </p>
        ))}
      </div>
      <div class="refusal" role="alert">
        {failure && <p>{failure}</p>}
        {problems.map((problem) => (
          <p key={problem.path}>
            {message('clipProblem', labelOf(problem, fields), reasonInWords(problem))}
          </p>
        ))}
      </div>
      <p class="buttons">
        <button type="submit" class="button primary" aria-disabled={isSaving}>
          {message('clipSave')}
        </button>
        <button type="button" class="button" onClick={close}>
          {message('cancel')}
        </button>
      </p>
    </form>
  );
}

function labelOf(problem: PackProblem, fields: TermFields): string {
  const field = fieldOfTermProblem(problem, fields);
  if (field === undefined) return message('termSpellings');
  if (field === 'name') return message('clipName');
  return problem.path.endsWith('.for')
    ? message('clipWords')
    : cleanText(fields.spellings[field]?.text ?? '') || message('termSpelling', field + 1);
}
