import type { Placed } from './density';
import type { TextBlock } from './text-block';

/** A mention and where it stands in the page. */
export interface PageMention extends Placed {
  /** Identifies it in this frame for as long as its text stands. */
  readonly id: string;
  readonly block: TextBlock;
  /** In the block's text. */
  readonly start: number;
  readonly end: number;
  readonly section: Node | undefined;
}

/** The text of a mention as it stands in the page. */
export function textOf({ block, start, end }: PageMention): string {
  return block.text.slice(start, end);
}
