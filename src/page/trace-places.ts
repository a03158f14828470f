import type { Trace } from '../matcher/find-traces';
import type { Matcher } from '../matcher/mention';
import { containerOf } from './block-walker';
import { isEntered, kindOf } from './element-kinds';
import { findIslands } from './islands';
import type { Step } from './slices';
import { textIn } from './text-block';
import type { TreeText } from './tree-text';

const TEXT = 3;
/** Nodes and traces between two looks at the clock. */
const NODES_PER_LOOK = 128;
/** How far from its edges a name may be set apart: a plural s, invisible characters. */
const EDGE = 8;

/**
 * Finds the elements in whose lines traces stand. It goes from text to text, which the engine does itself;
 * the elements in between, most of a page, are never looked at.
 */
export class TracePlaces {
  /** What was found last, each element once in all. */
  containers: Node[] = [];
  /** Whether the page was found to be not what it was when its text was taken. */
  isOther = false;
  private readonly next: () => CharacterData | null;
  private node: CharacterData | null;
  /** Where the text at hand begins in all the text. */
  private offset = 0;
  private readonly known = new Set<Node>();
  private readonly read = new Set<Node>();
  /** Looked for only where a trace may be a name. */
  private isIsland: ((element: Element) => boolean) | undefined;

  constructor(
    private readonly root: ParentNode & Node,
    private readonly tree: TreeText,
    private readonly matcher: () => Pick<Matcher, 'tracesIn'>,
  ) {
    this.next = tree.walk();
    this.node = this.next();
  }

  /**
   * Finds the elements and shadow roots whose own lines hold traces, in as many goes as it takes.
   *
   * @param traces In reading order, behind those that were asked for before.
   * @returns A step that, once done, has put each into {@link containers}, unless the page {@link isOther}.
   */
  find(traces: readonly Trace[]): Step {
    this.containers = [];
    let index = 0;
    return (isTimeUp) => {
      for (let looked = 1; index < traces.length; looked++) {
        if (looked % NODES_PER_LOOK === 0 && isTimeUp()) return false;
        const trace = traces[index] as Trace;
        if (this.node && this.offset + this.node.length <= trace.start) {
          this.offset += this.node.length;
          this.node = this.next();
          continue;
        }
        if (!this.node || !this.readsAsBefore(this.node, trace)) {
          this.isOther = true;
          return true;
        }
        this.note(this.node, trace);
        index++;
      }
      return true;
    };
  }

  private note(node: CharacterData, trace: Trace): void {
    if (node.nodeType !== TEXT || !(trace.isWord || this.isSetApart(node, trace))) return;
    const container = containerOf(node, this.root);
    if (this.known.has(container)) return;
    this.known.add(container);
    if (this.isRead(container)) this.containers.push(container);
  }

  /** Whether a trace that is no word where the text is glued is one in its own node, or goes on in the next. */
  private isSetApart(node: CharacterData, trace: Trace): boolean {
    const start = trace.start - this.offset;
    const end = trace.end - this.offset;
    if (end > node.length) return true;
    if (start > EDGE && node.length - end > EDGE) return false;
    const around = textIn(node, Math.max(0, start - EDGE), Math.min(node.length, end + EDGE));
    return this.matcher()
      .tracesIn(around)
      .some(({ isWord }) => isWord);
  }

  private readsAsBefore(node: CharacterData, { start, end }: Trace): boolean {
    const from = start - this.offset;
    const there = textIn(node, from, end - this.offset);
    return there !== '' && this.tree.text.startsWith(there, start);
  }

  /** Whether a walk from the root would come there. */
  private isRead(container: Node): boolean {
    this.isIsland ??= findIslands(this.root);
    const path: Node[] = [];
    for (let at: Node | null = container; at !== this.root; at = at.parentNode) {
      if (!at) return false;
      if (this.read.has(at)) break;
      if (!isEntered(kindOf(at as Element)) || this.isIsland(at as Element)) return false;
      path.push(at);
    }
    for (const node of path) this.read.add(node);
    return true;
  }
}
