import * as v from 'valibot';

/** The languages facts are written in, as BCP 47 tags; Traditional Chinese may be derived from Simplified. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const;

export type Language = (typeof LANGUAGES)[number];

export const LanguageSchema = v.picklist(LANGUAGES);

/**
 * The language of ours that serves a reader best whose browser speaks `tag`.
 *
 * @param tag A BCP 47 tag as browsers report it: `zh-TW`, `zh-Hant-HK`, `en-GB`, `fr`.
 * @returns Traditional Chinese for Taiwan, Hong Kong, Macau and Cantonese, Simplified for other Chinese, else English.
 */
export function closestLanguage(tag: string): Language {
  const [language = '', ...subtags] = tag.toLowerCase().split(/[-_]/);
  if (language === 'yue') subtags.push('hk');
  else if (language !== 'zh' && language !== 'cmn') return 'en';
  const traditional = ['hant', 'tw', 'hk', 'mo'];
  const simplified = subtags.includes('hans');
  return !simplified && subtags.some((subtag) => traditional.includes(subtag))
    ? 'zh-Hant'
    : 'zh-Hans';
}

/** The order in which other languages stand in where a text lacks the reader's. */
const FALLBACKS: Record<Language, readonly Language[]> = {
  en: ['en', 'zh-Hans', 'zh-Hant'],
  'zh-Hans': ['zh-Hans', 'zh-Hant', 'en'],
  'zh-Hant': ['zh-Hant', 'zh-Hans', 'en'],
};

/** A text in the language it was found in, so that the page can set `lang` and say what is missing. */
export interface SpokenText {
  text: string;
  language: Language;
}

/**
 * The text in the reader's language, or in the nearest language there is.
 *
 * @returns `undefined` only for a text without any language, which no valid pack holds.
 */
export function inLanguage(
  text: Partial<Record<Language, string | undefined>>,
  language: Language,
): SpokenText | undefined {
  for (const candidate of FALLBACKS[language]) {
    const found = text[candidate];
    if (found !== undefined) return { text: found, language: candidate };
  }
  return undefined;
}
