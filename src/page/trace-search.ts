import type { Matcher } from '../matcher/mention';

/** UTF-16 code units searched in one go. */
const PIECE = 64_000;
/** How far pieces overlap: longer than any name. */
const OVERLAP = 256;

/** Searches a node's whole text for a trace of a name, in as many goes as it takes. */
export class TraceSearch {
  private readonly text: string;
  private at = 0;
  found = false;

  /** Asks for all the text in one native call, which costs a fraction of walking the nodes. */
  constructor(
    node: Node,
    private readonly matcher: () => Pick<Matcher, 'hasTrace'>,
  ) {
    this.text = node.textContent?.trim() ?? '';
  }

  /** @returns Whether the search is over. */
  search(isTimeUp: () => boolean): boolean {
    while (this.at < this.text.length) {
      const piece = this.text.slice(this.at, this.at + PIECE + OVERLAP);
      if (this.matcher().hasTrace(piece)) {
        this.found = true;
        return true;
      }
      this.at += PIECE;
      if (this.at < this.text.length && isTimeUp()) return false;
    }
    return true;
  }
}
