import type { BlockReading } from '../matcher/mention';
import type { BlockKeeper } from './page-reader';
import type { TextBlock } from './text-block';

/**
 * The blocks that hold names, in reading order, and those that were taken out since somebody last asked; the rest of
 * the page's text is not kept.
 */
export class KeptBlocks implements BlockKeeper {
  private readonly ordered: TextBlock[] = [];
  private readonly byContainer = new Map<Node, TextBlock[]>();
  private readonly retired: TextBlock[] = [];
  /** Whose text has changed since it was read: it may have no place in the page any more. */
  private readonly outdated = new Set<Node>();

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
    const known = this.of(block.container).find((other) => other.isAt(block));
    if (known) this.drop(known);
    const reading = this.read(block.text);
    if (!reading) return;
    block.reading = reading;
    this.hasChanged = true;
    this.ordered.splice(this.placeOf(block), 0, block);
    const siblings = this.byContainer.get(block.container);
    if (siblings) siblings.push(block);
    else this.byContainer.set(block.container, [block]);
  }

  outdate(container: Node): void {
    if (this.byContainer.has(container)) this.outdated.add(container);
  }

  forgetOutdated(): void {
    if (this.outdated.size > 0) this.forget((container) => this.outdated.has(container));
  }

  forgetContainer(container: Node): void {
    const [only, ...others] = this.of(container);
    if (others.length > 0) this.forget((other) => other === container);
    else if (only) this.drop(only);
  }

  /** Far quicker than to drop one block after another. */
  forget(isGone: (container: Node) => boolean): void {
    let length = 0;
    const gone = new Set<Node>();
    for (const block of this.ordered) {
      const { container } = block;
      if (gone.has(container) || isGone(container)) {
        gone.add(container);
        this.retire(block);
      } else this.ordered[length++] = block;
    }
    this.ordered.length = length;
    for (const container of gone) this.forgotten(container);
  }

  private of(container: Node): readonly TextBlock[] {
    return this.byContainer.get(container) ?? [];
  }

  private drop(block: TextBlock): void {
    const siblings = this.of(block.container).filter((sibling) => sibling !== block);
    this.ordered.splice(this.ordered.indexOf(block), 1);
    this.retire(block);
    if (siblings.length > 0) this.byContainer.set(block.container, siblings);
    else this.forgotten(block.container);
  }

  private forgotten(container: Node): void {
    this.byContainer.delete(container);
    this.outdated.delete(container);
  }

  private retire(block: TextBlock): void {
    this.hasChanged = true;
    this.retired.push(block);
  }

  /**
   * Mostly behind all others; else by halving: a comparison of places costs more than it looks. What is outdated is
   * passed by.
   */
  private placeOf(block: TextBlock): number {
    let low = 0;
    let high = this.ordered.length;
    for (let middle = high - 1; low < high; middle = (low + high) >> 1) {
      let at = middle;
      while (at >= low && this.outdated.has((this.ordered[at] as TextBlock).container)) at--;
      if (at < low || this.ordered[at]?.isBefore(block)) low = middle + 1;
      else high = at;
    }
    return low;
  }
}
