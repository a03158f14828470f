import { type Span, WORD_BREAK } from '../matcher/mention';
import { isInline } from './element-kinds';
import { TEXT } from './node-types';
import type { TextBlock } from './text-block';
import { textIn } from './text-in';

/** What is asked of a block once it holds mentions: apart from its reading, since most pages have none. */

/** A place in the page's text. */
interface TextPoint {
  node: Text;
  offset: number;
}

const IN_WORD = /[\w\-\u2010-\u2013]/;

/** Where a position of a block's text stands in the page. */
export function pointAt(block: TextBlock, position: number): TextPoint {
  const index = indexAt(block, position);
  return {
    node: block.nodes[index] as Text,
    offset: position - (block.starts[index] as number),
  };
}

/** Index of the node that holds a position. */
function indexAt({ starts }: TextBlock, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Where a span of a block's text stands in the page. The end lies in the node of the last character, so that a
 * name at the end of `<b>` does not reach out of it.
 */
export function rangeOf(block: TextBlock, { start, end }: Span): StaticRange {
  const first = pointAt(block, start);
  const last = pointAt(block, end - 1);
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.offset,
    endContainer: last.node,
    endOffset: last.offset + 1,
  });
}

/** The nodes that hold a span of a block's text. */
export function nodesOf(block: TextBlock, { start, end }: Span): readonly Text[] {
  return block.nodes.slice(indexAt(block, start), indexAt(block, end - 1) + 1);
}

/** Whether the page still reads there as it did when the block was read. */
export function stillReads(block: TextBlock, { start, end }: Span): boolean {
  const last = indexAt(block, end - 1);
  let there = '';
  for (let index = indexAt(block, start); index <= last; index++) {
    const node = block.nodes[index] as Text;
    const offset = block.starts[index] as number;
    if (!node.isConnected) return false;
    // All but the last to their ends, wherever these are by now.
    there += textIn(node, Math.max(0, start - offset), index < last ? node.length : end - offset);
  }
  return there === block.text.slice(start, end);
}

/**
 * Whether a letter, a digit, a hyphen or the like has come to stand beside a span, so that it is part of a longer word by now:
 * "GPT" of "GPT-4o", as a text grows.
 */
export function runsOn(block: TextBlock, { start, end }: Span): boolean {
  const first = pointAt(block, start);
  const last = pointAt(block, end - 1);
  return (
    isNewInWord(first.node, first.offset - 1, block.text[start - 1]) ||
    isNewInWord(last.node, last.offset + 1, block.text[end])
  );
}

function isNewInWord(node: Text, at: number, before: string | undefined): boolean {
  const character = (at < 0 ? '' : textIn(node, at, at + 1)) || characterBeside(node, at < 0);
  return before !== WORD_BREAK && character !== before && IN_WORD.test(character);
}

/** What the text beside a node in its line begins with, or ends with if it stands before; nothing where there is none. */
function characterBeside(node: Text, isBefore: boolean): string {
  const way = isBefore ? 'previousSibling' : 'nextSibling';
  let at: Node | null = node;
  while (!at[way]) {
    at = at.parentNode;
    if (!at || !isInline(at)) return '';
  }
  at = at[way];
  while (at && isInline(at)) at = isBefore ? at.lastChild : at.firstChild;
  return (at?.nodeType === TEXT && (at as Text).data.at(isBefore ? -1 : 0)) || '';
}
