import { elementAbove } from '../page/element-above';
import { type Rgb, rgbOf } from './rgb';

/**
 * The colour of the ground that an element's text stands on.
 *
 * @param known What was found for elements before, in the same state of the page.
 * @returns `undefined` where a picture lies under it, or nothing but the browser's own white or black.
 */
export function groundOf(
  element: Element | null,
  known: Map<Element, Rgb | undefined>,
): Rgb | undefined {
  if (element === null) return undefined;
  if (known.has(element)) return known.get(element);
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const ground =
    backgroundImage === 'none'
      ? (rgbOf(backgroundColor) ?? groundOf(elementAbove(element), known))
      : undefined;
  known.set(element, ground);
  return ground;
}
