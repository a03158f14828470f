import { HYPHEN, isBinding } from './characters.ts';
import { KEEPING_TAIL } from './other-things.ts';
import type { Standing } from './standing.ts';

const COLON = 58;
const DOT = 46;

const codesOf = (characters: string) =>
  new Set([...characters].map((character) => character.charCodeAt(0)));

/** Right before a name: a user name, a channel, an identifier, a path. */
const SPOILS_BEFORE = codesOf('@#$_\\`=');
/** Right behind it: a mail address, an identifier, a path. */
const SPOILS_BEHIND = codesOf('@_\\`');

/** `model="gpt-4o"`; `v3.0.1-deepseek`. */
const SPOILING_HEAD = /=["'`]$|\.[a-z0-9]+-$/;

/** A name that code gives: `let o1 = …`. */
const DECLARATION = /\b(?:var|let|const) \S+ ?=/;

/** Behind what a package is asked for by its name: `pip install -U openai`. */
const INSTALL = /\b(?:pip3?|conda|p?npm|yarn|uv|brew) (?:i|add|install) [^,;]*$/;

/** A mark for the size or price of a model in a catalogue: `r1:7b`, `r1:free`. */
const CATALOGUE_TAG = /^:(?:\d+(?:\.\d+)?[bm]\b|latest\b|free\b|online\b|nitro\b|beta\b)/;

/** Whether a name stands inside a user name, an address, a path, a file name or code. */
export function isInsideToken(standing: Standing, isProper: boolean): boolean {
  const { text, written, start, end, entry } = standing;
  if (isBinding(entry.charCodeAt(0))) {
    const before = text.charCodeAt(start - 1);
    if (SPOILS_BEFORE.has(before)) return true;
    if (before === DOT && isBinding(text.charCodeAt(start - 2))) return true;
    if (SPOILING_HEAD.test(text.slice(Math.max(0, start - 12), start))) return true;
    if (isProper && isPackage(standing)) return true;
  }
  if (isBinding(entry.charCodeAt(entry.length - 1))) {
    const behind = text.charCodeAt(end);
    if (SPOILS_BEHIND.has(behind)) return true;
    // A sentence may begin right behind the full stop, with one capital.
    if (behind === DOT && /^(?:[a-z0-9]|[A-Z]{2})/.test(written.slice(end + 1, end + 3)))
      return true;
    if (DECLARATION.test(text.slice(Math.max(0, start - 6), end + 2))) return true;
    if (text.startsWith('://', end) || text.startsWith('::', end)) return true;
    if (behind === COLON && CATALOGUE_TAG.test(text.slice(end, end + 12))) return true;
  }
  return isInsidePath(standing, isProper);
}

/**
 * Whether a name written small is a package's, `openai==1.3`, or hangs on a word in small letters as in one:
 * `llm-openai`, `openai-python`. Words that describe it (`openai-compatible`) leave it a name.
 */
function isPackage({ written, start, end }: Standing): boolean {
  if (!/^[a-z]+$/.test(written.slice(start, end))) return false;
  if (/^[=<>~]=/.test(written.slice(end, end + 2))) return true;
  if (INSTALL.test(written.slice(Math.max(0, start - 40), start))) return true;
  const head = /(?<![a-z0-9])[a-z0-9]+-$/.exec(written.slice(Math.max(0, start - 24), start))?.[0];
  if (head !== undefined) return !/^(?:non|post|pre|anti|pro|ex|like|multi|using|vs)-$/.test(head);
  const tail = /^-([a-z]{2,}[a-z0-9]*)/.exec(written.slice(end, end + 24))?.[1];
  return tail !== undefined && !KEEPING_TAIL.test(tail);
}

/** How far a path or an address is followed to each side; a longer one has shown what it is. */
const LONGEST_PATH = 200;

/** Printable ASCII but for what closes or parts a phrase: `"(),;`. */
const isPathCharacter = (code: number): boolean =>
  code > 32 && code < 127 && !NOT_IN_PATHS.has(code);

const NOT_IN_PATHS = codesOf('"(),;');

const isBeyondAscii = (code: number): boolean => code > 126;

/** Before a name: an address, or a host name. */
const ADDRESS = /:\/\/|^www\.|^mailto:|[\w-]\.[A-Za-z]{2,6}\/|\\|@[\w.-]*$|^(?:~|\.{0,2})\//;
/** Before a name: what sites put before user names and papers. */
const SITE_FOLDER =
  /(?:^|\/)(?:r|u|user|users|blog|docs|wiki|abs|pdf|models|news|index|v\d+)\/[^/]*$/;

/** Whether a name is part of `github.com/openai/x`, `openai/whisper`, `~/o1`, `r/openai`, `a@b`. */
function isInsidePath({ text, written, start, end }: Standing, isProper: boolean): boolean {
  const before = text.charCodeAt(start - 1);
  const behind = text.charCodeAt(end);
  if (!isPathCharacter(before) && !isPathCharacter(behind)) return false;
  let from = start;
  while (start - from < LONGEST_PATH && isPathCharacter(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to - end < LONGEST_PATH && isPathCharacter(text.charCodeAt(to))) to++;
  const head = written.slice(from, start);
  const tail = written.slice(end, to);
  // In 训练/蒸馏 the slash parts two words; a path begins behind a space.
  if (head === '/' && !tail.includes('/') && isBeyondAscii(text.charCodeAt(from - 1))) return false;
  if (ADDRESS.test(head) || /^[\w.+-]*@\w/.test(tail)) return true;
  if (!head.includes('/') && !tail.includes('/')) return false;
  if (SITE_FOLDER.test(head)) return true;
  // The title of a page where code and models are kept: `Issue #190 · Dao-AILab/flash-attention`.
  if (text.slice(Math.max(0, from - 2), from) === '· ' || text.startsWith(' ·', to)) return true;
  const whole = written.slice(from, to).replace(/[.:!?'’”`]+$/, '');
  if (/_|\.[a-z]/.test(whole)) return true;
  // Ideas stand in lists: `pre-training/fine-tuning`.
  if (isProper && isRepository(whole.split('/'))) return true;
  // A company written small beside a slash is its account: `openai/whisper`.
  return (
    isProper && /^[a-z]+$/.test(written.slice(start, end)) && /^[a-z-]*\/[a-z-]*$/.test(head + tail)
  );
}

/**
 * Whether `a/b` names an account and something in it (`openai/whisper`, `deepseek-ai/DeepSeek-V3`): an
 * account is written small. `o1/R1` and `GPT-4/4o` are lists.
 */
function isRepository(parts: readonly string[]): boolean {
  const [account = ''] = parts;
  const isSmall = parts.length === 2 || parts.every((part) => /^[a-z\d.-]+$/.test(part));
  return isSmall && /^[a-z][a-z-]{2,}$/.test(account) && /[-\d]/.test(parts.at(-1) ?? '');
}

/** Whether a name hangs on two or more words by hyphens, as in `UI-TARS-7B-SFT`: it is part of theirs. */
export function isTailOfName({ text, start }: Standing): boolean {
  return (
    text.charCodeAt(start - 1) === HYPHEN &&
    /[a-z0-9.]-[a-z0-9.]*\d[a-z0-9.]*-$/.test(text.slice(Math.max(0, start - 40), start))
  );
}
