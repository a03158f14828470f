import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Language } from '../../src/glossary/language';
import type { BrowserKind } from './find-browsers.mjs';
import { packagedBuild } from './packaged-build';

/** Where the interface's texts are, by the language they are in. */
const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en',
  'zh-Hans': 'zh_CN',
  'zh-Hant': 'zh_TW',
};

/**
 * The packaged extension with an interface in another language: a copy whose English says everything in it.
 * A browser speaks another language itself only with a language pack, which test machines lack.
 */
export function localisedBuild(kind: BrowserKind, language: Language): string {
  const build = packagedBuild(kind);
  if (language === 'en') return build;
  const folder = resolve('.output', `in-${language}`, `${kind}-mv3`);
  rmSync(folder, { recursive: true, force: true });
  cpSync(build, folder, { recursive: true });
  const texts = (locale: string) => join(folder, '_locales', locale, 'messages.json');
  writeFileSync(texts('en'), readFileSync(texts(LOCALES[language])));
  return folder;
}
