import { HYPHEN, isBinding, isDigit, isLetter, isSpace } from './characters.ts';
import { separatorEnd, separatorStart } from './lexicon.ts';

/**
 * What stands right around a name and makes it no name, or another one. All of it is about writing, none
 * about any term.
 */

/** A name that stands in a folded text. */
export interface Standing {
  text: string;
  start: number;
  end: number;
  /** The entry of the index: the name folded. */
  entry: string;
}

const DOT = 46;

/** Right before a name: user names, channels, identifiers, paths. */
const SPOILS_BEFORE = new Set('@#$_\\`='.split('').map((character) => character.charCodeAt(0)));
/** Right behind it: mail addresses, identifiers, paths. */
const SPOILS_BEHIND = new Set('@_\\`'.split('').map((character) => character.charCodeAt(0)));

/**
 * What may hang on a name that ends in a digit and leave it the same thing: `o1-level`. Anything else with
 * a hyphen is another version or product: `R1-Omni`.
 */
const KEEPING_TAILS = new Set(
  (
    'level levels style styled like class based powered grade quality type esque era inspired driven ' +
    'series generated trained family only first vs and or to api model models release paper tier is was ' +
    'derived backed enabled competitive equivalent comparable caliber calibre beating killer rivaling ' +
    'reasoning thinking base judged 32k 8k'
  ).split(' '),
);

/** What may be put before a name with a hyphen and leave it the same thing. */
const KEEPING_HEADS = new Set('non post pre anti pro ex vs like multi using mini-'.split(' '));

/** A mark for the size, quantisation or price of a model in a catalogue: `r1:7b`, `r1:free`. */
const CATALOGUE_TAG = /^:(?:\d+(?:\.\d+)?[bm]\b|latest\b|free\b|online\b|nitro\b|beta\b)/;

/** A file name's or a host name's end. */
const isGluedDot = (text: string, at: number): boolean =>
  text.charCodeAt(at) === DOT && isBinding(text.charCodeAt(at + 1));

/** Where a name ends when a plural s belongs to it; -1 where it is part of a longer word. */
export function wordEnd({ text, end, entry }: Standing): number {
  const last = entry.charCodeAt(entry.length - 1);
  if (!isBinding(last) || !isBinding(text.charCodeAt(end))) return end;
  const plural =
    isLetter(last) && text[end] === 's' && !isBinding(text.charCodeAt(end + 1)) && last < 0x80;
  return plural ? end + 1 : -1;
}

