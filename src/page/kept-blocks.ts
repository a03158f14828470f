import { standsBefore } from './reading-order';
import type { TextBlock } from './text-block';

/** The blocks that hold names, in reading order; the rest of the page's text is not kept. */
export class KeptBlocks {
  private readonly ordered: TextBlock[] = [];
  private readonly byContainer = new Map<Node, TextBlock[]>();

  get all(): readonly TextBlock[] {
    return this.ordered;
  }

  of(container: Node): readonly TextBlock[] {
    return this.byContainer.get(container) ?? [];
  }

  /** The block kept that begins where another one begins. */
  same(other: TextBlock): TextBlock | undefined {
    return this.of(other.container).find((block) => block.beginsWith(other));
  }

  add(block: TextBlock): void {
    this.ordered.splice(this.placeOf(block), 0, block);
    const siblings = this.byContainer.get(block.container);
    if (siblings) siblings.push(block);
    else this.byContainer.set(block.container, [block]);
  }

  /** @returns The blocks of a container, which are kept no more. */
  dropContainer(container: Node): readonly TextBlock[] {
    const dropped = this.byContainer.get(container);
    if (!dropped) return [];
    this.byContainer.delete(container);
    for (const block of dropped) this.ordered.splice(this.ordered.indexOf(block), 1);
    return dropped;
  }

  drop(block: TextBlock): void {
    const siblings = this.of(block.container).filter((sibling) => sibling !== block);
    if (siblings.length > 0) this.byContainer.set(block.container, siblings);
    else this.byContainer.delete(block.container);
    this.ordered.splice(this.ordered.indexOf(block), 1);
  }

  /** Keeps a part of them, whole containers at a time; far quicker than dropping one after another. */
  filter(isKept: (block: TextBlock) => boolean): void {
    let length = 0;
    for (const block of this.ordered) {
      if (isKept(block)) this.ordered[length++] = block;
      else this.byContainer.delete(block.container);
    }
    this.ordered.length = length;
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
