/**
 * The key that was pressed, as a command; empty while an input method composes: Enter, Escape and arrows choose among its
 * candidates then, and are not meant for us.
 */
export function pressedKey({ key, isComposing }: KeyboardEvent): string {
  return isComposing ? '' : key;
}
