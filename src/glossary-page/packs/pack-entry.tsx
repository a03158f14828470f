import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { inLanguage, type Language } from '../../glossary/language';
import { OWN_PACK_ID } from '../../glossary/own-pack-id';
import type { PackDatabase, PackRecord } from '../../packs/pack-database';
import { enablePack, removePack } from '../../packs/reader-packs';
import { focusWhenShown } from '../../ui/focus-when-shown';
import { message } from '../../ui/message';
import { Question } from '../../ui/question';
import { Refusal } from '../../ui/refusal';
import { Switch } from '../../ui/switch';
import { useAttempt } from '../../ui/use-attempt';
import { changePacks, wholePack } from './change-packs';
import { PackFacts } from './pack-facts';
import { savePack } from './save-pack';

interface PackEntryProps {
  record: PackRecord;
  language: Language;
  /** Where it stands in the list, from 0. */
  place: number;
  isLast: boolean;
  move(by: -1 | 1, title: string): Promise<void>;
  /** Called when it is gone, and the focus with it. */
  onRemoved(title: string): void;
}

/** One of the reader's packs, and what she can do with it. */
export function PackEntry(props: PackEntryProps) {
  const { record, language, place, isLast, move, onRemoved } = props;
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
        <span class="offstage">: {title}</span>
      </Switch>
      {question === 'asked' ? (
        <Question
          yes={message('packsRemove')}
          onYes={() =>
            attempt(async () => {
              await changePacks((database) => removePack(database, id));
              onRemoved(title);
            })
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
            place={place}
            isAtEnd={place === 0}
            move={() => attempt(() => move(-1, title))}
          />
          <MoveButton
            label={message('packsDown')}
            title={title}
            place={place}
            isAtEnd={isLast}
            move={() => attempt(() => move(1, title))}
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
      <Refusal text={failure} />
    </li>
  );
}

interface MoveButtonProps {
  label: string;
  title: string;
  /** Where its pack stands in the list. */
  place: number;
  isAtEnd: boolean;
  /** @returns whether it was moved. */
  move(): Promise<boolean>;
}

/** Keeps the focus, and stays in sight, when its pack has gone elsewhere, so that keys can go on from it. */
function MoveButton({ label, title, place, isAtEnd, move }: MoveButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const isPressed = useRef(false);
  useLayoutEffect(() => {
    if (!isPressed.current) return;
    isPressed.current = false;
    // Of two that change places either may have been moved in the tree: that one has lost the focus.
    button.current?.focus();
    button.current?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  return (
    <button
      ref={button}
      type="button"
      class="button"
      aria-label={`${label}: ${title}`}
      aria-disabled={isAtEnd}
      onClick={async () => {
        if (isAtEnd) return;
        isPressed.current = true;
        if (!(await move())) isPressed.current = false;
      }}
    >
      {label}
    </button>
  );
}
