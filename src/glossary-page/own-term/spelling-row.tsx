import { PACK_LIMITS } from '../../glossary/limits';
import { message } from '../../ui/message';
import type { SpellingFields } from './term-draft';

/** Characters of a list of words typed with commas: some dozens. */
const LONGEST_LIST = 1_000;

interface SpellingRowProps {
  spelling: SpellingFields;
  /** Its place in the list, from 1. */
  number: number;
  isWrong: boolean;
  canRemove: boolean;
  change(part: Partial<SpellingFields>): void;
  remove(): void;
}

/** One spelling: what is marked, and whether anywhere or only near certain words. */
export function SpellingRow(props: SpellingRowProps) {
  const { spelling, number, isWrong, canRemove, change, remove } = props;
  const { text, strength, words } = spelling;
  const lacksWords = isWrong && strength === 'weak' && words.trim() === '';
  return (
    <li>
      <fieldset class="spelling">
        <legend class="offstage">{message('termSpelling', number)}</legend>
        <input
          class="field spelling-text"
          aria-label={message('termSpellingText')}
          maxLength={PACK_LIMITS.aliasCharacters}
          aria-invalid={isWrong && !lacksWords}
          value={text}
          onInput={({ currentTarget }) => change({ text: currentTarget.value })}
        />
        <select
          class="field"
          aria-label={message('clipWhere')}
          value={strength}
          onChange={({ currentTarget }) =>
            change({ strength: currentTarget.value as SpellingFields['strength'] })
          }
        >
          <option value="strong">{message('clipAnywhere')}</option>
          <option value="weak">{message('clipNearWords')}</option>
        </select>
        <button
          type="button"
          class="icon-button"
          aria-label={message('termRemoveSpelling')}
          title={message('termRemoveSpelling')}
          disabled={!canRemove}
          onClick={remove}
        >
          <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
        {strength === 'weak' && (
          <input
            class="field spelling-words"
            aria-label={message('clipWords')}
            placeholder={message('clipWords')}
            maxLength={LONGEST_LIST}
            aria-invalid={lacksWords}
            value={words}
            onInput={({ currentTarget }) => change({ words: currentTarget.value })}
          />
        )}
      </fieldset>
    </li>
  );
}
