import { NEAR_BLOCKS, shareOf } from '../matcher/weights';
import { containerOf } from './block-walker';
import { ElementKind, isInline, kindOf } from './element-kinds';
import { type TextBlock, textIn } from './text-block';

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
 * names are not kept.
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
    const onward = walkFrom(block.nodes.at(-1) as Text, next?.nodes.find(saysSomething), ONWARD);
    between.push(...onward.found);
    if (onward.isComplete) return between;
  }
  between.push(...FAR);
  if (next?.reading?.isWeighed) {
    between.push(...walkFrom(next.nodes[0] as Text, undefined, BACK).found.reverse());
  }
  return between;
}

/** Blocks enough for nothing beyond them to be near. */
const FAR: readonly undefined[] = Array(NEAR_BLOCKS).fill(undefined);

/** A way through the page. */
interface Way {
  child(node: Node): Node | null;
  sibling(node: Node): Node | null;
  /** Puts a piece of text to what was read of its block. */
  add(text: string, node: Text, room: number): string;
}

const ONWARD: Way = {
  child: (node) => node.firstChild,
  sibling: (node) => node.nextSibling,
  add: (text, node, room) => text + textIn(node, 0, Math.min(room, node.length)),
};

const BACK: Way = {
  child: (node) => node.lastChild,
  sibling: (node) => node.previousSibling,
  add: (text, node, room) => textIn(node, Math.max(0, node.length - room), node.length) + text,
};

/** Reads the blocks on a way, nearest first, up to a node or as far as the matcher calls near. */
function walkFrom(
  from: Text,
  target: Text | undefined,
  way: Way,
): { found: Neighbour[]; isComplete: boolean } {
  const root = from.getRootNode();
  const found: Neighbour[] = [];
  let container: Node = containerOf(from);
  let isOpen = false;
  let node: Node | null = from;
  const isFar = () =>
    found.reduce((sum, { text }) => sum + shareOf(text.trim().length), 0) > NEAR_BLOCKS;
  for (let steps = 0; steps < MOST_STEPS && !isFar(); steps++) {
    node = following(node, root, way);
    if (!node) break;
    if (node === target) return { found, isComplete: true };
    if (node.nodeType === Node.ELEMENT_NODE && endsLine(node as Element)) isOpen = false;
    if (node.nodeType !== Node.TEXT_NODE || !saysSomething(node as Text)) continue;
    const around = containerOf(node);
    if (around !== container || !isOpen) found.push({ text: '', node: node as Text });
    isOpen = true;
    container = around;
    const last = found.at(-1) as Neighbour;
    last.text = way.add(last.text, node as Text, REACH - last.text.length);
  }
  return { found, isComplete: false };
}

const saysSomething = (node: Text): boolean => /\S/.test(node.data);

function following(from: Node, root: Node, way: Way): Node | null {
  const child = way.child(from);
  if (child && isRead(from)) return child;
  for (let node: Node | null = from; node && node !== root; node = node.parentNode) {
    const sibling = way.sibling(node);
    if (sibling) return sibling;
  }
  return null;
}

function isRead(node: Node): boolean {
  const kind = kindOf(node as Element);
  return kind === ElementKind.Block || isInline(node);
}

const endsLine = (element: Element): boolean => {
  const kind = kindOf(element);
  return kind === ElementKind.Block || kind === ElementKind.OpaqueBlock;
};
