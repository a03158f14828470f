import type { Matcher } from '../matcher/mention';
import { BlockWalker } from './block-walker';
import { isInline } from './element-kinds';
import { findIslands, isIsland, isUnread } from './islands';
import { type Ending, inSlices, type Step } from './slices';
import type { TextBlock } from './text-block';
import { TracePlaces } from './trace-places';
import { TraceSearch } from './trace-search';

/** Reading aids are part of the text content and not of the lines: names stand apart in it. */
const READING_AIDS = 'rt,rp,rtc';

/** What reading needs of the matcher. */
export interface TraceMatcher extends Pick<Matcher, 'tracesIn'> {
  /** Whether nothing more has to be read: it was enough to know that there is something. */
  readonly isSatisfied?: boolean;
}

/** Where the blocks go that were read. */
export interface BlockKeeper {
  /** Whether none is kept: where there are no traces either, nothing has to be read again. */
  readonly isEmpty: boolean;
  /** One that begins where another one does takes its place. */
  take(block: TextBlock): void;
  forgetContainer(container: Node): void;
  /** Forgets all blocks of every container that is gone. */
  forget(isGone: (container: Node) => boolean): void;
}

/**
 * Reads the page's text, block by block. The engine itself gives all the text of a tree; only the lines in which
 * that text has a trace of a name are walked.
 */
export class PageReader {
  private readonly trees = new Set<Node>();
  private readonly lines = new Set<Node>();

  /**
   * @param matcher Opened at the first text, since most frames have none.
   * @param blocks Takes what is read, and forgets what is to be read anew.
   */
  constructor(
    private readonly matcher: () => TraceMatcher,
    private readonly blocks: BlockKeeper,
    private readonly ending: Ending,
  ) {}

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
    this.blocks.forget((container) => !container.isConnected);
  }

  forgetAll(): void {
    this.blocks.forget(() => true);
  }

  /** Reads what is wanted by now and still in the page. */
  async read(): Promise<void> {
    const lines = [...this.lines];
    const all = [...this.trees];
    // Of the page's body alone, as at first, nothing is asked: see isInPage.
    const trees = all.length > 1 ? all.filter((root) => !hasAncestorIn(root, this.trees)) : all;
    this.lines.clear();
    this.trees.clear();
    await inSlices(stepThrough(lines, this.linesStep), this.ending);
    await inSlices(stepThrough(trees, this.treeStep), this.ending);
  }

  private readonly linesStep = (container: Node): Step => {
    this.blocks.forgetContainer(container);
    if (!container.isConnected || isUnread(container)) return done;
    const walker = new BlockWalker(container, {
      shallow: true,
      isIsland,
      onBlock: (block) => this.blocks.take(block),
    });
    return (isTimeUp) => walker.walk(isTimeUp);
  };

  private readonly treeStep = (root: Node): Step => {
    if (!isInPage(root)) return done;
    const search = new TraceSearch(root as ParentNode & Node, this.matcher);
    let places: TracePlaces | undefined;
    /** What is to be done before the search goes on. */
    const first: Step[] = [];
    let isAsked = false;
    let isRead: boolean | undefined;
    // Where no letters may be a name, what a page is made of is not looked into further: that takes longer than all else.
    const walkLines = ({ isOther, containers }: TracePlaces): Step => {
      const isWhole = isOther || (!isAsked && hasReadingAids(root));
      isAsked = true;
      if (!isWhole && containers.length === 0 && this.blocks.isEmpty) return done;
      isRead ??= !isUnread(root);
      if (isRead && !isWhole) return this.linesWalk(root, containers);
      search.end();
      if (isRead) return this.treeWalk(root);
      this.blocks.forget((container) => root.contains(container));
      return done;
    };
    return (isTimeUp) => {
      for (;;) {
        if (this.matcher().isSatisfied) return true;
        const [step] = first;
        if (step) {
          if (!step(isTimeUp)) return false;
          first.shift();
        } else if (search.isOver) return true;
        else {
          const traces = search.next(isTimeUp);
          if (!traces) return false;
          if (traces.length > 0) {
            places ??= new TracePlaces(root as ParentNode & Node, search.tree, this.matcher);
            const found = places;
            let walk: Step | undefined;
            first.push(found.find(traces), (isUp) => {
              walk ??= walkLines(found);
              return walk(isUp);
            });
          }
        }
        if (isTimeUp()) return search.isOver && first.length === 0;
      }
    };
  };

  /** Reads everything below a node. */
  private treeWalk(root: Node): Step {
    const walker = new BlockWalker(root, {
      isIsland: findIslands(root as Element),
      onBlock: (block) => this.keepBelow(root, block),
    });
    return (isTimeUp) => walker.walk(isTimeUp);
  }

  /** Reads the own lines of some elements below a node. */
  private linesWalk(root: Node, containers: readonly Node[]): Step {
    return stepThrough(containers, (container) => {
      if (!root.contains(container)) return done;
      const walker = new BlockWalker(container, {
        shallow: true,
        isIsland,
        onBlock: (block) => this.keepBelow(root, block),
      });
      return (isTimeUp) => walker.walk(isTimeUp);
    });
  }

  /** The lines of an inline element belong to the block around it, which has been wanted as well. */
  private keepBelow(root: Node, block: TextBlock): void {
    if (block.container !== root || !isInline(root)) this.blocks.take(block);
  }
}

/**
 * Chromium makes its kinds of elements ready for scripts at the first question to one, which takes it an eighth of a
 * millisecond: nothing is asked of the body that the document can tell.
 */
const isInPage = (node: Node): boolean => node === document.body || node.isConnected;

const hasReadingAids = (root: Node): boolean =>
  (root as ParentNode).querySelector(READING_AIDS) !== null;

const done: Step = () => true;

function hasAncestorIn(node: Node, set: ReadonlySet<Node>): boolean {
  for (let at = node.parentNode; at; at = at.parentNode) if (set.has(at)) return true;
  return false;
}

/** One step after another, each made when its turn comes. */
function stepThrough<T>(items: readonly T[], stepFor: (item: T) => Step): Step {
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
