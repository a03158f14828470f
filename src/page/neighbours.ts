import { NEAR_BLOCKS, shareOf } from '../matcher/weights';
import { containerOf } from './block-walker';
import { ElementKind, isInline, kindOf } from './element-kinds';
import type { TextBlock } from './text-block';

/** Nodes looked at on the way to the next block; with more in between, two are not near. */
const MOST_STEPS = 200;

/**
 * The lengths of the blocks of text that stand between a block and the next one kept: asked of the page, since
 * blocks without names are not kept.
 *
 * @returns None for neighbours; never more than reach farther than the matcher calls near.
 */
export function lengthsBetween(block: TextBlock, next: TextBlock): number[] {
  const target = next.nodes.find(saysSomething);
  const root = block.container.getRootNode();
  let node: Node | null = block.nodes[block.nodes.length - 1] as Text;
  let container: Node = block.container;
  const lengths: number[] = [];
  const isFar = () => lengths.reduce((sum, length) => sum + shareOf(length), 0) > NEAR_BLOCKS;
  for (let steps = 0; steps < MOST_STEPS && !isFar(); steps++) {
    node = following(node, root);
    if (!node) break;
    if (node === target) return lengths;
    if (node.nodeType !== Node.TEXT_NODE || !saysSomething(node as Text)) continue;
    const around = containerOf(node);
    if (around !== container) lengths.push(0);
    container = around;
    const last = lengths.length - 1;
    if (last >= 0) lengths[last] = (lengths[last] as number) + (node as Text).data.trim().length;
  }
  return [...lengths, ...FAR];
}

/** Blocks enough for nothing beyond them to be near. */
const FAR: readonly number[] = Array(NEAR_BLOCKS).fill(Number.POSITIVE_INFINITY);

const saysSomething = (node: Text): boolean => /\S/.test(node.data);

function following(from: Node, root: Node): Node | null {
  if (from.firstChild && isRead(from)) return from.firstChild;
  for (let node: Node | null = from; node && node !== root; node = node.parentNode) {
    if (node.nextSibling) return node.nextSibling;
  }
  return null;
}

function isRead(node: Node): boolean {
  const kind = kindOf(node as Element);
  return kind === ElementKind.Block || isInline(node);
}
