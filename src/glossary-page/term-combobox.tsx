import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { message } from '../ui/message';
import { pressedKey } from '../ui/pressed-key';
import { Spoken } from '../ui/spoken';
import { searchTerms } from '../ui/term-search';
import type { Library, ListedTerm } from './library';

/** Terms that are offered at once; who wants another types on. */
const MOST_OPTIONS = 50;

interface TermComboboxProps {
  label: string;
  library: Library;
  /** Ids of terms that are chosen already, and not offered again. */
  except: readonly string[];
  onChoose(id: string): void;
}

/**
 * Finds a term as it is typed, in any language and spelling: a combobox with a list, by the pattern of
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/.
 */
export function TermCombobox({ label, library, except, onChoose }: TermComboboxProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [offered, taken] = useMemo(() => {
    const byId = new Map(library.terms.map((term) => [term.id, term]));
    const found = searchTerms(library.searchable, typed).flatMap((term) => byId.get(term) ?? []);
    const isTaken = ({ id }: ListedTerm) => except.includes(id);
    return [
      found.filter((term) => !isTaken(term)).slice(0, MOST_OPTIONS),
      found.find(isTaken),
    ] as const;
  }, [library, typed, except]);
  useLayoutEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at, isOpen]);

  const isListed = isOpen && offered.length > 0;
  const whyNone = taken ? message('compareTaken', taken.name.text) : message('noTermsFound');
  const close = () => {
    setOpen(false);
    setAt(0);
  };
  const choose = (chosen: string) => {
    setTyped('');
    close();
    onChoose(chosen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = isOpen ? offered[at] : undefined;
    switch (pressedKey(event)) {
      case 'ArrowDown':
        setAt(isOpen ? Math.max(0, Math.min(at + 1, offered.length - 1)) : 0);
        setOpen(true);
        break;
      case 'ArrowUp':
        setAt(Math.max(at - 1, 0));
        break;
      case 'Enter':
        if (option) choose(option.id);
        break;
      case 'Escape':
        if (!isOpen) setTyped('');
        close();
        break;
      default:
        return; // the field itself has a use for it
    }
    event.preventDefault();
  };
  return (
    <div class="combobox">
      <input
        class="field"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isListed}
        aria-controls={id}
        aria-activedescendant={isListed ? `${id}-${at}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={label}
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(true)}
        onBlur={close}
      />
      <div
        ref={list}
        id={id}
        class="options"
        role="listbox"
        aria-label={label}
        hidden={!isListed}
        // The field keeps the focus, also where the scroll bar is pressed.
        onMouseDown={(event) => event.preventDefault()}
      >
        {offered.map(({ id: term, name, category }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          <div
            key={term}
            id={`${id}-${index}`}
            class={`of-${category}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => choose(term)}
          >
            <Spoken {...name} />
          </div>
        ))}
      </div>
      <p class="none" role="status">
        {isOpen && offered.length === 0 ? whyNone : ''}
      </p>
    </div>
  );
}
