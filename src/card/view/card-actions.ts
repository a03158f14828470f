import type { CardFact, CardTerm } from '../../glossary/card-term';
import type { Language } from '../../glossary/language';
import type { Point } from '../card-state';
import type { ReadingEvent } from '../reading';

/** What a reader can do with one card. */
export interface CardActions {
  read(event: ReadingEvent): void;
  /** Shows the same term in another language. */
  readIn(language: Language): void;
  /** Puts a fact with its source on the clipboard, and says how that went. */
  copy(fact: CardFact, term: CardTerm): void;
  /** Opens the form on one of the reader's own footnotes. */
  editFootnote(fact: CardFact): void;
  removeFootnote(fact: CardFact): void;
  /** The name means something else here. */
  notThis(): void;
  mute(what: 'mute-term' | 'mute-site', term: CardTerm): void;
  openGlossary(term: CardTerm): void;
  pin(): void;
  move(to: Point): void;
  close(): void;
}
