/** Where an open form for a footnote stands in the isolated world of its frame. */
export const CLIP_HANDLE = Symbol.for('ai-footnotes.clip');

/** An open form. What the reader has written in it is nowhere else, so a script that takes over leaves it be. */
export interface ClipHandle {
  /** The element it has in the page. */
  readonly host: Element;
  /** Whether the extension it came with is gone, and nothing can be kept any more. */
  isOrphaned(): boolean;
  /** Takes it away; nothing has been kept then. */
  close(): void;
}
