import { expect, test } from 'vitest';
import { closestLanguage } from '../../../src/glossary/language';

test.each([
  ['zh-TW', 'zh-Hant'],
  ['zh_HK', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['yue', 'zh-Hant'],
  ['yue-Hans-CN', 'zh-Hans'],
  ['cmn-Hant', 'zh-Hant'],
  ['cmn-Hans-CN', 'zh-Hans'],
  ['ja', 'en'],
  ['fr-CA', 'en'],
  ['', 'en'],
  ['no tag at all', 'en'],
])('who speaks %s is served best by %s', (tag, language) => {
  expect(closestLanguage(tag)).toBe(language);
});
