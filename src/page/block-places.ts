import type { Span } from '../matcher/mention';
import { type TextBlock, textIn } from './text-block';

/** What is asked of a block once it holds mentions: apart from its reading, since most pages have none. */

const IN_WORD = /[A-Za-z0-9\-\u2010-\u2013]/;

/**
 * Where a span of a block's text stands in the page. The end lies in the node of the last character, so that a
 * name at the end of `<b>` does not reach out of it.
 */
export function rangeOf(block: TextBlock, { start, end }: Span): StaticRange {
  const first = block.pointAt(start);
  const last = block.pointAt(end - 1);
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.offset,
    endContainer: last.node,
    endOffset: last.offset + 1,
  });
}

/** The nodes that hold a span of a block's text. */
export function nodesOf(block: TextBlock, { start, end }: Span): readonly Text[] {
  return block.nodes.slice(block.indexAt(start), block.indexAt(end - 1) + 1);
}

/** Whether the page still reads there as it did when the block was read. */
export function stillReads(block: TextBlock, { start, end }: Span): boolean {
  const last = block.indexAt(end - 1);
  for (let index = block.indexAt(start); index <= last; index++) {
    const node = block.nodes[index] as Text;
    const offset = block.starts[index] as number;
    const from = Math.max(start, offset);
    const to = Math.min(end, block.starts[index + 1] ?? end);
    if (!node.isConnected) return false;
    if (textIn(node, from - offset, to - offset) !== block.text.slice(from, to)) return false;
  }
  return true;
}

/**
 * Whether a letter, a digit or a hyphen has come to stand beside a span in its own nodes, so that it is part of
 * a longer word by now: "GPT" of "GPT-4o", as a text grows.
 */
export function runsOn(block: TextBlock, { start, end }: Span): boolean {
  const first = block.pointAt(start);
  const last = block.pointAt(end - 1);
  return (
    isNewInWord(first.node, first.offset - 1, block.text[start - 1]) ||
    isNewInWord(last.node, last.offset + 1, block.text[end])
  );
}

function isNewInWord(node: Text, at: number, before: string | undefined): boolean {
  const character = at < 0 ? '' : textIn(node, at, at + 1);
  return character !== '' && character !== before && IN_WORD.test(character);
}
