import { layersAround } from './layers-around';

/** Browsers keep zoom in fewer digits than scripts have: a zoom this near to 1 is none. */
const ZOOM_ROUNDING = 1e-4;

/**
 * The one element the card adds to a page: a popover in the top layer, with a closed shadow tree. It is
 * no larger than a point, so that it covers nothing; the cards in it stand where they are put.
 */
export interface CardHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Brings the host above everything, for a card that belongs to `element`: into the layer that element is in. */
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

/**
 * @param css The style sheets of the tree, in order.
 * @param lost The layer the host was in is closed, or has thrown it out; {@link CardHost.showFor} finds another.
 */
export function createCardHost(css: readonly string[], lost: () => void): CardHost {
  const element = document.createElement('ai-footnotes');
  const root = element.attachShadow({ mode: 'closed' });
  const zoomSheet = sheetOf('');
  root.adoptedStyleSheets = [...css.map(sheetOf), zoomSheet];
  for (const type of KEPT_FROM_THE_PAGE) element.addEventListener(type, (e) => e.stopPropagation());

  let zoom = 1;
  let known = new Set<Element>();
  function raise(): void {
    if (isOpen(element)) element.hidePopover();
    element.setAttribute('popover', 'manual');
    element.showPopover();
    known = layersBeside(element);
  }

  /** The layer of the page the host is in, if it is in any. */
  let layer: Element | undefined;
  /** Layers the host was not seen in: there it is not put again. */
  let barred = new WeakSet<Element>();
  const isSeen = () =>
    layer === undefined || (layer.contains(element) && element.checkVisibility());
  // Nothing tells that an element is displayed no more. One of no size still lies in the window, or does not.
  const watcher = new IntersectionObserver(
    () => {
      if (!layer || isSeen()) return;
      barred.add(layer);
      lost();
    },
    { root: document },
  );

  return {
    element,
    root,
    showFor(anchor) {
      for (const home of layersAround(anchor)) {
        if (barred.has(home)) continue;
        layer = home === document.documentElement ? undefined : home;
        if (element.parentNode !== home) home.append(element);
        if (!isOpen(element)) raise();
        // An element with a shadow tree need not show what is put into it.
        if (isSeen()) break;
        barred.add(home);
      }
      if (layer) watcher.observe(element);
      else watcher.disconnect();
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
      watcher.disconnect();
      layer = undefined;
      barred = new WeakSet();
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
