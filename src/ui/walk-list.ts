import { pressedKey } from './pressed-key';

/** Where the keys of a list lead, from one of its entries or from the search above it. */
const STEPS: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, length) => length - 1,
};

/**
 * Moves the focus over the entries of a list by the arrow keys, Home and End; up from the first it goes back
 * to the search above. Tab goes on as ever.
 *
 * @param event Of a key pressed in the search or in an entry.
 * @param within What holds both.
 */
export function walkList(event: KeyboardEvent, within: Element, entries: string): void {
  const step = STEPS[pressedKey(event)];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const search = within.querySelector<HTMLInputElement>('input[type=search]');
  const inSearch = event.target === search;
  const list = [...within.querySelectorAll<HTMLElement>(entries)];
  const at = list.indexOf(event.target as HTMLElement);
  // In the search the cursor has a use for the other keys, and elsewhere there is no place to start from.
  if (at === -1 && !(inSearch && event.key === 'ArrowDown')) return;
  const to = step(at, list.length);
  const next = to < 0 ? search : list[to];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
