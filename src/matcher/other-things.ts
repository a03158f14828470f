import { HYPHEN, isBinding, isDigit } from './characters.ts';
import { separatorEnd, separatorStart } from './lexicon.ts';
import type { Standing } from './standing.ts';

/**
 * What may hang by a hyphen on a name that ends in a digit and leave it the same thing: `o1-level`.
 * Anything else there names another version or product: `R1-Omni`.
 */
export const KEEPING_TAIL =
  /^(?:levels?|styled?|like|class|grade|quality|types?|esque|era|series|family|only|first|api|models?|paper|tier|base|(?:8|32)k|\d{4}|20\d\d|[a-z]+(?:ed|ing|able|ible|ent|alent))$/;

/** What may be put by a hyphen before a short name and leave it the same thing. */
const KEEPING_HEAD = /(?<![a-z0-9])(?:non|post|pre|anti|pro|ex|like|multi|using)-$/;

/** The same where a heading writes it with a capital: `Offline-RL`. */
const KEEPING_HEAD_LARGE =
  /^(?:non|post|pre|anti|pro|ex|multi|meta|deep|on|off|online|offline|model|human|self|sparse|dense|full|pure|inverse|agent|ai|llm|gpu)-$/i;

/** What may hang by a hyphen on an acronym, with a capital: `RL-Driven`, `MoE-LLM`. */
const KEEPING_ACRONYM_TAIL =
  /^(?:driven|aware|free|ready|heavy|native|centric|specific|scale|agnostic|grade|llms?|generation|training)$/;

/** No word before a hyphen is longer that makes another thing of a name. */
const LONGEST_HEAD = 24;

/** `GPT`, `MoE`: not so `Sora`. */
const ACRONYM = /^[A-Z][A-Za-z]*[A-Z]s?$/;

/**
 * Whether a name that could mean several things is a part of a longer one: `Open-Sora`, and of acronyms `Car-GPT`,
 * `SWE-RL`, `GPT-Live`, `AGI-Eval`. A word beside it in small letters describes it: `multi-agent-RL`, `MoE-based`.
 */
export function isPartOfName({ text, written, start, end }: Standing, isProper: boolean): boolean {
  const isAcronym = ACRONYM.test(written.slice(start, end));
  if ((isAcronym || isProper) && isHungOnName({ written, start })) return true;
  if (!isAcronym) return false;
  if (!/^-[A-Z]/.test(written.slice(end, end + 2))) return false;
  const tail = /^[a-z0-9.]*[a-z0-9]/.exec(text.slice(end + 1, end + 25))?.[0] ?? '';
  return !KEEPING_TAIL.test(tail) && !KEEPING_ACRONYM_TAIL.test(tail);
}

/** Whether a name hangs by a hyphen on another that is written with a capital. */
function isHungOnName({ written, start }: Pick<Standing, 'written' | 'start'>): boolean {
  const before = written.slice(Math.max(0, start - LONGEST_HEAD), start);
  const head = /(?<![A-Za-z0-9])[A-Z][A-Za-z0-9.]*-$/.exec(before)?.[0];
  return head !== undefined && !KEEPING_HEAD_LARGE.test(head);
}

/** Whether what follows makes another thing of a name: a version, a product, what its alias forbids. */
export function isContinued(
  { text, end, entry }: Standing,
  notBefore: readonly string[] | undefined,
): boolean {
  const endsInDigit = isDigit(entry.charCodeAt(entry.length - 1));
  if (endsInDigit && /^\.\d/.test(text.slice(end, end + 2))) return true;
  if (endsInDigit && text[end - 2] === ' ' && isCounted(text, end)) return true;
  if (text.charCodeAt(end) === HYPHEN && isBinding(entry.charCodeAt(entry.length - 1))) {
    const tail = /^[a-z0-9.]*[a-z0-9]/.exec(text.slice(end + 1, end + 25))?.[0];
    if (tail !== undefined) {
      if (endsInDigit && !KEEPING_TAIL.test(tail)) return true;
      // A date is a state of a model; other figures behind a hyphen are a version or a size.
      if (!endsInDigit && /\d/.test(tail) && !(/\d/.test(entry) && /^\d{4}$/.test(tail)))
        return true;
    }
  }
  // Of some dozen words hardly one begins as the text goes on.
  const next = text[separatorEnd(text, end)];
  return notBefore?.some((word) => word[0] === next && followsAt(text, end, word)) ?? false;
}

/** Whether a number counts what stands behind it, and is no version: `GPT 4 hours a day`. */
const isCounted = (text: string, end: number): boolean =>
  /^ ?(?:second|minute|hour|day|week|month|year|time|[秒分天周年次个個小])/.test(
    text.slice(end, end + 8),
  );

/** Whether a word stands right behind a name, with whatever separators. */
function followsAt(text: string, end: number, word: string): boolean {
  let at = end;
  for (const part of word.split(' ')) {
    at = separatorEnd(text, at);
    if (!text.startsWith(part, at)) return false;
    at += part.length;
  }
  // No version, but a number: `ChatGPT 5 minutes`.
  if (/\d$/.test(word) && isCounted(text, at)) return false;
  return !isBinding(text.charCodeAt(at - 1)) || !isBinding(text.charCodeAt(at));
}

/** Whether what stands before makes another thing of a name. */
export function isPreceded(
  standing: Standing,
  isWeak: boolean,
  notAfter: readonly string[] | undefined,
): boolean {
  const { text, start, entry } = standing;
  if (/\d/.test(entry)) {
    // MAI-DS-R1 is another model; beside a sure name a word in small letters says no such thing.
    if (isHungOnName(standing)) return true;
    if (isWeak && /[a-z0-9]-$/.test(text.slice(Math.max(0, start - 2), start))) {
      if (!KEEPING_HEAD.test(text.slice(Math.max(0, start - 7), start))) return true;
    }
  }
  const until = separatorStart(text, start);
  return (
    notAfter?.some((word) => {
      const from = until - word.length;
      if (from < 0 || !text.startsWith(word, from)) return false;
      return !isBinding(word.charCodeAt(0)) || !isBinding(text.charCodeAt(from - 1));
    }) ?? false
  );
}
