import { send } from '../messaging/send';

/** How often it is refused before it is asked for with new marks alone: a reader may let us in no more. */
const MOST_REFUSALS = 3;

/** The style sheet of the marks, which the background puts into the document. */
export class MarkSheet {
  private asked: Promise<void> | undefined;
  private hasCome = false;
  private refusals = 0;

  /** Resolves when it has come; at once where nobody has asked for it. */
  get come(): Promise<void> {
    return this.asked ?? Promise.resolve();
  }

  /** Asks for it, if that was not done or was in vain. */
  ask(): void {
    this.asked ??= send('marks.shown', {}).then(
      () => {
        this.hasCome = true;
      },
      () => {
        this.refusals++;
        this.asked = undefined;
      },
    );
  }

  /** The same, unless it was refused too often: the background may have ended while it answered. */
  askAgain(): void {
    if (this.refusals < MOST_REFUSALS) this.ask();
  }

  /** Waits no longer for an answer that got lost. What has come stays; to put it in again would style all of the page anew. */
  forgetCall(): void {
    if (!this.hasCome) this.asked = undefined;
  }
}
