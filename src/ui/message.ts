import type messages from '../../public/_locales/en/messages.json';

/** The name of a message of the interface; `public/_locales` has each in all languages. */
export type MessageName = keyof typeof messages;

interface I18n {
  getMessage(name: string, substitutions?: string[]): string;
}

/** Both browsers' own API, so that the card can use it without the polyfill. */
const { i18n } = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as { i18n: I18n };

/** A text of the interface in the reader's language. Names are written out where they are used: a test looks for them. */
export function message(name: MessageName, ...substitutions: readonly (string | number)[]): string {
  return i18n.getMessage(name, substitutions.map(String));
}

/** The language the interface speaks, as a BCP 47 tag: English where there is no translation. */
export function interfaceLanguage(): string {
  return message('languageTag');
}

/** What stands between two words or sentences, of the interface unless told otherwise: Chinese sets none apart. */
export function wordSpace(language = interfaceLanguage()): string {
  return language.startsWith('zh') ? '' : ' ';
}

/** What stands between the parts of a line; the Chinese dot fills a square of its own, and wants no more room. */
export function middleDot(): string {
  return `${wordSpace()}·${wordSpace()}`;
}

/** Picks the message for a number: `one` where the interface's language says so of it, else `other`. */
export function countedMessage(one: MessageName, other: MessageName, count: number): string {
  const language = interfaceLanguage();
  const rule = new Intl.PluralRules(language).select(count);
  return message(rule === 'one' ? one : other, new Intl.NumberFormat(language).format(count));
}
