import type { Matcher } from '../matcher/mention';
import { BlockWalker } from './block-walker';
import { isInline } from './element-kinds';
import { findIslands, isIsland, isUnread } from './islands';
import { KeptBlocks } from './kept-blocks';
import { inSlices, type Step } from './slices';
import type { TextBlock } from './text-block';
import { TraceSearch } from './trace-search';

/**
 * Reads the page's text and keeps the blocks that hold names. A tree without a trace of a name is looked
 * through by the engine itself and never walked.
 */
export class PageReader {
  readonly kept = new KeptBlocks();
  private readonly trees = new Set<Node>();
  private readonly lines = new Set<Node>();
  private readonly retired: TextBlock[] = [];

  /** @param matcher Opened at the first text, since most frames have none. */
  constructor(
    private readonly matcher: () => Pick<Matcher, 'hasTrace' | 'read'>,
    private readonly signal: AbortSignal,
  ) {}

  /** Whether blocks came or went since {@link takeRetired} was last called. */
  hasChanged = false;

  get hasWork(): boolean {
    return this.trees.size > 0 || this.lines.size > 0;
  }

  /** Has everything below a node read, at the next {@link read}. */
  wantTree(root: Node): void {
    this.trees.add(root);
  }

  /** Has a container's own lines read anew, at the next {@link read}. */
  wantLines(container: Node): void {
    this.lines.add(container);
  }

  /** Forgets the blocks that are in the page no more. */
  forgetRemoved(): void {
    this.forget((block) => !block.container.isConnected);
  }

  forgetAll(): void {
    this.forget(() => true);
  }

  private forget(isGone: (block: TextBlock) => boolean): void {
    this.kept.filter((block) => {
      if (!isGone(block)) return true;
      this.retire(block);
      return false;
    });
  }

  private retire(block: TextBlock): void {
    this.hasChanged = true;
    this.retired.push(block);
  }

  /** Blocks that were taken out since this was last asked. */
  takeRetired(): TextBlock[] {
    this.hasChanged = false;
    return this.retired.splice(0);
  }

  /** Reads what is wanted by now and still in the page. */
  async read(): Promise<void> {
    const lines = [...this.lines];
    const trees = [...this.trees].filter((root) => !hasAncestorIn(root, this.trees));
    this.lines.clear();
    this.trees.clear();
    await inSlices(overEach(lines, this.linesStep), this.signal);
    await inSlices(overEach(trees, this.treeStep), this.signal);
  }

  private readonly linesStep = (container: Node): Step => {
    for (const block of this.kept.dropContainer(container)) this.retire(block);
    if (!container.isConnected || isUnread(container)) return done;
    const walker = new BlockWalker(container, {
      shallow: true,
      isIsland,
      onBlock: (block) => this.keep(block, false),
    });
    return (isTimeUp) => walker.walk(isTimeUp);
  };

  private readonly treeStep = (root: Node): Step => {
    if (!root.isConnected) return done;
    const search = new TraceSearch(root, this.matcher);
    let walker: BlockWalker | undefined;
    return (isTimeUp) => {
      if (!walker) {
        if (!search.search(isTimeUp)) return false;
        if (!search.found) return true;
        if (isUnread(root)) {
          this.forget((block) => root.contains(block.container));
          return true;
        }
        walker = this.treeWalker(root);
      }
      return walker.walk(isTimeUp);
    };
  };

  private treeWalker(root: Node): BlockWalker {
    const isFirst = this.kept.all.length === 0;
    // The lines of an inline element belong to the block around it, which has been wanted as well.
    const linesElsewhere = isInline(root) ? root : undefined;
    return new BlockWalker(root, {
      isIsland: findIslands(root as Element),
      onBlock: (block) => {
        if (block.container !== linesElsewhere) this.keep(block, isFirst);
      },
    });
  }

  private keep(block: TextBlock, isLast: boolean): void {
    const known = this.kept.same(block);
    if (known) {
      this.kept.drop(known);
      this.retire(known);
    }
    const reading = this.matcher().read(block.text);
    if (!reading) return;
    block.reading = reading;
    this.hasChanged = true;
    this.kept.add(block, isLast && !known);
  }
}

const done: Step = () => true;

function hasAncestorIn(node: Node, set: ReadonlySet<Node>): boolean {
  for (let at = node.parentNode; at; at = at.parentNode) if (set.has(at)) return true;
  return false;
}

/** One step after another, each made when its turn comes. */
function overEach<T>(items: readonly T[], stepFor: (item: T) => Step): Step {
  let index = 0;
  let step: Step | undefined;
  return (isTimeUp) => {
    while (index < items.length) {
      step ??= stepFor(items[index] as T);
      if (!step(isTimeUp)) return false;
      step = undefined;
      index++;
      if (index < items.length && isTimeUp()) return false;
    }
    return true;
  };
}
