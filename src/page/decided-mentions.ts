import { type BlockReading, type Matcher, type Mention, unreadBlock } from '../matcher/mention';
import { blocksBetween, type Neighbour } from './neighbours';
import { inSlices, overEach, resultInSlices } from './slices';
import type { TextBlock } from './text-block';

/**
 * UTF-16 code units of text without names that are read for the names near it: a second's work, and some twenty
 * megabytes. No page that people read has as much; one that has is read as if the rest stood far off.
 */
const MOST_READ = 2_000_000;

/** What decisions on a page rest on. As long as each part of it is the same, so are they. */
export interface PageReadings {
  title: string;
  /** Of the blocks that hold names and of those near them, in reading order. */
  readings: readonly BlockReading[];
  /** By reading: the block, where that holds names. */
  owners: readonly (TextBlock | undefined)[];
}

/**
 * Gathers what decides what the names of a page mean. It does so in slices.
 *
 * @param given The blocks that hold names, in reading order.
 * @returns Nothing where it was ended.
 */
export async function gatherReadings(
  matcher: Matcher,
  given: readonly TextBlock[],
  signal: AbortSignal,
): Promise<PageReadings | undefined> {
  // The page may change in between.
  const blocks = [...given];
  const { title } = document;
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
  if (signal.aborted) return undefined;
  known = asked;
  return { title, readings, owners };
}

/** Whether what was gathered is what was gathered before, of a page in which nothing changed that counts. */
export function isSame(one: PageReadings, other: PageReadings): boolean {
  return (
    one.title === other.title &&
    one.readings.length === other.readings.length &&
    one.readings.every((reading, at) => reading === other.readings[at])
  );
}

/**
 * Decides what the names of a page mean, in slices.
 *
 * @param why Whether each mention carries its explanation.
 * @returns Mentions in reading order, each with its block.
 */
export async function decidedMentions(
  matcher: Matcher,
  { title, readings, owners }: PageReadings,
  signal: AbortSignal,
  why = false,
): Promise<[TextBlock, Mention][]> {
  const options = { title: matcher.readTitle(title), why };
  const decided = await resultInSlices(matcher.deciding(readings, options), signal);
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
