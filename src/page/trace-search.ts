import type { Trace } from '../matcher/find-traces';
import type { NameSearch } from '../matcher/name-search';
import type { TreeText } from './tree-text';

/** UTF-16 code units searched in one go. */
const PIECE = 16_000;
/** How far pieces overlap: longer than any name. */
const OVERLAP = 256;

/** Searches the text of a tree for traces of names, in as many goes as it takes. */
export class TraceSearch {
  private at = 0;
  private hasText = false;
  private isEnded = false;

  constructor(
    readonly tree: TreeText,
    private readonly matcher: () => NameSearch,
  ) {}

  get isOver(): boolean {
    return this.isEnded || (this.hasText && this.at >= this.tree.text.length);
  }

  /** Gives the rest of the text up. */
  end(): void {
    this.isEnded = true;
  }

  /**
   * The traces in the next piece of the text, as spans of the whole.
   *
   * @returns `undefined` where there was no time for that yet.
   */
  next(isTimeUp: () => boolean): Trace[] | undefined {
    if (!this.hasText) {
      if (!this.tree.gather(isTimeUp)) return undefined;
      this.hasText = true;
      // Frames without any text need no names.
      if (this.tree.text.trim() === '') this.end();
      if (this.isOver) return [];
    }
    const from = this.at;
    this.at += PIECE;
    const traces: Trace[] = [];
    const before = from === 0 ? 0 : 1;
    const piece = this.tree.text.slice(from - before, this.at + OVERLAP);
    for (const { start, end, isWord } of this.matcher().tracesIn(piece)) {
      // What begins in the overlap is the next piece's.
      if (start < before || start >= PIECE + before) continue;
      const offset = from - before;
      traces.push({ start: offset + start, end: offset + end, isWord });
    }
    return traces;
  }
}
