import type { Trace } from '../matcher/find-traces';
import { containerOf } from './block-walker';
import { ElementKind, kindOf } from './element-kinds';

const TEXT = 3;
/** How far from its edges a name may be set apart: a plural s, invisible characters. */
const EDGE = 8;

/**
 * Finds the elements in whose lines traces stand. It goes from text to text, which the engine does itself;
 * the elements in between, most of a page, are never looked at.
 */
export class TracePlaces {
  private readonly texts: TreeWalker;
  private node: CharacterData | null;
  /** Where the text at hand begins in all the text. */
  private offset = 0;
  private readonly known = new Set<Node>();
  private readonly read = new Set<Node>();

  /**
   * @param root Below which `text` stands.
   * @param text Its text content.
   */
  constructor(
    private readonly root: Node,
    private readonly text: string,
    private readonly isIsland: (element: Element) => boolean,
  ) {
    this.texts = document.createTreeWalker(
      root,
      NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION,
    );
    this.node = this.texts.nextNode() as CharacterData | null;
  }

  /**
   * The elements and shadow roots whose own lines hold traces, each given once.
   *
   * @param traces In reading order, behind those that were asked for before.
   * @returns `undefined` where the page is not what it was when its text was taken.
   */
  containersOf(traces: readonly Trace[]): Node[] | undefined {
    const containers: Node[] = [];
    for (const trace of traces) {
      while (this.node && this.offset + this.node.length <= trace.start) {
        this.offset += this.node.length;
        this.node = this.texts.nextNode() as CharacterData | null;
      }
      const { node, offset } = this;
      if (!node || !this.readsAsBefore(node, trace)) return undefined;
      const isCutOff = trace.start - offset <= EDGE || offset + node.length - trace.end <= EDGE;
      if ((!trace.isWord && !isCutOff) || node.nodeType !== TEXT) continue;
      const container = containerOf(node, this.root);
      if (this.known.has(container)) continue;
      this.known.add(container);
      if (this.isRead(container)) containers.push(container);
    }
    return containers;
  }

  private readsAsBefore(node: CharacterData, { start, end }: Trace): boolean {
    const from = start - this.offset;
    const there = node.data.slice(from, end - this.offset);
    return there !== '' && this.text.startsWith(there, start);
  }

  /** Whether a walk from the root would come there. */
  private isRead(container: Node): boolean {
    const path: Node[] = [];
    for (let at: Node | null = container; at !== this.root; at = at.parentNode) {
      if (!at) return false;
      if (this.read.has(at)) break;
      const kind = kindOf(at as Element);
      const isEntered =
        kind === ElementKind.Block ||
        kind === ElementKind.Inline ||
        kind === ElementKind.InlineWord;
      if (!isEntered || this.isIsland(at as Element)) return false;
      path.push(at);
    }
    for (const node of path) this.read.add(node);
    return true;
  }
}
