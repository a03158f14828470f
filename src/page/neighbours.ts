import { NEAR_BLOCKS } from '../matcher/weights';
import { containerOf } from './block-walker';
import { ElementKind, isInline, kindOf } from './element-kinds';
import type { TextBlock } from './text-block';

/** Nodes looked at on the way to the next block; with more in between, two are not near. */
const MOST_STEPS = 200;

/**
 * How many blocks of text stand between a block and the next one kept: counted in the page, since blocks
 * without names are not kept.
 *
 * @returns 0 for neighbours; never more than the matcher calls near.
 */
export function blocksBetween(block: TextBlock, next: TextBlock): number {
  const target = next.nodes.find(saysSomething);
  const root = block.container.getRootNode();
  let node: Node | null = block.nodes[block.nodes.length - 1] as Text;
  let container: Node = block.container;
  let between = 0;
  for (let steps = 0; node && steps < MOST_STEPS && between < NEAR_BLOCKS; steps++) {
    node = following(node, root);
    if (node === target) return between;
    if (node?.nodeType !== Node.TEXT_NODE || !saysSomething(node as Text)) continue;
    const around = containerOf(node);
    if (around !== container) between++;
    container = around;
  }
  return NEAR_BLOCKS;
}

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
