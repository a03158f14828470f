import type { Page } from 'puppeteer-core';
import type { Extension, FrameTools } from './extension';
import type { FrameMention } from './list-mentions';

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
    // Half faded in it could be neither read nor clicked.
    if (card.getAnimations({ subtree: true }).length > 0) return undefined;
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
 * @returns The middle of its first line in CSS pixels of the viewport; `undefined` where it is not shown.
 */
export function findText(
  extension: Extension,
  page: Page,
  text: string,
  occurrence = 0,
): Promise<TextPlace | undefined> {
  return extension.inPage(page, placeOfText, text, occurrence);
}

/** Milliseconds between the pointer's rest on a mark and the card, its first load included. */
const CARD_LIMIT = 10_000;

/** How many names the pointer tries. */
const TRIES = 5;

/**
 * Rests the pointer on mentions of the main frame until a card opens. Not every one is marked, so it may
 * take several.
 *
 * @returns The text of the mention whose card it is.
 * @throws {Error} where no card opens.
 */
export async function restOnMentions(
  extension: Extension,
  page: Page,
  mentions: readonly FrameMention[],
): Promise<string> {
  const texts = new Set(mentions.filter(({ frameId }) => frameId === 0).map(({ text }) => text));
  for (const text of [...texts].slice(0, TRIES)) {
    const place = await findText(extension, page, text);
    if (place === undefined) continue;
    await page.mouse.move(place.x, place.y, { steps: 5 });
    const deadline = performance.now() + CARD_LIMIT;
    while (performance.now() < deadline) {
      if ((await readCard(extension, page)) !== undefined) return text;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error('The pointer rested on names of the page and no card opened.');
}

/** Runs beside the page script. */
function placeOfText(
  { shadowOf }: FrameTools,
  text: string,
  occurrence: number,
): TextPlace | undefined {
  // All text of the page in one string, so that a name is found across inline elements.
  const nodes: { node: Text; start: number }[] = [];
  let all = '';
  const gather = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        nodes.push({ node, start: all.length });
        all += node.data;
      } else {
        const shadow = node instanceof Element && shadowOf(node);
        if (shadow) gather(shadow);
      }
    }
  };
  gather(document.body);

  let left = occurrence;
  for (let at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
    const first = nodes.findLast(({ start }) => start <= at);
    const last = nodes.findLast(({ start }) => start < at + text.length);
    if (first === undefined || last === undefined) continue;
    const range = new Range();
    range.setStart(first.node, at - first.start);
    range.setEnd(last.node, at + text.length - last.start);
    if (range.getClientRects().length === 0) continue;
    if (left > 0) {
      left -= 1;
      continue;
    }
    first.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [box] = range.getClientRects();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return undefined;
}
