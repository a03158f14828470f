import type { Trace } from '../matcher/find-traces';
import type { NameSearch } from '../matcher/name-search';
import { containerOf } from './container-of';
import { isEntered, isSilent, kindOf } from './element-kinds';
import { isIsland } from './islands';
import { TEXT } from './node-types';
import { own } from './own';
import type { Step } from './slices';
import { textIn } from './text-in';
import { type TextPiece, type Texts, type TreeText, textsBelow } from './tree-text';

/** Nodes and traces between two looks at the clock. */
const NODES_PER_LOOK = 128;
/** How far from its edges a name may be set apart: a plural s, invisible characters. */
const EDGE = 8;

/**
 * Finds the elements in whose lines traces stand. It goes from text to text in the pieces that hold any, which the engine
 * does itself; the elements in between, most of a page, are never looked at.
 */
export class TracePlaces {
  /** What was found last, each element once in all. */
  containers: Node[] = [];
  /** Whether the page was found to be not what it was when its text was taken. */
  isOther = false;
  /** The texts of the piece at hand. */
  private texts!: Texts;
  /** Which piece is next. */
  private next = 0;
  private node: CharacterData | null = null;
  /** Where the text at hand begins in all the text. */
  private offset = 0;
  private readonly known = new Set<Node>();
  private readonly read = new Set<Node | null>();

  constructor(
    private readonly tree: TreeText,
    private readonly matcher: () => NameSearch,
  ) {}

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
        if (this.isBehind(trace.start)) this.enterPiece(trace.start);
        if (this.node && this.offset + this.node.length <= trace.start) {
          this.offset += this.node.length;
          this.node = this.texts.nextNode() as CharacterData | null;
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

  /** Whether a position stands behind the piece at hand. More of them are known each time. */
  private isBehind(position: number): boolean {
    const next = this.tree.pieces[this.next];
    return next !== undefined && next.start <= position;
  }

  private enterPiece(position: number): void {
    while (this.isBehind(position)) this.next++;
    // What left the page and took no text along makes it no other.
    let index = this.next;
    let texts: Texts | undefined;
    do {
      const piece = this.tree.pieces[--index] as TextPiece;
      texts = piece.texts();
      this.offset = piece.start;
    } while (!texts);
    this.texts = texts;
    this.node = this.texts.nextNode() as CharacterData | null;
  }

  private note(node: CharacterData, trace: Trace): void {
    const from = trace.start - this.offset;
    const left = trace.end - this.offset - node.length;
    // Letters deep inside a word, as most traces are: of these nothing more is asked.
    const isInside = !trace.isWord && from > EDGE && left < -EDGE;
    if (isInside || node.nodeType !== TEXT) return;
    const container = containerOf(node, this.tree.root);
    if (this.known.has(container)) return;
    const isWord = (trace.isWord && left <= 0) || this.isWordIn(container, node, from, left);
    if (!isWord || !this.isRead(node.parentNode)) return;
    this.known.add(container);
    this.containers.push(container);
  }

  /**
   * Whether a trace, or a name that it begins with, is a word where it stands: in its own node, and where it goes on in
   * the next ones, in as many of these as are in the same lines. A line may end a word between any two of them.
   *
   * @param from Where in the node it begins.
   * @param behind How much of it stands behind the node; as a negative number, how much of the node behind it.
   */
  private isWordIn(container: Node, node: CharacterData, from: number, behind: number): boolean {
    let left = behind;
    const { length } = node;
    let around = textIn(node, Math.max(0, from - EDGE), length + Math.min(0, behind + EDGE));
    const { root } = this.tree;
    const texts = textsBelow(root);
    texts.currentNode = node;
    while (!this.matcher().tracesIn(around).some(isWordItself)) {
      if (left <= 0) return false;
      let next: CharacterData | null;
      do next = texts.nextNode() as CharacterData | null;
      while (next && isSilent(next.parentNode as Node));
      if (!next || containerOf(next, root) !== container) return false;
      around += textIn(next, 0, Math.min(next.length, left + EDGE));
      left -= next.length;
    }
    return true;
  }

  private readsAsBefore(node: CharacterData, { start, end }: Trace): boolean {
    const from = start - this.offset;
    const there = textIn(node, from, end - this.offset);
    return there !== '' && this.tree.text.startsWith(there, start - this.tree.start);
  }

  /** Whether a walk from the root would come to what stands in an element. */
  private isRead(element: Node | null): boolean {
    const path: Node[] = [];
    for (
      let at = element;
      at !== this.tree.root && !this.read.has(at);
      at = own(at, 'parentNode')
    ) {
      if (!at || !isEntered(kindOf(at as Element)) || isIsland(at as Element)) return false;
      path.push(at);
    }
    for (const node of path) this.read.add(node);
    return true;
  }
}

const isWordItself = ({ isWord }: Trace): boolean => isWord;
