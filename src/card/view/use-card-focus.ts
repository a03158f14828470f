import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { useOnChange } from './use-on-change';

/**
 * Keeps the keyboard focus in a card whose content changes, and tells when it comes and goes.
 *
 * @param content Names what the card shows; when it changes, the control that had the focus may be gone.
 */
export function useCardFocus(
  card: RefObject<HTMLElement | null>,
  content: string,
  onChange: ((focused: boolean) => void) | undefined,
) {
  const isInside = useRef(false);

  useOnChange(content, () => {
    // Without a new place the focus would fall back to the page.
    if (isInside.current && !hasFocus(card.current)) card.current?.focus({ preventScroll: true });
  });

  return {
    onFocusIn() {
      if (isInside.current) return;
      isInside.current = true;
      onChange?.(true);
    },
    onFocusOut() {
      // Only now is the focus nowhere; a moment later it is where it goes to.
      queueMicrotask(() => {
        if (!isInside.current || hasFocus(card.current)) return;
        isInside.current = false;
        onChange?.(false);
      });
    },
  };
}

/** Whether the focus is in a card, or will be once the reader comes back to the window: `:focus` ends with that. */
function hasFocus(card: HTMLElement | null): boolean {
  return card?.contains((card.getRootNode() as ShadowRoot).activeElement) ?? false;
}
