import type { Trace } from '../matcher/find-traces';
import type { NameSearch } from '../matcher/name-search';
import type { TreeText } from './tree-text';

/**
 * UTF-16 code units searched in one go, at first and at the most: a page that is about names has one soon, and who only
 * wants to know whether there is any asks no more. The engine interprets an expression for a shorter text than the first.
 */
const FIRST_PIECE = 1_000;
const PIECE = 16_000;
/** How far pieces overlap: longer than any name. */
const OVERLAP = 256;
/**
 * How far the text is taken ahead of the search. The engine compiles an expression once for strings of Latin letters and
 * once for others: of a long stretch there is one kind, of short ones there would be both.
 */
const AHEAD = 256_000;

/** Gives the traces in one piece of a text after another, as spans of the whole. */
export type TraceSearch = Generator<Trace[], void>;

/**
 * Searches the text of a tree for traces of names while that is taken. Each piece is kept until the next one is asked for.
 *
 * @param matcher Asked for at the first text: frames without any need no names.
 */
export function* searchTraces(tree: TreeText, matcher: () => NameSearch): TraceSearch {
  let at = 0;
  let size = FIRST_PIECE;
  do {
    if (tree.end < at + size + OVERLAP) {
      while (tree.end < at + AHEAD && tree.takeOn()) yield [];
    }
    const before = Math.min(at, 1);
    tree.drop(at - before);
    const piece = tree.text.slice(0, before + size + OVERLAP);
    const traces: Trace[] = [];
    if (piece.trim() !== '') {
      for (const { start, end, isWord } of matcher().tracesIn(piece)) {
        // What begins in the overlap is the next piece's.
        if (start >= before && start < before + size)
          traces.push({ start: tree.start + start, end: tree.start + end, isWord });
      }
    }
    yield traces;
    at += size;
    if (size < PIECE) size *= 4;
  } while (at < tree.end);
}