/** Whether a name stands inside a user name, an address, a path, a file name or code. */
export function isInsideToken({ text, start, end, entry }: Standing, source: string): boolean {
  const before = text.charCodeAt(start - 1);
  const behind = text.charCodeAt(end);
  if (isBinding(entry.charCodeAt(0))) {
    if (SPOILS_BEFORE.has(before)) return true;
    if (before === DOT && isBinding(text.charCodeAt(start - 2))) return true;
    if (/=["'`]$|\.[a-z0-9]+-$/.test(text.slice(Math.max(0, start - 12), start))) return true;
  }
  if (isBinding(entry.charCodeAt(entry.length - 1))) {
    if (SPOILS_BEHIND.has(behind)) return true;
    if (isGluedDot(text, end) && !isCapital(source, end + 1)) return true;
    if (text.startsWith('://', end) || text.startsWith('::', end)) return true;
    if (behind === 58 && CATALOGUE_TAG.test(text.slice(end, end + 12))) return true;
  }
  return isInsidePath(text, start, end);
}

/** Whether the source has a capital letter; only asked where folding moved nothing or by chance agrees. */
const isCapital = (source: string, at: number): boolean => {
  const character = source.charAt(at);
  return character !== character.toLowerCase();
};

/** How far a path or an address is followed to each side. */
const LONGEST_PATH = 200;

const isPathCharacter = (code: number): boolean =>
  code > 32 &&
  code < 127 &&
  code !== 34 &&
  code !== 40 &&
  code !== 41 &&
  code !== 44 &&
  code !== 59;

/** Whether a name is part of `github.com/openai/x`, `openai/whisper`, `~/o1`, `r/openai`, a@b. */
function isInsidePath(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < LONGEST_PATH && isPathCharacter(text.charCodeAt(from - 1)))
    from--;
  let to = end;
  while (to - end < LONGEST_PATH && isPathCharacter(text.charCodeAt(to))) to++;
  const head = text.slice(from, start);
  const tail = text.slice(end, to);
  if (head === '' && tail === '') return false;
  if (/:\/\/|^www\.|^mailto:|[\w.-]+\.[a-z]{2,6}\/|\\/.test(head)) return true;
  if (/^[\w.+-]*@/.test(tail) && !isSpace(text.charCodeAt(end))) return true;
  if (/@[\w.-]*$/.test(head)) return true;
  const slashBefore = head.lastIndexOf('/');
  const slashBehind = tail.indexOf('/');
  if (slashBefore < 0 && slashBehind < 0) return false;
  if (head.startsWith('/') || head.startsWith('~/') || head.startsWith('./')) return true;
  if (/(?:^|\/)(?:r|u|user|users|blog|docs|wiki|abs|pdf|models|news|index|v\d+)\/[^/]*$/.test(head))
    return true;
  const whole = text.slice(from, to).replace(/[.:!?'"’”]+$/, '');
  if (/_|\.[a-z]/.test(whole)) return true;
  return isRepository(whole.split('/'));
}

/** Whether `a/b` names an account and a repository or model in it: `openai/gpt-4o`, no list like `o1/r1`. */
function isRepository(parts: readonly string[]): boolean {
  const [account = '', name = '', ...more] = parts;
  return more.length === 0 && /^[a-z][a-z-]{2,}$/.test(account) && /[-\d]/.test(name);
}

/** Whether what follows makes the name another one: a version, a product, what its alias forbids. */
export function isContinued(
  { text, end, entry }: Standing,
  notBefore: readonly string[] | undefined,
): boolean {
  const last = entry.charCodeAt(entry.length - 1);
  const behind = text.charCodeAt(end);
  if (isDigit(last) && behind === DOT && isDigit(text.charCodeAt(end + 1))) return true;
  if (behind === HYPHEN && isBinding(last) && isBinding(text.charCodeAt(end + 1))) {
    const tail = /^[a-z0-9.]+/.exec(text.slice(end + 1, end + 25))?.[0] ?? '';
    if (isDigit(last)) {
      const snapshot = /^(?:\d{4}|20\d\d\d{4}|\d{6})$/.test(tail);
      if (!snapshot && !KEEPING_TAILS.has(tail) && !/[a-z](?:ed|ing)$/.test(tail)) return true;
    } else if (/\d/.test(tail)) return true;
  }
  return notBefore?.some((word) => standsAt(text, end, word)) ?? false;
}

function standsAt(text: string, end: number, word: string): boolean {
  const from = separatorEnd(text, end);
  const at = text.startsWith(word, from) ? from : -1;
  if (at < 0) return matchesLoosely(text, from, word);
  return (
    !isBinding(word.charCodeAt(word.length - 1)) || !isBinding(text.charCodeAt(at + word.length))
  );
}

/** Whether a word of several parts stands at a position with other separators between them. */
function matchesLoosely(text: string, from: number, word: string): boolean {
  if (!word.includes(' ')) return false;
  let at = from;
  for (const part of word.split(' ')) {
    at = separatorEnd(text, at);
    if (!text.startsWith(part, at)) return false;
    at += part.length;
  }
  return !isBinding(text.charCodeAt(at - 1)) || !isBinding(text.charCodeAt(at));
}

/** Whether what stands before makes the name another one. */
export function isPreceded(
  { text, start, entry }: Standing,
  weak: boolean,
  notAfter: readonly string[] | undefined,
): boolean {
  if (
    weak &&
    text.charCodeAt(start - 1) === HYPHEN &&
    isBinding(entry.charCodeAt(0)) &&
    isBinding(text.charCodeAt(start - 2))
  ) {
    const head = /[a-z0-9]+$/.exec(text.slice(Math.max(0, start - 25), start - 1))?.[0] ?? '';
    if (!KEEPING_HEADS.has(head) && /\d/.test(entry)) return true;
  }
  if (!notAfter) return false;
  const until = separatorStart(text, start);
  return notAfter.some((word) => {
    const from = until - word.length;
    if (from < 0 || !text.startsWith(word, from)) return false;
    return !isBinding(word.charCodeAt(0)) || !isBinding(text.charCodeAt(from - 1));
  });
}
