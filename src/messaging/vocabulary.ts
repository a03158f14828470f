import * as v from 'valibot';
import type { CardTerm } from '../glossary/card-term';
import { LanguageSchema } from '../glossary/language';
import { PACK_LIMITS } from '../glossary/limits';

const termId = v.pipe(v.string(), v.minLength(1), v.maxLength(PACK_LIMITS.idCharacters));
const nothing = v.strictObject({});

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
  /** A frame found another number of mentions than before. */
  'mentions.counted': v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  'term.mute': v.strictObject({ id: termId }),
  /** Mutes the site of the tab that asks. */
  'site.mute': nothing,
  /** Opens the glossary in a tab, at a term. */
  'glossary.open': v.strictObject({ term: v.optional(termId) }),
} as const;

export type MessageName = keyof typeof PARAMS;

export type Params = { [Name in MessageName]: v.InferOutput<(typeof PARAMS)[Name]> };

export interface Results {
  'card.inject': undefined;
  'terms.read': CardTerm[];
  'mentions.counted': undefined;
  'term.mute': undefined;
  'site.mute': undefined;
  'glossary.open': undefined;
}

export interface Message<Name extends MessageName = MessageName> {
  name: Name;
  params: Params[Name];
}

/** How the background answers. Errors are told by their text, since they do not cross between scripts. */
export type Answer = { result: unknown } | { error: string };
