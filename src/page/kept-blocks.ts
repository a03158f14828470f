import type { BlockReading } from '../matcher/mention';
import { contains } from './contains';
import { isInPage } from './in-page';
import type { TextBlock } from './text-block';

/** Blocks that are taken out one by one; with more it is quicker to go through all. */
const MOST_ONE_BY_ONE = 8;

/**
 * The blocks that hold names, in reading order, and those that were taken out since somebody last asked; the rest of
 * the page's text is not kept.
 */
export class KeptBlocks {
  private readonly ordered: TextBlock[] = [];
  private readonly byContainer = new Map<Node, TextBlock[]>();
  private readonly byFirst = new Map<Node, TextBlock[]>();
  private readonly retired: TextBlock[] = [];
  /** The containers whose text has changed since it was read: it may have no place in the page any more. */
  readonly outdated = new Set<Node>();

  /** @param read Reads the text of a block that may hold names. */
  constructor(private readonly read: (text: string) => BlockReading | undefined) {}

  /** Whether blocks came or went since {@link takeRetired} was last called. */
  hasChanged = false;

  get all(): readonly TextBlock[] {
    return this.ordered;
  }

  /** Whether none is kept: where there are no traces either, nothing has to be read again. */
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
    if (known) this.takeOut([known]);
    const reading = this.read(block.text);
    if (!reading || !stands(block)) return;
    block.reading = reading;
    this.hasChanged = true;
    this.ordered.splice(this.placeOf(block), 0, block);
    enter(this.byContainer, block.container, block);
    enter(this.byFirst, block.first, block);
  }

  /** The elements whose lines hold blocks that are kept. */
  get containers(): Node[] {
    return [...this.byContainer.keys()];
  }

  /** Notes that containers are not what they were: their blocks are kept until they are read again, and place nothing. */
  outdate(containers: readonly Node[]): void {
    for (const container of containers)
      if (this.byContainer.has(container)) this.outdated.add(container);
  }

  forgetOutdated(): void {
    this.forget([...this.outdated]);
  }

  /** Takes out all blocks of these containers. */
  forget(containers: readonly Node[]): void {
    const gone = containers.flatMap((container) => this.byContainer.get(container) ?? []);
    for (const container of containers) this.byContainer.delete(container);
    this.takeOut(gone);
  }

  private takeOut(blocks: readonly TextBlock[]): void {
    if (blocks.length <= MOST_ONE_BY_ONE) {
      for (const block of blocks) this.ordered.splice(this.ordered.indexOf(block), 1);
    } else {
      const gone = new Set(blocks);
      let length = 0;
      for (const block of this.ordered) if (!gone.has(block)) this.ordered[length++] = block;
      this.ordered.length = length;
    }
    for (const block of blocks) this.retire(block);
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
  isInPage(first) && contains(container, first);

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
