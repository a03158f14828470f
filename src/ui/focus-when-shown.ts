/**
 * A `ref` that gives the focus to an element once, when it comes: the one function for all, so that drawing it anew
 * does not take the focus from where it has gone meanwhile.
 */
export function focusWhenShown(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
