import { useRef, useState } from 'preact/hooks';
import { inLanguage, type Language } from '../../glossary/language';
import { OWN_PACK_ID } from '../../glossary/own-pack-id';
import type { PackDatabase, PackRecord } from '../../packs/pack-database';
import { enablePack, removePack } from '../../packs/reader-packs';
import { focusWhenShown } from '../../ui/focus-when-shown';
import { message } from '../../ui/message';
import { Question } from '../../ui/question';
import { Switch } from '../../ui/switch';
import { useAttempt } from '../../ui/use-attempt';
import { changePacks, wholePack } from './change-packs';
import { PackFacts } from './pack-facts';
import { savePack } from './save-pack';

interface PackEntryProps {
  record: PackRecord;
  language: Language;
  isFirst: boolean;
  isLast: boolean;
  move(by: -1 | 1): Promise<void>;
  /** Called when it is gone, and the focus with it. */
  onRemoved(): void;
}

/** One of the reader's packs, and what she can do with it. */
export function PackEntry(props: PackEntryProps) {
  const { record, language, isFirst, isLast, move, onRemoved } = props;
  const { id, header, terms, facts, enabled } = record;
  const [question, setQuestion] = useState<'unasked' | 'asked' | 'declined'>('unasked');
  const [failure, attempt] = useAttempt();
  const title = inLanguage(header.title, language)?.text ?? id;
  const use = (on: boolean) => (database: PackDatabase) => enablePack(database, id, on);
  return (
    <li class={enabled ? 'pack' : 'pack off'}>
      <PackFacts header={header} terms={terms} facts={facts} language={language} />
      <Switch checked={enabled} onChange={(on) => attempt(() => changePacks(use(on), use(!on)))}>
        {message('packsInUse')}
      </Switch>
      {question === 'asked' ? (
        <Question
          yes={message('packsRemove')}
          onYes={() =>
            attempt(() => changePacks((database) => removePack(database, id)).then(onRemoved))
          }
          onNo={() => setQuestion('declined')}
        >
          {message('packsRemoveQuestion', title)}
        </Question>
      ) : (
        <p class="buttons">
          <MoveButton
            label={message('packsUp')}
            title={title}
            isAtEnd={isFirst}
            move={() => attempt(() => move(-1))}
          />
          <MoveButton
            label={message('packsDown')}
            title={title}
            isAtEnd={isLast}
            move={() => attempt(() => move(1))}
          />
          {id !== OWN_PACK_ID && (
            <button
              type="button"
              class="button"
              aria-label={`${message('packsExport')}: ${title}`}
              onClick={() => attempt(async () => savePack(await wholePack(id)))}
            >
              {message('packsExport')}
            </button>
          )}
          <button
            type="button"
            class="button danger"
            aria-label={`${message('packsRemove')}: ${title}`}
            ref={question === 'declined' ? focusWhenShown : null}
            onClick={() => setQuestion('asked')}
          >
            {message('packsRemove')}
          </button>
        </p>
      )}
      <p class="refusal" role="alert">
        {failure}
      </p>
    </li>
  );
}

interface MoveButtonProps {
  label: string;
  title: string;
  isAtEnd: boolean;
  move(): Promise<unknown>;
}

/** Stays where the focus is when its pack has reached the end, so that keys can go on from it. */
function MoveButton({ label, title, isAtEnd, move }: MoveButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <button
      ref={button}
      type="button"
      class="button"
      aria-label={`${label}: ${title}`}
      aria-disabled={isAtEnd}
      onClick={async () => {
        if (isAtEnd) return;
        await move();
        // The list is drawn anew by then, and an element that moves loses the focus.
        requestAnimationFrame(() => button.current?.focus());
      }}
    >
      {label}
    </button>
  );
}
