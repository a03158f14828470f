import { closestLanguage, type Language } from '../glossary/language';

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
  /** Only for pages that were loaded over https. */
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

/** The page's permanent address if it is of the same site, else the one it was loaded from; without its fragment. */
function linkOf({ canonical }: PageFacts, address: URL): string | undefined {
  const permanent = canonical === undefined ? undefined : URL.parse(canonical, address);
  const link = new URL(permanent?.host === address.host ? permanent : address);
  link.hash = '';
  link.username = '';
  link.password = '';
  return link.protocol === 'https:' ? link.href : undefined;
}

function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .trim();
}
