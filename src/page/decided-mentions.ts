import { type BlockReading, type Matcher, type Mention, unreadBlock } from '../matcher/mention';
import { blocksBetween, type Neighbour } from './neighbours';
import { inSlices, overEach, resultInSlices } from './slices';
import type { TextBlock } from './text-block';

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
  const readings: BlockReading[] = [];
  const owners: (TextBlock | undefined)[] = [];
  const enter = (reading: BlockReading, owner?: TextBlock) => {
    readings.push(reading);
    owners.push(owner);
  };
  const placeWithThoseBefore = (block: TextBlock | undefined, at: number) => {
    const before = blocks[at - 1];
    if (block || before?.reading?.isWeighed) {
      for (const neighbour of blocksBetween(before, block))
        enter(neighbour ? readingOf(neighbour, matcher) : FAR);
    }
    if (block?.reading) enter(block.reading, block);
  };
  await inSlices(overEach([...blocks, undefined], placeWithThoseBefore), signal);
  if (signal.aborted) return [];
  const title = matcher.readTitle(document.title);
  const decided = await resultInSlices(matcher.deciding(readings, { title, why }), signal);
  return (decided ?? []).flatMap(({ block, mentions }) =>
    mentions.map((mention): [TextBlock, Mention] => [owners[block] as TextBlock, mention]),
  );
}

const FAR = unreadBlock(Number.POSITIVE_INFINITY);

/** What was read of a block without names lasts while it begins with the same node and says the same. */
const known = new WeakMap<Text, { text: string; matcher: Matcher; reading: BlockReading }>();

function readingOf({ text, node }: Neighbour, matcher: Matcher): BlockReading {
  const before = known.get(node);
  if (before?.text === text && before.matcher === matcher) return before.reading;
  const reading = matcher.readNameless(text);
  known.set(node, { text, matcher, reading });
  return reading;
}
