import { foldMoving, isPlain, sourceSpan } from './fold-text.ts';
import { type Lexicon, mayBegin } from './lexicon.ts';
import type { Span } from './mention.ts';
import { isSpelt } from './spelling.ts';
import { wordEnd } from './standing.ts';

/** Letters that spell a name in the text of a whole page, in which cells, lines and links are glued. */
export interface Trace extends Span {
  /**
   * Whether they are a word of their own as the text stands. If not, they are no name unless the page sets
   * something apart there: "agi" in "magic" is one only where it stands in an element for itself.
   */
  isWord: boolean;
}

/** What traces are looked for by. */
interface Sought {
  /** The names; asked for only where one may begin. */
  lexicon(): Lexicon;
  /** By name: the only spelling that counts. */
  spellings: Readonly<Record<number, string>>;
  /**
   * Tells where in a text one may begin, in ascending order.
   *
   * @param hasNoIdeographs Whether that is known of the text.
   */
  placesIn(text: string, hasNoIdeographs: boolean): readonly number[];
}

/** Traces in order of their starts, one for each start. */
export function findTraces(source: string, { lexicon, spellings, placesIn }: Sought): Trace[] {
  const isAsItIs = isPlain(source);
  const folded = isAsItIs ? { text: source, offsets: undefined } : foldMoving(source);
  const { text } = folded;
  const places = placesIn(text, isAsItIs);
  if (places.length === 0) return [];
  const names = lexicon();
  const traces: Trace[] = [];
  let end = 0;
  let isWhole = false;
  let at = 0;
  const found = (name: number, nameEnd: number) => {
    const spelling = spellings[name];
    if (spelling !== undefined && !isSpelt(text.slice(at, nameEnd), spelling)) return;
    end = nameEnd;
    isWhole ||= wordEnd({ text, end, entry: names.entries[name] ?? '' }) >= 0;
  };
  for (at of places) {
    end = 0;
    isWhole = false;
    names.read(text, at, found);
    if (end === 0) continue;
    const isWord = isWhole && mayBegin(text, at);
    traces.push({ ...sourceSpan(folded, source, at, end), isWord });
  }
  return traces;
}
