import type { BlockReading, Matcher, Mention } from '../matcher/mention';
import { blocksBetween } from './neighbours';
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
    const gap = before ? blocksBetween(before, block) : 0;
    for (let unnamed = 0; unnamed < gap; unnamed++) {
      readings.push(undefined);
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
