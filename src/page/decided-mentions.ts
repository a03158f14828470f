import { type BlockReading, type Matcher, type Mention, unreadBlock } from '../matcher/mention';
import { blocksBetween, type Neighbour } from './neighbours';
import { inSlices, overEach, resultInSlices } from './slices';
import type { TextBlock } from './text-block';

/**
 * UTF-16 code units of text without names that are read for the names near it: a second's work, and some twenty
 * megabytes. No page that people read has as much; one that has is read as if the rest stood far off.
 */
const MOST_READ = 2_000_000;

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
  const asked: NamelessReadings = new WeakMap();
  let room = MOST_READ;
  const enterNeighbour = (neighbour: Neighbour | undefined) => {
    room -= neighbour?.text.length ?? 0;
    enter(neighbour && room >= 0 ? readingOf(neighbour, matcher, asked) : FAR);
  };
  const placeWithThoseBefore = (block: TextBlock | undefined, at: number) => {
    const before = blocks[at - 1];
    if (block || before?.reading?.isWeighed) {
      for (const neighbour of blocksBetween(before, block)) enterNeighbour(neighbour);
    }
    if (block?.reading) enter(block.reading, block);
  };
  await inSlices(overEach([...blocks, undefined], placeWithThoseBefore), signal);
  if (signal.aborted) return [];
  known = asked;
  const title = matcher.readTitle(document.title);
  const decided = await resultInSlices(matcher.deciding(readings, { title, why }), signal);
  return (decided ?? []).flatMap(({ block, mentions }) =>
    mentions.map((mention): [TextBlock, Mention] => [owners[block] as TextBlock, mention]),
  );
}

const FAR = unreadBlock(Number.POSITIVE_INFINITY);

type NamelessReadings = WeakMap<Text, { text: string; matcher: Matcher; reading: BlockReading }>;

/**
 * What was read of the blocks without names that the last decision asked for, by the nodes they begin with: no
 * text is kept that is gone, was changed or is near no name any more.
 */
let known: NamelessReadings = new WeakMap();

function readingOf(
  { text, node }: Neighbour,
  matcher: Matcher,
  asked: NamelessReadings,
): BlockReading {
  const before = known.get(node);
  const isKnown = before?.text === text && before.matcher === matcher;
  const reading = isKnown ? before.reading : matcher.readNameless(text);
  asked.set(node, { text, matcher, reading });
  return reading;
}
