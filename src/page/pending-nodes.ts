/** How many there must be for what has left the page to be given up: each may be a whole view. */
const SWEEP_FROM = 16;

/** Nodes that something is still to be done with; in a tab that nobody looks at, that may be hours later. */
export class PendingNodes<Kind extends Node> extends Set<Kind> {
  private sweepAt = 0;

  /** Gives up what is in the page no more, if there are twice as many as were left the last time. */
  forgetGone(): void {
    if (this.size < SWEEP_FROM) this.sweepAt = SWEEP_FROM;
    if (this.size < this.sweepAt) return;
    for (const node of this) if (!node.isConnected) this.delete(node);
    this.sweepAt = 2 * this.size;
  }
}
