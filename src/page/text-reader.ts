import { hostOf } from './host-of';
import { own, standsIn } from './own';
import { PendingNodes } from './pending-nodes';
import { done, type Ending, inSlices, type Step, stepThrough } from './slices';

/** Reads what is wanted of a page's text, again each time that it is; what reading is, the classes that extend it say. */
export abstract class TextReader {
  private readonly trees = new PendingNodes<Node>();
  private readonly lines = new PendingNodes<Node>();

  constructor(private readonly ending: Ending) {}

  get hasWork(): boolean {
    return this.trees.size > 0 || this.lines.size > 0;
  }

  /** Has everything below a node read, at the next {@link read}. */
  wantTree(root: Node): void {
    this.trees.add(root);
  }

  /**
   * Whether a node is to be read with everything below it, or below what it, or its shadow tree, stands in.
   *
   * @param unwanted Takes those that are found not to be, in one state of the page.
   */
  isWanted(node: Node, unwanted: Set<Node>): boolean {
    const passed: Node[] = [];
    for (
      let at: Node | undefined = node;
      at && !unwanted.has(at);
      at = own(at, 'parentNode') ?? hostOf(at)
    ) {
      if (this.trees.has(at)) return true;
      passed.push(at);
    }
    for (const one of passed) unwanted.add(one);
    return false;
  }

  /** Has a container's own lines read anew, at the next {@link read}. */
  wantLines(container: Node): void {
    this.lines.add(container);
  }

  /** Nodes left the page, or were taken from one place to another: gives up what is in it no more. */
  forgetGone(): void {
    this.trees.forgetGone();
    this.lines.forgetGone();
  }

  /** Forgets everything, if anything is kept. */
  forgetAll(): void {}

  /** Reads what is wanted by now and still in the page. */
  async read(): Promise<void> {
    const lines = [...this.lines];
    const trees = new Set(this.trees);
    // Of the page's body alone, as at first, nothing is asked: see `isBodyOrInPage`.
    const isRead = (root: Node) =>
      trees.size > 1 && standsIn(own(root, 'parentNode'), (one) => trees.has(one));
    this.lines.clear();
    this.trees.clear();
    await inSlices(
      stepThrough(lines, (container) => this.linesStep(container)),
      this.ending,
    );
    await inSlices(
      stepThrough([...trees], (root) => (isRead(root) ? done : this.treeStep(root))),
      this.ending,
    );
  }

  protected abstract linesStep(container: Node): Step;
  protected abstract treeStep(root: Node): Step;
}

/** Reading aids are part of the text content and not of the lines: names stand apart in it. */
const READING_AIDS = 'rt,rp,rtc';

export const hasReadingAids = (root: Node): boolean =>
  (root as ParentNode).querySelector(READING_AIDS) !== null;
