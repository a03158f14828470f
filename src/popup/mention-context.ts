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

/** The words around a mention; where some are left out, an ellipsis says so. */
export function mentionContext({ before, text, after }: ListedMention): MentionContext {
  return {
    before: endOf(oneLine(before).trimStart()),
    text: oneLine(text),
    after: oneLine(after).trimEnd() + (after.length < TEXT_AROUND ? '' : '…'),
  };
}

/** The last words of a text. */
function endOf(text: string): string {
  const characters = [...text];
  let room = BEFORE;
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
