import { selfAndAncestors } from './flat-tree';

/** Browsers keep zoom in fewer digits than scripts have: a zoom this near to 1 is none. */
const ZOOM_ROUNDING = 1e-4;

/**
 * The one element the card adds to a page: a popover in the top layer, with a closed shadow tree. It is
 * no larger than a point, so that it covers nothing; the cards in it stand where they are put.
 */
export interface CardHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Brings the host above everything, for a card that belongs to `element`. */
  showFor(element: Element): void;
  /**
   * Brings the host above layers that the page has opened since.
   *
   * @returns Whether there were any.
   */
  raiseIfCovered(): boolean;
  /** Undoes the CSS `zoom` the host is in: its pixels are those in which elements are measured. */
  undoZoom(): void;
  remove(): void;
}

/** @param css The style sheets of the tree, in order. */
export function createCardHost(css: readonly string[]): CardHost {
  const element = document.createElement('ai-footnotes');
  element.setAttribute('popover', 'manual');
  const root = element.attachShadow({ mode: 'closed' });
  const zoomSheet = sheetOf('');
  root.adoptedStyleSheets = [...css.map(sheetOf), zoomSheet];
  for (const type of KEPT_FROM_THE_PAGE) element.addEventListener(type, (e) => e.stopPropagation());

  let zoom = 1;
  let known = new Set<Element>();
  function raise(): void {
    if (isOpen(element)) element.hidePopover();
    element.showPopover();
    known = layersBeside(element);
  }

  return {
    element,
    root,
    showFor(anchor) {
      const parent = parentFor(anchor);
      if (element.parentNode !== parent) parent.append(element);
      if (!isOpen(element)) raise();
    },
    raiseIfCovered() {
      const covering = [...layersBeside(element)].some((layer) => !known.has(layer));
      if (covering) raise();
      return covering;
    },
    undoZoom() {
      const left = element.currentCSSZoom;
      if (Math.abs(left - 1) < ZOOM_ROUNDING) return;
      zoom /= left;
      zoomSheet.replaceSync(`:host { zoom: ${zoom} !important }`);
    },
    remove() {
      element.remove();
    },
  };
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

function isOpen(element: Element): boolean {
  return element.isConnected && element.matches(':popover-open');
}

/** Elements of the page that lie in the top layer, but for those the host is in. */
function layersBeside(host: Element): Set<Element> {
  const layers = document.querySelectorAll(':popover-open, dialog:modal, :fullscreen');
  return new Set([...layers].filter((layer) => !layer.contains(host)));
}

/**
 * Events that end at the card: a page that closes its dialog at any click, or takes single keys as
 * commands, means its own.
 */
const KEPT_FROM_THE_PAGE = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick'],
  ...['contextmenu', 'touchstart', 'touchend', 'wheel', 'copy', 'selectstart'],
  ...['keydown', 'keyup', 'keypress', 'focusin', 'focusout'],
];

/**
 * A modal dialog makes all that is outside it inert, and an element in full screen hides it: there the
 * host has to live inside.
 */
function parentFor(anchor: Element): Element {
  for (const element of selfAndAncestors(anchor)) {
    if (element.matches('dialog:modal')) return element;
  }
  const modal = document.querySelector('dialog:modal');
  return modal ?? document.fullscreenElement ?? document.documentElement;
}
