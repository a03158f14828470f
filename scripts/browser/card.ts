import type { Page } from 'puppeteer-core';
import type { Extension, FrameTools } from './extension';

/** A card as it stands on a page. */
export interface OpenCard {
  /** All its text, in the order of its tree. */
  text: string;
  /** In CSS pixels of the viewport. */
  box: { x: number; y: number; width: number; height: number };
}

/** The card open in the main frame of a page, as the reader sees it; `undefined` while none is. */
export function readCard(extension: Extension, page: Page): Promise<OpenCard | undefined> {
  return extension.inPage(page, ({ shadowOf }): OpenCard | undefined => {
    const host = document.querySelector('ai-footnotes:popover-open');
    const card = host && shadowOf(host)?.querySelector('[role="dialog"]');
    if (!card?.checkVisibility()) return undefined;
    const { x, y, width, height } = card.getBoundingClientRect();
    return { text: card.textContent, box: { x, y, width, height } };
  });
}

/** A place on a page where a text stands. */
export interface TextPlace {
  x: number;
  y: number;
}

/**
 * Scrolls a text of the main frame into view and says where it is.
 *
 * @param occurrence Which of the places where it stands, from 0.
 * @returns The middle of its first line in CSS pixels of the viewport; `undefined` where it is not shown,
 *   or stands in several pieces.
 */
export function findText(
  extension: Extension,
  page: Page,
  text: string,
  occurrence = 0,
): Promise<TextPlace | undefined> {
  return extension.inPage(page, placeOfText, text, occurrence);
}

/** Runs beside the page script. */
function placeOfText(
  { shadowOf }: FrameTools,
  text: string,
  occurrence: number,
): TextPlace | undefined {
  let left = occurrence;

  function* ranges(root: Node): Generator<Range> {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        for (let at = node.data.indexOf(text); at >= 0; at = node.data.indexOf(text, at + 1)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + text.length);
          yield range;
        }
      } else if (node instanceof Element) {
        const shadow = shadowOf(node);
        if (shadow) yield* ranges(shadow);
      }
    }
  }

  for (const range of ranges(document.body ?? document)) {
    if (range.getClientRects().length === 0) continue;
    if (left > 0) {
      left -= 1;
      continue;
    }
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [box] = range.getClientRects();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return undefined;
}
