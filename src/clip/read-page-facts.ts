import type { PageFacts } from '../footnotes/guess-source';

/** Where pages name the day they were published, the most trustworthy first. */
const DATES = [
  'meta[property="article:published_time" i]',
  'meta[itemprop="datePublished" i]',
  'meta[name="date" i]',
  'meta[name="dc.date" i]',
  'meta[name="pubdate" i]',
  'meta[name="publishdate" i]',
  '[itemprop="datePublished"][datetime]',
  'article time[datetime]',
  'time[pubdate][datetime]',
];

/** What this document says of itself in its head. */
export function readPageFacts(): PageFacts {
  const content = (selector: string) =>
    document.querySelector<HTMLMetaElement>(selector)?.content || undefined;
  const canonical = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href');
  const sharedTitle = content('meta[property="og:title" i]');
  const siteName = content('meta[property="og:site_name" i]');
  const language = document.documentElement.lang;
  return {
    address: location.href,
    ...(canonical ? { canonical } : {}),
    title: document.title,
    ...(sharedTitle && { sharedTitle }),
    ...(siteName && { siteName }),
    ...(language && { language }),
    dates: DATES.flatMap((selector) => {
      const element = document.querySelector(selector);
      return element?.getAttribute('content') ?? element?.getAttribute('datetime') ?? [];
    }),
  };
}
