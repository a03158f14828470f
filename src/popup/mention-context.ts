import { type ListedMention, TEXT_AROUND } from '../page/page-handle';

/** What stands around a mention, on one line; the edge of a list may cut what comes after it. */
export interface MentionContext {
  before: string;
  text: string;
  after: string;
}

/** Half-width characters of text before a name: some words of Latin script, and the name still begins the line. */
const BEFORE = 20;

/** Characters that are as wide as two of Latin script. */
const WIDE = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\uff01-\uff60]/u;

/** The same where they may take some lines: fewer than lists give, so that what they have cut is seen to be. */
export const LONG_BEFORE = TEXT_AROUND - 4;

/**
 * The words around a mention; where some are left out, an ellipsis says so.
 *
 * @param room For what comes before it, in half-width characters.
 */
export function mentionContext(
  { before, text, after }: ListedMention,
  room = BEFORE,
): MentionContext {
  return {
    before: endOf(oneLine(before).trimStart(), room),
    text: oneLine(text),
    after: oneLine(after).trimEnd() + (after.length < TEXT_AROUND ? '' : '…'),
  };
}

/** The last words of a text, as many as have room. */
function endOf(text: string, most: number): string {
  const characters = [...text];
  let room = most;
  let from = characters.length;
  while (from > 0) {
    room -= WIDE.test(characters[from - 1] as string) ? 2 : 1;
    if (room < 0) break;
    from -= 1;
  }
  if (from === 0) return text;
  const end = characters.slice(from).join('');
  const isInWord = /\S/.test(characters[from - 1] as string) && /^[\p{L}\p{N}]/u.test(end);
  // Chinese sets no spaces: any of its characters may begin a line.
  const whole = isInWord && !WIDE.test(end[0] as string) ? end.replace(/^\S+\s+/, '') : end;
  return `…${whole.trimStart()}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
