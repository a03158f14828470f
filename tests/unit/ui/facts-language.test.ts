import { expect, test, vi } from 'vitest';
import type { Settings } from '../../../src/settings/schema';

const getUILanguage = vi.fn<() => string>();
vi.mock('webextension-polyfill', () => ({ default: { i18n: { getUILanguage } } }));
// Of the interface there are texts for Taiwan alone, so that it speaks English in Hong Kong.
vi.mock('../../../src/ui/message', () => ({ interfaceLanguage: () => 'en' }));

const { factsLanguage } = await import('../../../src/ui/facts-language');

const chosen = (language: Settings['facts.language']) =>
  factsLanguage({ 'facts.language': language } as Settings);

test('facts are shown in the language that is chosen, else in the one nearest to the browser’s', () => {
  getUILanguage.mockReturnValue('zh-HK');
  expect(chosen('auto')).toBe('zh-Hant');
  expect(chosen('zh-Hans')).toBe('zh-Hans');
});
