import { type BlockReading, type Matcher, type Mention, namelessBlock } from '../matcher/mention';
import { lengthsBetween } from './neighbours';
import { giveWay, inSlices, overEach, resultInSlices } from './slices';
import type { TextBlock } from './text-block';

/** Blocks with names from which on noting what the page holds takes a slice of its own: it is one piece of work. */
const MANY = 500;

/**
 * Decides what the names of a page mean. It does so in slices.
 *
 * @param given The blocks that hold names, in reading order.
 * @param why Whether each mention carries its explanation.
 * @returns Mentions in reading order, each with its block.
 */
export async function decidedMentions(
  matcher: Matcher,
  given: readonly TextBlock[],
  signal: AbortSignal,
  why = false,
): Promise<[TextBlock, Mention][]> {
  // The page may change in between.
  const blocks = [...given];
  const readings: (BlockReading | undefined)[] = [];
  const owners: (TextBlock | undefined)[] = [];
  let before: TextBlock | undefined;
  const place = (block: TextBlock) => {
    for (const length of before ? lengthsBetween(before, block) : []) {
      readings.push(namelessBlock(length));
      owners.push(undefined);
    }
    readings.push(block.reading);
    owners.push(block);
    before = block;
  };
  await inSlices(overEach(blocks, place), signal);
  if (blocks.length > MANY) await giveWay();
  if (signal.aborted) return [];
  const title = matcher.readTitle(document.title);
  const decided = await resultInSlices(matcher.deciding(readings, { title, why }), signal);
  return (decided ?? []).flatMap(({ block, mentions }) =>
    mentions.map((mention): [TextBlock, Mention] => [owners[block] as TextBlock, mention]),
  );
}
