import { matches } from '../page/matches';
import { selfAndAncestors } from './flat-tree';

/**
 * What a page opens above the rest of it, and closes, or keeps the focus in, at a press that is not inside: modal
 * dialogs, all else of which is inert; elements in full screen, which hide all else; popovers and dialogs that the
 * browser closes; dialogs made by hand, of which a page's own script says what is inside.
 */
const LAYERS =
  'dialog[open], :popover-open, :fullscreen, [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

/**
 * Where a host may live for what belongs to an element, the best first: inmost in the layers the element is in, so that
 * a press on the host is inside all of them.
 *
 * @param anchor Need not be in the document any more.
 */
export function* layersAround(anchor: Element): Generator<Element> {
  const around = anchor.isConnected ? [...selfAndAncestors(anchor)] : [];
  const modalAt = around.findIndex((element) => matches(element, 'dialog:modal'));
  const modal = modalAt < 0 ? document.querySelector('dialog:modal') : null;
  if (modal) yield modal;
  // A modal dialog is not inert where what is around it is.
  const inertAt = around
    .slice(0, modalAt < 0 ? undefined : modalAt)
    .findLastIndex((element) => matches(element, '[inert]'));
  yield* around.slice(inertAt + 1).filter((element) => matches(element, LAYERS));
  if (document.fullscreenElement) yield document.fullscreenElement;
  yield document.documentElement;
}
