import { type BlockReading, type Matcher, type Mention, namelessBlock } from '../matcher/mention';
import { lengthsBetween } from './neighbours';
import type { TextBlock } from './text-block';

/**
 * Decides what the names of a page mean.
 *
 * @param blocks The blocks that hold names, in reading order.
 * @param why Whether each mention carries its explanation.
 * @returns Mentions in reading order, each with its block.
 */
export function decidedMentions(
  matcher: Matcher,
  blocks: readonly TextBlock[],
  why = false,
): [TextBlock, Mention][] {
  const readings: (BlockReading | undefined)[] = [];
  const owners: (TextBlock | undefined)[] = [];
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    for (const length of before ? lengthsBetween(before, block) : []) {
      readings.push(namelessBlock(length));
      owners.push(undefined);
    }
    readings.push(block.reading);
    owners.push(block);
  }
  const title = matcher.readTitle(document.title);
  return matcher
    .decide(readings, { title, why })
    .flatMap(({ block, mentions }) =>
      mentions.map((mention): [TextBlock, Mention] => [owners[block] as TextBlock, mention]),
    );
}
