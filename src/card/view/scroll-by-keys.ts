/** Pixels a line is scrolled by, as browsers do. */
const LINE = 40;

/** Of what is seen, the part a page is scrolled by: the last lines are seen again. */
const PAGE = 0.875;

/** How far each key scrolls. */
const STEPS: Readonly<Record<string, (body: Element) => number>> = {
  ArrowDown: () => LINE,
  ArrowUp: () => -LINE,
  PageDown: (body) => body.clientHeight * PAGE,
  PageUp: (body) => -body.clientHeight * PAGE,
  Home: (body) => -body.scrollHeight,
  End: (body) => body.scrollHeight,
};

/**
 * Scrolls what a card says by the keys that scroll, from wherever the focus is in the card: from the card itself,
 * its head or its foot they would scroll the page below it.
 */
export function scrollByKeys(event: KeyboardEvent, body: Element | null): void {
  const { key, target, currentTarget, shiftKey } = event;
  const isSpace = key === ' ' && target === currentTarget; // it presses a button
  const name = isSpace ? (shiftKey ? 'PageUp' : 'PageDown') : key;
  const step = STEPS[name];
  if (!body || !step || event.defaultPrevented) return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  body.scrollBy({ top: step(body), behavior: 'instant' });
}
