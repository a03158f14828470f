import type { Language } from '../glossary/language';
import type { Pack } from '../glossary/pack-schema';
import { checkPack } from '../glossary/parse-pack';
import { calendarDay } from './calendar-day';

/** What the reader says of footnotes she gives away. */
export interface Sharing {
  title: string;
  author: string;
  licence: string;
  /** The language of title and author. */
  language: Language;
  /** The ids of the terms to give away, with all their facts. */
  terms: readonly string[];
}

/**
 * Makes a pack for others of the reader's own footnotes, or of a part of them. It has an id of its own, the
 * same whenever author and title are the same, and a version that is the time: whoever has it already is
 * offered the newer one as an update.
 *
 * @param own The reader's pack.
 * @throws {PackError} naming title, author or licence where they break the format, or a pack without terms.
 */
export function shareFootnotes(own: Pack, sharing: Sharing, now: Date): Pack {
  const { title, author, licence, language } = sharing;
  const chosen = new Set(sharing.terms);
  // A version must grow, wherever its author travels: it is of the world's time.
  const [day = '', time = ''] = now.toISOString().split('T');
  const [year, month, date] = day.split('-');
  const [hour, minute] = time.split(':');
  return checkPack(
    {
      ...own,
      id: `footnotes-${hashOf(`${author}\n${title}`)}`,
      version: [year, `${month}${date}`, `${hour}${minute}`].map(Number).join('.'),
      title: { [language]: title },
      source: {
        publisher: { [language]: author },
        title: { [language]: title },
        date: calendarDay(now),
        language,
      },
      asOf: own.asOf,
      licence,
      terms: own.terms
        .filter(({ id }) => chosen.has(id))
        .map(({ related, ...term }) => ({
          ...term,
          ...(related && { related: related.filter((id) => chosen.has(id)) }),
        })),
      facts: own.facts
        .map((fact) => ({ ...fact, terms: fact.terms.filter((id) => chosen.has(id)) }))
        .filter(({ terms }) => terms.length > 0),
    },
    title,
  );
}

/** FNV-1a over the text's UTF-16 units: a short name for it in lower-case letters and digits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
