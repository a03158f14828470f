import { isOrphaned } from '../messaging/extension-api';
import type { PageText } from './page-text';

/** Looks whether an element that the reader points at is in or has a shadow tree nobody has found yet. */
export function lookAt(element: Element, text: PageText): void {
  // The browser refuses it then, with an error at each move of the pointer, until the script is ended.
  if (isOrphaned()) return;
  const { found } = text.shadowRoots;
  const before = found.size;
  text.shadowRoots.look(element);
  if (element.parentElement) text.shadowRoots.look(element.parentElement);
  if (found.size > before) text.request();
}
