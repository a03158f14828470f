import { message } from './message';

interface QuestionProps {
  /** What is asked. */
  children: string;
  /** What the button says that does it. */
  yes: string;
  onYes(): void;
  onNo(): void;
}

/** A `ref`; where the question came below the edge of the window, the page follows. */
function focusInSight(element: HTMLElement | null): void {
  element?.focus();
}

/** What is asked before something goes for good. It starts with the answer that does nothing; Escape gives it as well. */
export function Question({ children, yes, onYes, onNo }: QuestionProps) {
  return (
    <fieldset class="question" onKeyDown={({ key }) => key === 'Escape' && onNo()}>
      <legend>{children}</legend>
      <button type="button" class="button danger" onClick={onYes}>
        {yes}
      </button>
      <button type="button" class="button" ref={focusInSight} onClick={onNo}>
        {message('cancel')}
      </button>
    </fieldset>
  );
}
