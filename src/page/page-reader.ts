import type { NameSearch } from '../matcher/name-search';
import { BlockWalker, type WalkOptions } from './block-walker';
import { contains } from './contains';
import { isInline } from './element-kinds';
import { followTraces } from './follow-traces';
import { isBodyOrInPage, isInPage } from './in-page';
import { isUnread } from './islands';
import type { KeptBlocks } from './kept-blocks';
import { done, type Ending, type Step, stepThrough } from './slices';
import type { TextBlock } from './text-block';
import { hasReadingAids, TextReader } from './text-reader';
import { TreeText } from './tree-text';

/**
 * Reads the page's text, block by block. The engine itself gives all the text of a tree; only the lines in which
 * that text has a trace of a name are walked.
 */
export class PageReader extends TextReader {
  /** Whether anything has left the page since it was last read: names may mean something else without it. */
  private hasLost = false;
  /** Whether nodes left their places since what is kept was last gone through. */
  private isUntidy = false;
  /** Whether any names were kept when it was last begun to be read. */
  private hadNames = false;

  /**
   * @param matcher Opened at the first text, since most frames have none.
   * @param blocks Takes what is read, and forgets what is to be read anew.
   */
  constructor(
    private readonly matcher: () => NameSearch,
    private readonly blocks: KeptBlocks,
    ending: Ending,
  ) {
    super(ending);
  }

  override get hasWork(): boolean {
    return this.hasLost || super.hasWork;
  }

  override async read(): Promise<void> {
    this.hasLost = false;
    this.hadNames = !this.blocks.isEmpty;
    this.tidy();
    this.blocks.forgetOutdated();
    await super.read();
  }

  override wantLines(container: Node): void {
    super.wantLines(container);
    this.blocks.outdate([container]);
  }

  override forgetGone(): void {
    super.forgetGone();
    this.hasLost ||= !this.blocks.isEmpty;
    this.isUntidy = true;
  }

  /**
   * Notes what has left the page, and what is to be read again anyway: it may stand elsewhere now, or where nothing is
   * read. Not done at each change, since all that is kept is gone through.
   */
  private tidy(): void {
    const unwanted = new Set<Node>();
    const isElsewhere = (one: Node) => !isInPage(one) || this.isWanted(one, unwanted);
    if (this.isUntidy) this.blocks.outdate(this.blocks.containers.filter(isElsewhere));
    this.isUntidy = false;
  }

  override forgetAll(): void {
    this.hasLost ||= !this.blocks.isEmpty;
    this.blocks.forget(this.blocks.containers);
  }

  protected override linesStep(container: Node): Step {
    if (isInPage(container) && !isUnread(container))
      return this.linesWalk(container, (block) => this.blocks.take(block));
    this.blocks.forget([container]);
    return done;
  }

  protected override treeStep(root: Node): Step {
    if (!isBodyOrInPage(root)) return done;
    // Names that they set apart leave no trace.
    if ((this.hadNames || !this.blocks.isEmpty) && hasReadingAids(root))
      return this.wholeStep(root);
    let isAsked = false;
    let isRead: boolean | undefined;
    const tree = new TreeText(root as ParentNode & Node);
    // Where no letters may be a name, what a page is made of is not looked into further: that takes longer than all else.
    return followTraces(tree, this.matcher, ({ isOther, containers }, search) => {
      const isWhole = isOther || (!isAsked && hasReadingAids(root));
      isAsked = true;
      if (!isWhole && containers.length === 0 && this.blocks.isEmpty) return done;
      isRead ??= !isUnread(root);
      if (isRead && !isWhole) return this.linesBelow(root, containers);
      search.return();
      return this.wholeStep(root);
    });
  }

  /** Reads everything below a node. */
  private wholeStep(root: Node): Step {
    this.blocks.forget(this.blocks.containers.filter((one) => contains(root, one)));
    if (isUnread(root)) return done;
    return this.walk(root, { onBlock: (block) => this.keepBelow(root, block) });
  }

  /** Reads the own lines of some elements below a node. */
  private linesBelow(root: Node, containers: readonly Node[]): Step {
    return stepThrough(containers, (container) =>
      contains(root, container)
        ? this.linesWalk(container, (block) => this.keepBelow(root, block))
        : done,
    );
  }

  private linesWalk(container: Node, onBlock: (block: TextBlock) => void): Step {
    this.blocks.forget([container]);
    return this.walk(container, { shallow: true, onBlock });
  }

  private walk(root: Node, options: WalkOptions): Step {
    const walker = new BlockWalker(root, options);
    return (isTimeUp) => {
      this.tidy();
      return walker.walk(isTimeUp);
    };
  }

  /** The lines of an inline element belong to the block around it, which has been wanted as well. */
  private keepBelow(root: Node, block: TextBlock): void {
    if (block.container !== root || !isInline(root)) this.blocks.take(block);
  }
}
