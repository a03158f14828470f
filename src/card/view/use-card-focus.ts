import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

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
  const shown = useRef(content);

  useLayoutEffect(() => {
    if (shown.current === content) return;
    shown.current = content;
    // Without a new place the focus would fall back to the page.
    if (isInside.current && !hasFocus(card.current)) card.current?.focus({ preventScroll: true });
  }, [content, card]);

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

function hasFocus(card: HTMLElement | null): boolean {
  return card?.matches(':focus, :focus-within') ?? false;
}
