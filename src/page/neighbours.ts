import { NEAR_BLOCKS, shareOf } from '../matcher/weights';
import { containerOf } from './container-of';
import { ElementKind, endsLine, isEntered, kindOf } from './element-kinds';
import { isIsland, isUnread } from './islands';
import { ELEMENT, TEXT } from './node-types';
import { own } from './own';
import { TextBlock } from './text-block';
import { saysSomething } from './text-in';

/** Nodes looked at on the way to the next block; with more in between, two are not near. */
const MOST_STEPS = 200;

/** UTF-16 code units read of a block, from the end that is nearer; what stands beyond is not near. */
const REACH = 2_000;

/** A block of text that stands between two kept ones. */
export interface Neighbour {
  text: string;
  /** The text node of it that comes first on the way. */
  node: Text;
}

/**
 * The blocks of text that stand between a block and the next one kept: asked of the page, since blocks without
 * names are not kept. Like the kept ones they end where editors, code and formulas begin, which are not read.
 *
 * @param block None before the first.
 * @param next None behind the last.
 * @returns None for neighbours; `undefined` for whatever stands farther off than the matcher calls near.
 */
export function blocksBetween(
  block: TextBlock | undefined,
  next: TextBlock | undefined,
): (Neighbour | undefined)[] {
  const between: (Neighbour | undefined)[] = [];
  if (block) {
    const onward = walkFrom(block.last, next?.first, ONWARD);
    between.push(...onward.found);
    if (onward.isComplete) return between;
  }
  between.push(...FAR_APART);
  if (next?.reading?.isWeighed) {
    between.push(...walkFrom(next.first, undefined, BACK).found.reverse());
  }
  return between;
}

/** Blocks enough for nothing beyond them to be near. */
export const FAR_APART: readonly undefined[] = Array(NEAR_BLOCKS).fill(undefined);

/** A way through the page. */
interface Way {
  child(node: Node): Node | null;
  sibling(node: Node): Node | null;
  /** Where in a node the piece of a length begins that is met first. */
  startOf(node: Text, length: number): number;
  /** What was met on the way, in reading order. */
  inOrder<T>(met: T[]): T[];
}

const ONWARD: Way = {
  child: (node) => node.firstChild,
  sibling: (node) => node.nextSibling,
  startOf: () => 0,
  inOrder: (met) => met,
};

const BACK: Way = {
  child: (node) => node.lastChild,
  sibling: (node) => node.previousSibling,
  startOf: (node, length) => node.length - length,
  inOrder: (met) => met.reverse(),
};

/** A block of which one piece after another is met. */
class MetBlock {
  private readonly met: ((block: TextBlock) => void)[] = [];
  private room = REACH;

  constructor(
    private readonly node: Text,
    private readonly way: Way,
  ) {}

  add(node: Text): void {
    const length = Math.min(this.room, node.length);
    const start = this.way.startOf(node, length);
    this.met.push((block) => block.append(node, start, start + length));
    this.room -= length;
  }

  meet(kind: ElementKind, isRead: boolean): void {
    this.met.push((block) => block.meet(kind, isRead));
  }

  read(): Neighbour {
    const block = new TextBlock(containerOf(this.node));
    for (const put of this.way.inOrder(this.met)) put(block);
    return { text: block.text.trim(), node: this.node };
  }
}

/** Reads the blocks on a way, nearest first, up to a node or as far as the matcher calls near. */
function walkFrom(
  from: Text,
  target: Text | undefined,
  way: Way,
): { found: Neighbour[]; isComplete: boolean } {
  const found: Neighbour[] = [];
  // A text too long for one block goes on in the next.
  if (from === target) return { found, isComplete: true };
  let near = 0;
  let open: MetBlock | undefined;
  const close = () => {
    if (!open) return;
    const neighbour = open.read();
    found.push(neighbour);
    near += shareOf(neighbour.text.length);
    open = undefined;
  };
  const enter = (element: Element): boolean => {
    const kind = kindOf(element);
    if (kind === ElementKind.Silent) return false;
    const isRead = isEntered(kind) && !isIsland(element);
    if (endsLine(kind)) close();
    else open?.meet(kind, isRead);
    return isRead;
  };
  const leave = (parent: Node) => {
    const kind = kindOf(parent as Element);
    if (endsLine(kind)) close();
    else open?.meet(kind, true);
  };
  const root = from.getRootNode();
  let node: Node = from;
  let isInside = false;
  let isComplete = false;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = (isInside && way.child(node)) || following(node, root, way, leave);
    if (!next) break;
    if (next === target) {
      isComplete = true;
      break;
    }
    node = next;
    isInside = node.nodeType === ELEMENT && enter(node as Element);
    if (node.nodeType !== TEXT) continue;
    if (!open && saysSomething(node as Text)) {
      if (near >= NEAR_BLOCKS) break;
      // Where the way began may have come into an editor since it was read.
      if (found.length === 0 && isUnread(from)) break;
      open = new MetBlock(node as Text, way);
    }
    open?.add(node as Text);
  }
  close();
  return { found, isComplete };
}

/** @param leave Told each parent that ends on the way. */
function following(
  from: Node,
  root: Node,
  way: Way,
  leave: (parent: Node) => void,
): Node | undefined {
  for (let node = from; node !== root; ) {
    const sibling = way.sibling(node);
    if (sibling) return sibling;
    node = own(node, 'parentNode') as Node;
    leave(node);
  }
  return undefined;
}
