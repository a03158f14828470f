import { cleanText } from '../../footnotes/clean-text';
import { entriesOf } from '../../footnotes/entries-of';
import type { Alias, Category, Term } from '../../glossary/pack-schema';
import type { PackProblem } from '../../glossary/parse-pack';
import type { OwnTermDraft } from '../../messaging/vocabulary';

/** One spelling as the form edits it. */
export interface SpellingFields {
  /** Tells it from the others while they come and go. */
  key: number;
  text: string;
  strength: Alias['strength'];
  /** The words it counts near, separated by commas, where it is weak. */
  words: string;
}

/** A term of the reader's own as the form edits it. */
export interface TermFields {
  name: string;
  category: Category;
  spellings: readonly SpellingFields[];
}

/** What a problem is about: the name, or a spelling by its place in the form. */
export type TermField = 'name' | number;

/** The form's first state. */
export function fieldsOf({ name, category, aliases }: Term): TermFields {
  return {
    name: Object.values(name)[0] ?? '',
    category,
    spellings: aliases.map(({ text, strength, for: evidence }, key) => ({
      key,
      text,
      strength,
      words: evidence?.words?.join(', ') ?? '',
    })),
  };
}

/** What the form sends. Spellings left empty are none. */
export function termFrom({ name, category, spellings }: TermFields): OwnTermDraft {
  return {
    name: cleanText(name),
    category,
    aliases: spellings.filter(isFilled).map(({ text, strength, words }) => ({
      text: cleanText(text),
      strength,
      ...(strength === 'weak' && { for: { words: entriesOf(words) } }),
    })),
  };
}

/** What is wrong that the pack format would let through: a weak spelling that counts near no word. */
export function problemsOfTerm({ spellings }: TermFields): PackProblem[] {
  return spellings
    .filter(isFilled)
    .flatMap(({ strength, words }, index) =>
      strength === 'weak' && entriesOf(words).length === 0
        ? [{ path: `aliases[${index}].for`, reason: 'is empty' }]
        : [],
    );
}

/**
 * The field a problem comes from.
 *
 * @returns `undefined` where it is about another term or the pack as a whole.
 */
export function fieldOfTermProblem(
  { path, reason }: PackProblem,
  { spellings }: TermFields,
): TermField | undefined {
  const filled = spellings.filter(isFilled);
  // A spelling that two terms claim is held against the later of them, whichever it is.
  const claimed = /^"(.+)" is (?:claimed|used)/.exec(reason)?.[1];
  const [, at] = /(?:^|\.)aliases\[(\d+)\]/.exec(path) ?? [];
  const spelling =
    filled.find(({ text }) => cleanText(text) === claimed) ??
    (at === undefined ? undefined : filled[Number(at)]);
  if (spelling !== undefined) return spellings.indexOf(spelling);
  return /\.name\b/.test(path) ? 'name' : undefined;
}

function isFilled({ text }: SpellingFields): boolean {
  return cleanText(text) !== '';
}
