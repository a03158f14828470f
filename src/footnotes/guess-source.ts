import { closestLanguage, type Language } from '../glossary/language';
import { PACK_LIMITS } from '../glossary/limits';

/** What a page says of itself, read from its head as it stands. */
export interface PageFacts {
  /** The page's address. */
  address: string;
  /** `<link rel="canonical">`, if it names one. */
  canonical?: string;
  /** `document.title`, and the title it gives to networks that share it. */
  title: string;
  sharedTitle?: string;
  siteName?: string;
  /** `lang` of the document, if it says. */
  language?: string;
  /** Every date the page gives for its publication, the most trustworthy first. */
  dates: readonly string[];
}

/** A source as the form proposes it; the reader corrects it. */
export interface GuessedSource {
  title: string;
  publisher: string;
  /** `YYYY-MM-DD`: the page's own date, else today's. */
  date: string;
  /** Whether the page itself gave the date. */
  dated: boolean;
  /** Only for pages that were loaded over https, from an address that a pack can hold. */
  link?: string;
  language: Language;
}

/**
 * The source of a clipped passage, guessed from what its page says of itself.
 *
 * @param today `YYYY-MM-DD`; stands in where the page gives no date, or one that lies in the future.
 */
export function guessSource(page: PageFacts, today: string): GuessedSource {
  const address = new URL(page.address);
  const published = page.dates.map(calendarDay).find((day) => day !== undefined && day <= today);
  const link = linkOf(page, address);
  return {
    title: tidy(page.sharedTitle ?? '') || tidy(page.title) || address.host || page.address,
    publisher: tidy(page.siteName ?? '') || address.host.replace(/^www\./, '') || address.protocol,
    date: published ?? today,
    dated: published !== undefined,
    ...(link === undefined ? {} : { link }),
    language: closestLanguage(page.language ?? ''),
  };
}

/** The day a date begins with, if it is one: `2025-01-28T09:01:00+08:00` is 2025-01-28 where it was written. */
function calendarDay(date: string): string | undefined {
  const [day] = date.trim().match(/^\d{4}-\d{2}-\d{2}/) ?? [];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

/**
 * The page's permanent address if it is of the same site, else the one it was loaded from; without its fragment. None
 * that no pack can hold: there is no field to mend it in.
 */
function linkOf({ canonical }: PageFacts, address: URL): string | undefined {
  const permanent = canonical === undefined ? undefined : URL.parse(canonical, address);
  const sameSite = permanent?.host === address.host ? [permanent] : [];
  return [...sameSite, address].map(plainAddress).find(isLink);
}

/** An address without its fragment and the reader's own name, spelled as packs have it. */
function plainAddress(address: URL): string {
  const plain = new URL(address);
  plain.hash = '';
  plain.username = '';
  plain.password = '';
  return plain.href.replaceAll('\\', '%5C'); // queries keep them as they are
}

function isLink(address: string): boolean {
  return address.startsWith('https:') && address.length <= PACK_LIMITS.linkCharacters;
}

function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .trim();
}
