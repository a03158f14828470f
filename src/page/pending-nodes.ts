/** How many there must be for what has left the page to be given up. */
const SWEEP_FROM = 1_000;

/** Nodes that something is still to be done with; in a tab that nobody looks at, that may be hours later. */
export class PendingNodes<Kind extends Node> extends Set<Kind> {
  private sweepAt = SWEEP_FROM;

  /** Gives up what is in the page no more, if there are twice as many as were left the last time. */
  forgetGone(): void {
    if (this.size < this.sweepAt) return;
    for (const node of this) if (!node.isConnected) this.delete(node);
    this.sweepAt = Math.max(SWEEP_FROM, 2 * this.size);
  }
}
