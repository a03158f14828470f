import type { CardTerm } from '../glossary/card-term';
import type { Language } from '../glossary/language';

/** How many facts a card shows before the reader asks for the rest. */
export const FACTS_AT_FIRST = 3;

/** A question the card asks before it does something that reaches beyond this card. */
export type Question = 'mute-term' | 'mute-site';

/**
 * What one card shows: a term, and the terms the reader came from. Pure, so that the hover card and every
 * pinned card keep one each.
 */
export interface Reading {
  /** The terms opened one after another, the shown one last. Empty where reading the facts failed. */
  readonly trail: readonly CardTerm[];
  /** Whether all facts are shown, not only the strongest. */
  readonly expanded: boolean;
  /** The term asked for, while its facts are on their way. */
  readonly coming?: string;
  /** The last term asked for could not be read. */
  readonly failed?: true;
  readonly question?: Question;
}

export type ReadingEvent =
  /** The reader chose a related term. */
  | { type: 'RELATED_CHOSEN'; term: string }
  /** Facts came of the related term that was asked for. */
  | { type: 'TERM_ARRIVED'; term: CardTerm }
  /** The shown term came in the language that was asked for. */
  | { type: 'TRANSLATION_ARRIVED'; term: CardTerm }
  | { type: 'TERM_FAILED'; term: string }
  | { type: 'WENT_BACK' }
  | { type: 'REST_TOGGLED' }
  | { type: 'MUTE_CHOSEN'; question: Question }
  | { type: 'MUTE_DECLINED' };

/** A card's first content. */
export function startReading(term: CardTerm): Reading {
  return { trail: [term], expanded: false };
}

/** The content of a card whose facts could not be read. */
export const FAILED_READING: Reading = { trail: [], expanded: false, failed: true };

/** The term a card shows; none where reading its facts failed. */
export function shownTerm(reading: Reading): CardTerm | undefined {
  return reading.trail.at(-1);
}

/** What a card shows after an event. */
export function read(reading: Reading, event: ReadingEvent): Reading {
  const { trail, expanded } = reading;
  switch (event.type) {
    case 'RELATED_CHOSEN':
      return { trail, expanded, coming: event.term };
    case 'TERM_ARRIVED':
      return arrive(reading, event.term);
    case 'TRANSLATION_ARRIVED':
      if (shownTerm(reading)?.id !== event.term.id) return reading;
      return { trail: [...trail.slice(0, -1), event.term], expanded };
    case 'TERM_FAILED':
      return reading.coming === event.term ? { trail, expanded, failed: true } : reading;
    case 'WENT_BACK':
      return trail.length > 1 ? { trail: trail.slice(0, -1), expanded: false } : reading;
    case 'REST_TOGGLED':
      return { ...reading, expanded: !expanded };
    case 'MUTE_CHOSEN':
      return { ...reading, question: event.question };
    case 'MUTE_DECLINED':
      return { trail, expanded };
  }
}

/** The language a term is told in: that of its facts, which are most of its text. */
export function languageOf(term: CardTerm): Language {
  return (term.facts[0]?.text ?? term.summary ?? term.name).language;
}

/** A term is news only while it is awaited. */
function arrive(reading: Reading, term: CardTerm): Reading {
  const { trail, coming } = reading;
  if (coming !== term.id) return reading;
  const earlier = trail.findIndex(({ id }) => id === term.id);
  // A circle of related terms leads back to where the reader was, not ever deeper.
  const kept = earlier === -1 ? trail : trail.slice(0, earlier);
  return { trail: [...kept, term], expanded: false };
}
