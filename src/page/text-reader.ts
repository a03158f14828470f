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

  /** Has a container's own lines read anew, at the next {@link read}. */
  wantLines(container: Node): void {
    this.lines.add(container);
  }

  /** Forgets what is in the page no more. */
  forgetRemoved(): void {}

  forgetAll(): void {}

  /** Reads what is wanted by now and still in the page. */
  async read(): Promise<void> {
    const lines = [...this.lines];
    const all = [...this.trees];
    // Of the page's body alone, as at first, nothing is asked: see isInPage.
    const trees = all.length > 1 ? all.filter((root) => !hasAncestorIn(root, this.trees)) : all;
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

function hasAncestorIn(node: Node, set: ReadonlySet<Node>): boolean {
  for (let at = node.parentNode; at; at = at.parentNode) if (set.has(at)) return true;
  return false;
}
