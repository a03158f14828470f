const FOCUSABLE = 'button:not(:disabled), a[href], input, select, textarea';

/** Tab from the last control of a card or form leads to its first, and the other way round. */
export function keepFocusInside(event: KeyboardEvent): void {
  const card = event.currentTarget;
  if (event.key !== 'Tab' || !(card instanceof Element)) return;
  const controls = [...card.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const [first] = controls;
  const last = controls.at(-1);
  const edge = event.shiftKey ? first : last;
  const onCard = event.shiftKey && event.target === card;
  if (event.target !== edge && !onCard) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
