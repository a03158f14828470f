import { STOPPED } from '../../page/stopped';
import type { Point } from '../card-state';

/**
 * Moves something with the pointer until it is let go.
 *
 * @param event The press that starts it, on the handle.
 * @param start Where the thing stands.
 */
export function startDrag(event: PointerEvent, start: Point, move: (to: Point) => void): void {
  const handle = event.currentTarget;
  if (!event.isTrusted || event.button !== 0 || !(handle instanceof Element)) return;
  handle.setPointerCapture(event.pointerId);
  const ending = new AbortController();
  const { signal } = ending;
  handle.addEventListener(
    'pointermove',
    (moved) => {
      const { clientX, clientY } = moved as PointerEvent;
      move({ x: start.x + clientX - event.clientX, y: start.y + clientY - event.clientY });
    },
    { signal },
  );
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    handle.addEventListener(end, () => ending.abort(STOPPED), { signal });
  }
}
