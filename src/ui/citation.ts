import type { CardFact, CardTerm } from '../glossary/card-term';
import { dateInWords } from './format';
import { message } from './message';

/**
 * A fact as one would quote it: its text, who says so, its caution, and where it stands.
 *
 * @returns Lines of plain text.
 */
export function citationOf(fact: CardFact, term: CardTerm): string {
  const pack = term.sources.find((source) => source.pack === fact.pack);
  const source = fact.source ?? pack;
  const by = fact.attribution && ` (${fact.attribution.text})`;
  const place = [
    source?.publisher.text,
    source?.title.text,
    source && dateInWords(source.date),
    fact.passage !== undefined && message('cardPassage', fact.passage),
    source?.link,
  ].filter(Boolean);
  return [
    `${fact.text.text}${by ?? ''}`,
    fact.caution &&
      `${message('cardCaution')} ${fact.caution.text.text} (${fact.caution.source.text})`,
    `— ${place.join(', ')}`,
  ]
    .filter(Boolean)
    .join('\n');
}
