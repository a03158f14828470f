import { type Ending, inSlices, type Step, stepThrough } from './slices';

/** Reads of a page's text what is wanted, as often as that is. What is done with it, others say. */
export abstract class TextReader {
  private readonly trees = new Set<Node>();
  private readonly lines = new Set<Node>();

  constructor(private readonly ending: Ending) {}

  get hasWork(): boolean {
    return this.trees.size > 0 || this.lines.size > 0;
  }

  /** Has everything below a node read, at the next {@link read}. */
  wantTree(root: Node): void {
    this.trees.add(root);
  }

  /** Whether a node is to be read with everything below another one. */
  protected isWanted(node: Node): boolean {
    return isIn(node, this.trees);
  }

  /** Has a container's own lines read anew, at the next {@link read}. */
  wantLines(container: Node): void {
    this.lines.add(container);
  }

  /**
   * Forgets what is in the page no more.
   *
   * @param isTaken Whether some nodes were taken from one place to another: what is to be read of them is forgotten too,
   *   since it stands elsewhere now, or where nothing is read.
   */
  forgetRemoved(_isTaken: boolean): void {}

  forgetAll(): void {}

  /** Reads what is wanted by now and still in the page. */
  async read(): Promise<void> {
    const lines = [...this.lines];
    const all = [...this.trees];
    // Of the page's body alone, as at first, nothing is asked: see isInPage.
    const trees = all.length > 1 ? all.filter((root) => !isIn(root.parentNode, this.trees)) : all;
    this.lines.clear();
    this.trees.clear();
    await inSlices(
      stepThrough(lines, (container) => this.linesStep(container)),
      this.ending,
    );
    await inSlices(
      stepThrough(trees, (root) => this.treeStep(root)),
      this.ending,
    );
  }

  protected abstract linesStep(container: Node): Step;
  protected abstract treeStep(root: Node): Step;
}

/**
 * Chromium makes its kinds of elements ready for scripts at the first question to one, which takes it an eighth of a
 * millisecond: nothing is asked of the body that the document can tell.
 */
export const isInPage = (node: Node): boolean => node === document.body || node.isConnected;

function isIn(node: Node | null, set: ReadonlySet<Node>): boolean {
  for (let at = node; at; at = at.parentNode) if (set.has(at)) return true;
  return false;
}
