import type { Trace } from '../matcher/find-traces';
import type { Matcher } from '../matcher/mention';

/** UTF-16 code units searched in one go. */
const PIECE = 64_000;
/** How far pieces overlap: longer than any name. */
const OVERLAP = 256;

/** Searches a node's whole text for traces of names, in as many goes as it takes. */
export class TraceSearch {
  /** All the text, in one native call, which costs a fraction of walking the nodes. */
  readonly text: string;
  private at = 0;

  constructor(
    node: Node,
    private readonly matcher: () => Pick<Matcher, 'tracesIn'>,
  ) {
    this.text = node.textContent ?? '';
    // Frames without any text need no names.
    if (!/\S/.test(this.text)) this.end();
  }

  get isOver(): boolean {
    return this.at >= this.text.length;
  }

  /** Gives the rest of the text up. */
  end(): void {
    this.at = this.text.length;
  }

  /** The traces in the next piece of the text, as spans of the whole. */
  next(): Trace[] {
    const from = this.at;
    this.at += PIECE;
    const traces: Trace[] = [];
    const isFirst = from === 0;
    const before = isFirst ? 0 : 1;
    const piece = this.text.slice(from - before, this.at + OVERLAP);
    for (const { start, end, isWord } of this.matcher().tracesIn(piece)) {
      // What begins in the overlap is the next piece's.
      if (start < before || start >= PIECE + before) continue;
      const offset = from - before;
      traces.push({ start: offset + start, end: offset + end, isWord });
    }
    return traces;
  }
}
