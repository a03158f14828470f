import type { BlockReading } from '../matcher/mention';
import type { BlockKeeper } from './page-reader';
import { standsBefore } from './reading-order';
import type { TextBlock } from './text-block';

/**
 * The blocks that hold names, in reading order, and those that were taken out since somebody last asked; the rest of
 * the page's text is not kept.
 */
export class KeptBlocks implements BlockKeeper {
  private readonly ordered: TextBlock[] = [];
  private readonly byContainer = new Map<Node, TextBlock[]>();
  private readonly retired: TextBlock[] = [];

  /** @param read Reads the text of a block that may hold names. */
  constructor(private readonly read: (text: string) => BlockReading | undefined) {}

  /** Whether blocks came or went since {@link takeRetired} was last called. */
  hasChanged = false;

  get all(): readonly TextBlock[] {
    return this.ordered;
  }

  get isEmpty(): boolean {
    return this.ordered.length === 0;
  }

  /** Whether one holds a name whose meaning rests on what stands around it. */
  get hasWeighed(): boolean {
    return this.ordered.some(({ reading }) => reading?.isWeighed);
  }

  /** Blocks that were taken out since this was last asked. */
  takeRetired(): TextBlock[] {
    this.hasChanged = false;
    return this.retired.splice(0);
  }

  take(block: TextBlock): void {
    const known = this.of(block.container).find((other) => beginTogether(other, block));
    if (known) {
      this.drop(known);
      this.retire(known);
    }
    const reading = this.read(block.text);
    if (!reading) return;
    block.reading = reading;
    this.hasChanged = true;
    this.ordered.splice(this.placeOf(block), 0, block);
    const siblings = this.byContainer.get(block.container);
    if (siblings) siblings.push(block);
    else this.byContainer.set(block.container, [block]);
  }

  forgetContainer(container: Node): void {
    const dropped = this.of(container);
    this.byContainer.delete(container);
    for (const block of dropped) {
      this.ordered.splice(this.ordered.indexOf(block), 1);
      this.retire(block);
    }
  }

  /** Far quicker than to drop one block after another. */
  forget(isGone: (container: Node) => boolean): void {
    let length = 0;
    for (const block of this.ordered) {
      if (isGone(block.container)) {
        this.byContainer.delete(block.container);
        this.retire(block);
      } else this.ordered[length++] = block;
    }
    this.ordered.length = length;
  }

  private of(container: Node): readonly TextBlock[] {
    return this.byContainer.get(container) ?? [];
  }

  private drop(block: TextBlock): void {
    const siblings = this.of(block.container).filter((sibling) => sibling !== block);
    if (siblings.length > 0) this.byContainer.set(block.container, siblings);
    else this.byContainer.delete(block.container);
    this.ordered.splice(this.ordered.indexOf(block), 1);
  }

  private retire(block: TextBlock): void {
    this.hasChanged = true;
    this.retired.push(block);
  }

  /** Mostly behind all others; else by halving: a comparison of places costs more than it looks. */
  private placeOf(block: TextBlock): number {
    const node = block.nodes[0] as Text;
    const last = this.ordered.at(-1);
    if (!last || standsBefore(last.nodes[0] as Text, node)) return this.ordered.length;
    let low = 0;
    let high = this.ordered.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (standsBefore(this.ordered[middle]?.nodes[0] as Text, node)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const beginTogether = (one: TextBlock, other: TextBlock): boolean =>
  one.nodes[0] === other.nodes[0] && one.starts[0] === other.starts[0];
