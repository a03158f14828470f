import { cleanText } from '../footnotes/clean-text';
import { entriesOf } from '../footnotes/entries-of';
import { type GuessedSource, guessSource, type PageFacts } from '../footnotes/guess-source';
import { guessName } from '../footnotes/guess-term';
import type { Language } from '../glossary/language';
import type { Category } from '../glossary/pack-schema';
import type { PackProblem } from '../glossary/parse-pack';
import type { FootnoteDraft } from '../messaging/vocabulary';

/** A draft as the form edits it: both a known term and the parts of a new one, whichever the reader picks. */
export interface DraftFields {
  language: Language;
  text: string;
  /** The id of a term, or {@link NEW_TERM}. */
  term: string;
  name: string;
  /** Other spellings, separated by commas. */
  spellings: string;
  /** Where spellings count: anywhere, or only near one of {@link nearWords}. */
  strength: 'strong' | 'weak';
  /** Words, separated by commas. */
  nearWords: string;
  category: Category;
  kind: FootnoteDraft['kind'];
  attribution: string;
  title: string;
  publisher: string;
  date: string;
  link: string | undefined;
}

/** The choice of a term that no pack has yet. An id never begins with a hyphen. */
export const NEW_TERM = '-new';

/**
 * The form's first state for a selection.
 *
 * @param terms The terms the passage is likeliest about, likeliest first.
 * @param today `YYYY-MM-DD`.
 */
export function draftForSelection(
  selection: string,
  page: PageFacts,
  terms: readonly string[],
  today: string,
): DraftFields {
  const source = guessSource(page, today);
  return {
    language: languageOf(selection, source),
    text: cleanText(selection),
    term: terms[0] ?? NEW_TERM,
    name: guessName(cleanText(selection)),
    spellings: '',
    strength: 'strong',
    nearWords: '',
    category: 'model',
    kind: 'reported',
    attribution: '',
    title: source.title,
    publisher: source.publisher,
    date: source.date,
    link: source.link,
  };
}

/** The form's first state for a footnote to edit. */
export function draftForFootnote({ source, ...footnote }: FootnoteDraft): DraftFields {
  return {
    language: footnote.language,
    text: footnote.text,
    term: typeof footnote.term === 'string' ? footnote.term : NEW_TERM,
    name: '',
    spellings: '',
    strength: 'strong',
    nearWords: '',
    category: 'model',
    kind: footnote.kind,
    attribution: footnote.attribution ?? '',
    title: source.title,
    publisher: source.publisher,
    date: source.date,
    link: source.link,
  };
}

/** What the form sends when it is saved. A new term's name is its first alias. */
export function footnoteFrom(fields: DraftFields): FootnoteDraft {
  const attribution = cleanText(fields.attribution);
  return {
    language: fields.language,
    text: cleanText(fields.text),
    term:
      fields.term === NEW_TERM
        ? {
            name: cleanText(fields.name),
            category: fields.category,
            aliases: aliasesOf(fields).map((text) =>
              fields.strength === 'strong'
                ? { text, strength: 'strong' }
                : { text, strength: 'weak', for: { words: entriesOf(fields.nearWords) } },
            ),
          }
        : fields.term,
    kind: fields.kind,
    ...(attribution && { attribution }),
    source: {
      title: cleanText(fields.title),
      publisher: cleanText(fields.publisher),
      date: fields.date,
      ...(fields.link && { link: fields.link }),
    },
  };
}

/** What is wrong with a draft that the pack format would let through. */
export function problemsOfDraft({ term, strength, nearWords }: DraftFields): PackProblem[] {
  const counts = term !== NEW_TERM || strength === 'strong' || entriesOf(nearWords).length > 0;
  return counts ? [] : [{ path: 'terms[0].aliases[0].for', reason: 'is empty' }];
}

/** A new term's name and other spellings, each once. */
export function aliasesOf({ name, spellings }: Pick<DraftFields, 'name' | 'spellings'>): string[] {
  return [...new Set([cleanText(name), ...entriesOf(spellings)].filter(Boolean))];
}

/** Chinese text is Chinese whatever its page says; which of the two scripts, the page knows better. */
function languageOf(text: string, source: GuessedSource): Language {
  if (!/\p{Script=Han}/u.test(text)) return 'en';
  return source.language === 'en' ? 'zh-Hans' : source.language;
}
