import { useRef, useState } from 'preact/hooks';
import { OWN_PACK_ID } from '../../glossary/own-pack-id';
import { send } from '../../messaging/send';
import { message } from '../../ui/message';
import { failureReason } from '../../ui/use-attempt';
import { wholePack } from '../packs/change-packs';
import { OwnTermForm } from './own-term-form';
import { fieldsOf, type TermFields, termFrom } from './term-draft';

/** What the reader can change about a term of her own: its name, its spellings, its category. */
export function OwnTerm({ id, onSaved }: { id: string; onSaved(told: string): void }) {
  const [initial, setInitial] = useState<TermFields>();
  const opener = useRef<HTMLButtonElement>(null);

  const open = async () => {
    const { terms } = await wholePack(OWN_PACK_ID);
    const term = terms.find((known) => known.id === id);
    if (term) setInitial(fieldsOf(term));
  };
  const close = () => {
    setInitial(undefined);
    opener.current?.focus();
  };
  const save = async (fields: TermFields) => {
    const { problems, unmarked } = await send('term.edit', { id, term: termFrom(fields) });
    if (problems.length === 0) {
      close();
      onSaved(
        unmarked === undefined
          ? message('termSaved')
          : message('savedUnmarked', failureReason(unmarked)),
      );
    }
    return problems;
  };
  return (
    <>
      <p class="buttons">
        <button
          ref={opener}
          type="button"
          class="button"
          aria-expanded={initial !== undefined}
          onClick={() => (initial ? close() : open())}
        >
          {message('termEdit')}
        </button>
      </p>
      {initial && <OwnTermForm initial={initial} save={save} close={close} />}
    </>
  );
}
