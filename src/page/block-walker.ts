import { containerOf } from './container-of';
import { contains } from './contains';
import { ElementKind, endsLine, isEntered, kindOf } from './element-kinds';
import { isIsland } from './islands';
import { ELEMENT, TEXT } from './node-types';
import { own } from './own';
import { TextBlock } from './text-block';
import { textIn } from './text-in';

/**
 * UTF-16 code units after which a block is cut: nobody writes such paragraphs, and one read in a single go
 * would hold the page up.
 */
const LONGEST_BLOCK = 20_000;
/** How far back from there a space is looked for, to cut between words. */
const CUT_SEARCH = 200;
/** Nodes between two looks at the clock. */
const NODES_PER_LOOK = 64;

export interface WalkOptions {
  /** Reads only the container's own lines: block elements inside it are passed by. */
  shallow?: boolean;
  onBlock(block: TextBlock): void;
}

/** Reads the text below one node, block by block in reading order, in as many goes as it takes. */
export class BlockWalker {
  private node: Node | null;
  /** How much of a long text node was read. */
  private offset = 0;
  private block: TextBlock;
  /** A line of which a part was read and then went: it is read anew as a whole, since a part may hold other names. */
  private torn: TextBlock | undefined;
  private visited = 0;
  private isPaused = false;

  /** @param root A block element, a shadow root or the document's body. */
  constructor(
    private readonly root: Node,
    private readonly options: WalkOptions,
  ) {
    this.node = root.firstChild;
    this.block = new TextBlock(root);
  }

  /**
   * Walks on.
   *
   * @param isTimeUp Asked every few nodes and after every block.
   * @returns Whether the end was reached.
   */
  walk(isTimeUp: () => boolean): boolean {
    if (this.isPaused) this.findBack();
    while (this.node) {
      const { node } = this;
      if (this.visited >= NODES_PER_LOOK) {
        this.visited = 0;
        if (isTimeUp()) {
          this.isPaused = true;
          // What is moved or taken away leaves a range where it stood.
          place.setStart(node, 0);
          return false;
        }
      }
      this.visited++;
      if (node.nodeType === TEXT) {
        if (!this.read(node as Text)) continue;
      } else if (node.nodeType === ELEMENT && this.enter(node as Element)) {
        if (node.firstChild) {
          this.node = node.firstChild;
          continue;
        }
        this.leave(node as Element);
      }
      this.node = this.following(node);
    }
    this.finish(this.root);
    return true;
  }

  /** @returns Whether the whole node has been read. */
  private read(node: Text): boolean {
    const { block, offset } = this;
    const room = LONGEST_BLOCK - block.text.length;
    if (node.length - offset <= room) {
      block.append(node, offset);
      this.offset = 0;
      return true;
    }
    if (block.text === '') {
      const end = offset + LONGEST_BLOCK;
      const space = textIn(node, end - CUT_SEARCH, end).lastIndexOf(' ');
      this.offset = space < 0 ? end : end - CUT_SEARCH + space;
      block.append(node, offset, this.offset);
    }
    this.finish(block.container);
    return false;
  }

  /** @returns Whether to go into it. */
  private enter(element: Element): boolean {
    const kind = kindOf(element);
    if (kind === ElementKind.Silent) return false;
    const isBlock = endsLine(kind);
    const isRead = isEntered(kind) && !(isBlock && this.options.shallow) && !isIsland(element);
    if (isBlock) this.finish(isRead ? element : this.block.container);
    else this.block.meet(kind, isRead);
    return isRead;
  }

  private leave(element: Element): void {
    if (element === this.block.container) {
      this.finish(containerOf(own(element, 'parentNode') as Node, this.root));
      return;
    }
    this.block.meet(kindOf(element), true);
  }

  private following(from: Node): Node | null {
    let node = from;
    for (;;) {
      const next = own(node, 'nextSibling');
      if (next) return next;
      const parent = own(node, 'parentNode');
      if (!parent || parent === this.root) return null;
      this.leave(parent as Element);
      node = parent;
    }
  }

  private finish(nextContainer: Node): void {
    const { block } = this;
    this.block = new TextBlock(nextContainer);
    if (block.nodes.length === 0 || block === this.torn) return;
    this.options.onBlock(block);
    this.visited = NODES_PER_LOOK;
  }

  /** Goes on where the walk stood, wherever the page has put what stood there: that is to be read anew. */
  private findBack(): void {
    const { root } = this;
    const { startContainer: parent, startOffset } = place;
    place.setStart(document, 0);
    place.collapse(true);
    this.isPaused = false;
    // Outside it stands where all of the root was moved from.
    const isInRoot = contains(root, parent);
    if (parent === this.node || (!isInRoot && contains(root, this.node as Node))) return;
    const container = isInRoot ? containerOf(parent, root) : root;
    const isTorn = this.block.container === container && this.block.nodes.length > 0;
    this.block = new TextBlock(container);
    if (isTorn) this.torn = this.block;
    this.offset = 0;
    this.node = isInRoot ? (parent.childNodes[startOffset] ?? this.behind(parent)) : null;
  }

  private behind(node: Node): Node | null {
    if (node === this.root) return null;
    if (node.nodeType === ELEMENT) this.leave(node as Element);
    return this.following(node);
  }
}

/** Where the walk that pauses stands; one for all, as engines keep every range right at each change of the page. */
const place = new Range();
