import { useState } from 'preact/hooks';
import { message } from './message';

interface OwnFootnoteProps {
  onEdit(): void;
  onRemove(): void;
}

/** Tells one of the reader's own footnotes from the facts of packs, and lets her mend or remove it. */
export function OwnFootnote({ onEdit, onRemove }: OwnFootnoteProps) {
  const [isAsking, setAsking] = useState(false);
  return isAsking ? (
    <fieldset class="own">
      <legend class="own-label">{message('footnoteRemoveQuestion')}</legend>
      <button
        type="button"
        class="text-button"
        ref={(button) => button?.focus({ preventScroll: true })}
        onClick={onRemove}
      >
        {message('footnoteRemove')}
      </button>
      <button type="button" class="text-button" onClick={() => setAsking(false)}>
        {message('cardKeep')}
      </button>
    </fieldset>
  ) : (
    <p class="own">
      <span class="own-label">{message('footnoteOwn')}</span>
      <button type="button" class="text-button" onClick={onEdit}>
        {message('footnoteEdit')}
      </button>
      <button type="button" class="text-button" onClick={() => setAsking(true)}>
        {message('footnoteRemove')}
      </button>
    </p>
  );
}
