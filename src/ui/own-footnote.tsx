import { useState } from 'preact/hooks';
import { focusWhenShown } from './focus-when-shown';
import { message } from './message';

interface OwnFootnoteProps {
  onEdit(): void;
  onRemove(): void;
}

/** Tells one of the reader's own footnotes from the facts of packs, and lets her mend or remove it. */
export function OwnFootnote({ onEdit, onRemove }: OwnFootnoteProps) {
  const [question, setQuestion] = useState<'unasked' | 'asked' | 'declined'>('unasked');
  return question === 'asked' ? (
    <fieldset class="own">
      <legend class="own-label">{message('footnoteRemoveQuestion')}</legend>
      <button type="button" class="text-button" onClick={onRemove}>
        {message('footnoteRemove')}
      </button>
      <button
        type="button"
        class="text-button"
        ref={focusWhenShown}
        onClick={() => setQuestion('declined')}
      >
        {message('cardKeep')}
      </button>
    </fieldset>
  ) : (
    <p class="own">
      <span class="own-label">{message('footnoteOwn')}</span>
      <button type="button" class="text-button" onClick={onEdit}>
        {message('footnoteEdit')}
      </button>
      <button
        type="button"
        class="text-button"
        ref={question === 'declined' ? focusWhenShown : null}
        onClick={() => setQuestion('asked')}
      >
        {message('footnoteRemove')}
      </button>
    </p>
  );
}
