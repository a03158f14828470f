import { foldText, isMovedByFolding, sourceSpan } from './fold-text.ts';
import type { Lexicon } from './lexicon.ts';
import type { Span } from './mention.ts';
import { wordEnd } from './standing.ts';

/** Letters that spell a name in the text of a whole page, in which cells, lines and links are glued. */
export interface Trace extends Span {
  /**
   * Whether they are a word of their own as the text stands. If not, they are no name unless the page sets
   * something apart there: "agi" in "magic" is one only where it stands in an element for itself.
   */
  isWord: boolean;
}

/** Traces in order of their starts, one for each start. */
export function findTraces(names: Lexicon, source: string): Trace[] {
  const folded = isMovedByFolding(source) ? foldText(source) : { text: source, offsets: undefined };
  const { text } = folded;
  const traces: Trace[] = [];
  let end = 0;
  let isWhole = false;
  const found = (name: number, nameEnd: number) => {
    end = nameEnd;
    isWhole ||= wordEnd({ text, end, entry: names.entries[name] ?? '' }) >= 0;
  };
  for (let at = names.next(text, 0, true); at >= 0; at = names.next(text, at + 1, true)) {
    end = 0;
    isWhole = false;
    names.read(text, at, found);
    if (end > 0) {
      const isWord = isWhole && names.mayBegin(text, at);
      traces.push({ ...sourceSpan(folded, source, at, end), isWord });
    }
  }
  return traces;
}
