import * as v from 'valibot';
import type { CardTerm } from '../glossary/card-term';
import { LanguageSchema, type SpokenText } from '../glossary/language';
import { PACK_LIMITS } from '../glossary/limits';
import { CATEGORIES, type Category, FACT_KINDS } from '../glossary/pack-schema';
import type { PackProblem } from '../glossary/parse-pack';

const termId = v.pipe(v.string(), v.minLength(1), v.maxLength(PACK_LIMITS.idCharacters));
const nothing = v.strictObject({});

/**
 * Of any length: a selection may be a whole page. A limit of ours would be told in English and with no field; that of
 * the pack format is told in the reader's language, beside the field that breaks it.
 */
const formText = v.string();

/** A name of the reader's own with its spellings; the pack format decides what of it can be kept. */
const OwnTermSchema = v.strictObject({
  name: formText,
  category: v.picklist(CATEGORIES),
  aliases: v.array(
    v.strictObject({
      text: formText,
      strength: v.picklist(['strong', 'weak']),
      for: v.optional(v.strictObject({ words: v.array(formText) })),
    }),
  ),
});

/** A term of the reader's own as forms hold it. */
export type OwnTermDraft = v.InferOutput<typeof OwnTermSchema>;

/** What the form for a footnote holds; the pack format decides what of it can be kept. */
const FootnoteSchema = v.strictObject({
  language: LanguageSchema,
  text: formText,
  term: v.union([termId, OwnTermSchema]),
  kind: v.picklist(FACT_KINDS),
  attribution: v.optional(formText),
  source: v.strictObject({
    title: formText,
    publisher: formText,
    date: formText,
    link: v.optional(formText),
  }),
});

/** A footnote as the form for it holds it: a term that some pack has goes by its id. */
export type FootnoteDraft = v.InferOutput<typeof FootnoteSchema>;

/** A term that a footnote can be about. */
export interface ListedTerm {
  id: string;
  name: SpokenText;
  category: Category;
}

/**
 * Everything the scripts of the extension say to the background, by name: what may come with each.
 * The background checks every message against this; nothing else is answered.
 */
export const PARAMS = {
  /** Puts the card's script into the frame that asks. */
  'card.inject': nothing,
  /** What cards show of these terms, in the reader's language or in the one named. */
  'terms.read': v.strictObject({
    ids: v.pipe(v.array(termId), v.minLength(1), v.maxLength(40)),
    language: v.optional(LanguageSchema),
  }),
  /** A frame holds names: brings it the script that knows what they mean. */
  'names.found': nothing,
  /** A frame shows its first marks: their style sheet is needed there. */
  'marks.shown': nothing,
  /** A frame found another number of mentions than before. */
  'mentions.counted': nothing,
  'term.mute': v.strictObject({ id: termId }),
  /** Mutes the site of the tab that asks. */
  'site.mute': nothing,
  /** Opens the glossary in a tab, at a term. */
  'glossary.open': v.strictObject({ term: v.optional(termId) }),
  /** Puts the form for a footnote into the frame that asks: a new one for its selection, or one to edit. */
  'footnote.form': v.strictObject({ fact: v.optional(termId) }),
  /** One of the reader's footnotes, to edit. */
  'footnote.read': v.strictObject({ fact: termId }),
  /** Keeps a new footnote, or puts it in the place of `replaces`. */
  'footnote.save': v.strictObject({ footnote: FootnoteSchema, replaces: v.optional(termId) }),
  'footnote.remove': v.strictObject({ fact: termId }),
  /** Gives a term of the reader's own another name, other spellings, another category. */
  'term.edit': v.strictObject({ id: termId, term: OwnTermSchema }),
  /** Every term there is, by name. */
  'terms.list': nothing,
} as const;

export type MessageName = keyof typeof PARAMS;

export type Params = { [Name in MessageName]: v.InferOutput<(typeof PARAMS)[Name]> };

/** What came of saving something of the reader's own. */
export interface SaveResult {
  /** What the pack format says against it; nothing when it is kept. */
  problems: readonly PackProblem[];
  /** Why pages do not have the names of what is kept all the same. */
  unmarked?: string | undefined;
}

export interface Results {
  'card.inject': undefined;
  'terms.read': CardTerm[];
  'names.found': undefined;
  'marks.shown': undefined;
  'mentions.counted': undefined;
  'term.mute': undefined;
  'site.mute': undefined;
  'glossary.open': undefined;
  'footnote.form': undefined;
  'footnote.read': FootnoteDraft;
  'footnote.save': SaveResult;
  'footnote.remove': undefined;
  'term.edit': SaveResult;
  'terms.list': ListedTerm[];
}

export interface Message<Name extends MessageName = MessageName> {
  name: Name;
  params: Params[Name];
}

/** How the background answers. Errors are told by their text, since they do not cross between scripts. */
export type Answer = { result: unknown } | { error: string };
