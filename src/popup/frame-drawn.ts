import { isInTab } from './active-tab';

/**
 * Milliseconds after which no frame is waited for any more: some times what one takes. A popup without its list is
 * worse than a late one, whatever keeps a browser from drawing.
 */
const LONGEST_WAIT = 100;

/** Waits until the browser has drawn what the popup's HTML holds; not where it stands in a tab that is not shown. */
export function frameDrawn(): Promise<void> {
  return new Promise((resolve) => {
    // The task after a frame's callbacks is the first one after the frame.
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_WAIT);
    // Timers are slow there. A real popup is hidden as well until its window comes up.
    void isInTab().then((found) => {
      if (found && document.hidden) resolve();
    });
  });
}
