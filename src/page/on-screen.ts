import { containerOf } from './container-of';
import { nextFrame } from './next-frame';
import { giveWay } from './slices';

/** Elements from which on a page is so large that a reader would wait for what she sees. */
const LARGE = 30_000;
/** A part of the page around a place: the largest with no more elements than this, read in some milliseconds. */
const PART = 1_000;
/** Where a part has too many siblings for all to be read, how many behind it are read as well. */
const SIBLINGS = 20;
/** Where it is looked, as shares of the viewport's height. */
const HEIGHTS = [0.05, 0.3, 0.55, 0.8];

/** Milliseconds a page may take to its next frame; one that is seen but draws nothing is read from its top. */
const LONGEST_WAIT = 300;

/**
 * The parts of a large page that are on screen, to be read before the rest; none of a page that is read in
 * no time. What is asked of the layout are a few places, never boxes, and only once a frame was drawn: before
 * that, the layout of all the page would be ours to wait for.
 */
export async function partsOnScreen(): Promise<Element[]> {
  if (document.visibilityState === 'hidden' || !document.body) return [];
  if (!hasOver(LARGE, document.body)) return [];
  await nextFrame(LONGEST_WAIT);
  const parts = new Set<Element>();
  for (const height of HEIGHTS) {
    // On a huge page each takes as long as a frame.
    await giveWay();
    const at = document.elementFromPoint(innerWidth / 2, innerHeight * height);
    let part = at && partAround(at);
    for (let count = 0; part && count <= SIBLINGS; count++) {
      parts.add(part);
      part = part.nextElementSibling;
    }
  }
  return [...parts];
}

function partAround(element: Element): Element | null {
  let part: Element | null = null;
  let at = containerOf(element) as Element | null;
  for (; at && at !== document.body; at = at.parentElement) {
    if (hasOver(PART, at)) break;
    part = at;
  }
  return part;
}

/** Whether more elements than so many stand below one. The engine counts no further; asked by index, it counts all first. */
const hasOver = (count: number, element: Element): boolean =>
  element.getElementsByTagName('*').item(count) !== null;
