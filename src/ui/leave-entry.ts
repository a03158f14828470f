/**
 * Takes the focus from an entry that is about to go to the one behind it, or before it where it is the last, so
 * that keys go on from there.
 *
 * @param entry One of several beside each other, each with a control.
 * @param otherwise Takes the focus where the list ends with it.
 */
export function leaveEntry(entry: Element | null, otherwise: HTMLElement | null): void {
  const neighbour = entry?.nextElementSibling ?? entry?.previousElementSibling;
  const control = neighbour?.querySelector<HTMLElement>('button, input') ?? otherwise;
  control?.focus();
}
