import type { BlockReading } from '../matcher/mention';
import { isInPage } from './in-page';
import type { BlockKeeper } from './page-reader';
import type { TextBlock } from './text-block';

/** Blocks that are taken out one by one; with more it is quicker to go through all. */
const MOST_ONE_BY_ONE = 8;

/**
 * The blocks that hold names, in reading order, and those that were taken out since somebody last asked; the rest of
 * the page's text is not kept.
 */
export class KeptBlocks implements BlockKeeper {
  private readonly ordered: TextBlock[] = [];
  private readonly byContainer = new Map<Node, TextBlock[]>();
  private readonly byFirst = new Map<Node, TextBlock[]>();
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
    const known = this.byFirst.get(block.first)?.find((other) => other.isAt(block));
    if (known) this.drop(known);
    const reading = this.read(block.text);
    if (!reading || !stands(block)) return;
    block.reading = reading;
    this.hasChanged = true;
    this.ordered.splice(this.placeOf(block), 0, block);
    enter(this.byContainer, block.container, block);
    enter(this.byFirst, block.first, block);
  }

  outdateContainer(container: Node): void {
    if (this.byContainer.has(container)) this.outdated.add(container);
  }

  outdate(isOther: (container: Node) => boolean): void {
    for (const container of this.byContainer.keys())
      if (isOther(container)) this.outdated.add(container);
  }

  forgetOutdated(): void {
    if (this.outdated.size > 0) this.forget((container) => this.outdated.has(container));
  }

  forgetContainer(container: Node): void {
    const blocks = this.byContainer.get(container) ?? [];
    if (blocks.length > MOST_ONE_BY_ONE) this.forget((other) => other === container);
    else for (const block of blocks) this.drop(block);
  }

  forget(isGone: (container: Node) => boolean): void {
    const gone = new Set([...this.byContainer.keys()].filter(isGone));
    if (gone.size === 0) return;
    for (const container of gone) this.byContainer.delete(container);
    let length = 0;
    for (const block of this.ordered) {
      if (gone.has(block.container)) this.retire(block);
      else this.ordered[length++] = block;
    }
    this.ordered.length = length;
  }

  private drop(block: TextBlock): void {
    this.ordered.splice(this.ordered.indexOf(block), 1);
    this.retire(block);
  }

  private retire(block: TextBlock): void {
    leave(this.byContainer, block.container, block);
    leave(this.byFirst, block.first, block);
    if (!this.byContainer.has(block.container)) this.outdated.delete(block.container);
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

/** What has left its place while it was read has none to be kept at; where it stands now it is read again. */
const stands = ({ container, first }: TextBlock): boolean =>
  isInPage(first) && container.contains(first);

function enter(blocks: Map<Node, TextBlock[]>, node: Node, block: TextBlock): void {
  const others = blocks.get(node);
  if (others) others.push(block);
  else blocks.set(node, [block]);
}

function leave(blocks: Map<Node, TextBlock[]>, node: Node, block: TextBlock): void {
  const others = blocks.get(node)?.filter((other) => other !== block);
  if (others?.length === 0) blocks.delete(node);
  else if (others) blocks.set(node, others);
}
