import { type BlockReading, type Matcher, type Mention, unreadBlock } from '../matcher/mention';
import { CELL_SHARE, NEAR_BLOCKS } from '../matcher/weights';
import { blocksBetween, FAR_APART, type Neighbour } from './neighbours';
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
  /** What was read of the others, for the next time. */
  nameless: NamelessReadings;
}

/**
 * Gathers what decides what the names of a page mean. It does so in slices.
 *
 * @param given The blocks that hold names, in reading order.
 * @param before What was gathered the last time: what stands as it stood is not read again.
 * @returns Nothing where it was ended.
 */
export async function gatherReadings(
  matcher: Matcher,
  given: readonly TextBlock[],
  signal: AbortSignal,
  before?: PageReadings,
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
  const nameless: NamelessReadings = new WeakMap();
  let room = MOST_READ;
  const enterNeighbour = (neighbour: Neighbour | undefined) => {
    room -= neighbour?.text.length ?? 0;
    enter(neighbour && room >= 0 ? readingOf(neighbour, matcher, nameless, before) : FAR);
  };
  const isNearWeighed = nearWeighed(blocks);
  const placeWithThoseBefore = (block: TextBlock | undefined, at: number) => {
    const last = blocks[at - 1];
    const isAsked = (block || last?.reading?.isWeighed) && isNearWeighed(at);
    const between = isAsked ? blocksBetween(last, block) : FAR_APART;
    for (const neighbour of between) enterNeighbour(neighbour);
    if (block?.reading) enter(block.reading, block);
  };
  await inSlices(overEach([...blocks, undefined], placeWithThoseBefore), signal);
  if (signal.aborted) return undefined;
  return { title, readings, owners, nameless };
}

/** Blocks with names between which and a weak name nothing is near, however short they are. */
const NEAR_NAMES = NEAR_BLOCKS / CELL_SHARE;

/**
 * Tells of each place between two blocks, by the index of the second, whether what stands there may be near a name that
 * is weighed: elsewhere nobody asks for it.
 */
function nearWeighed(blocks: readonly TextBlock[]): (at: number) => boolean {
  const sums = [0];
  for (const { reading } of blocks) sums.push((sums.at(-1) as number) + Number(reading?.isWeighed));
  const upTo = (at: number) => sums[Math.max(0, Math.min(at, blocks.length))] as number;
  return (at) => upTo(at + NEAR_NAMES) > upTo(at - NEAR_NAMES);
}

/**
 * Whether what was gathered is what was gathered before, of a page in which nothing changed that counts. A reading is
 * the same object as long as its text stands where it stood; that of a block with names is of that block alone, so that
 * its owner is the same as well.
 */
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

interface NamelessReading {
  text: string;
  matcher: Matcher;
  reading: BlockReading;
}

/**
 * What was read of blocks without names, by the nodes they begin with: no text is kept that is gone, was changed or is
 * near no name any more. Of a long one both ends may have been read.
 */
type NamelessReadings = WeakMap<Text, NamelessReading[]>;

function readingOf(
  { text, node }: Neighbour,
  matcher: Matcher,
  nameless: NamelessReadings,
  before: PageReadings | undefined,
): BlockReading {
  const isIt = (one: NamelessReading) => one.text === text && one.matcher === matcher;
  const here = nameless.get(node) ?? [];
  const readHere = here.find(isIt);
  if (readHere) return readHere.reading;
  const read = before?.nameless.get(node)?.find(isIt) ?? {
    text,
    matcher,
    reading: matcher.readNameless(text),
  };
  nameless.set(node, [...here, read]);
  return read.reading;
}
