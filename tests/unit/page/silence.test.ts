import { expect, test } from 'vitest';
import { isSilent } from '../../../src/page/silence';
import type { PageSettings } from '../../../src/settings/page-settings';

const settings = { enabled: true, mutedSites: ['example.com'] } as unknown as PageSettings;

test('a muted site is silent, its subdomains and the frames in its pages too', () => {
  expect(isSilent(settings, ['https://example.com/a'])).toBe(true);
  expect(isSilent(settings, ['https://news.example.com/a'])).toBe(true);
  expect(isSilent(settings, ['https://ads.test/', 'https://example.com'])).toBe(true);
  expect(isSilent(settings, ['about:srcdoc', 'https://example.com'])).toBe(true);
});

test('other sites are not, unless all is off', () => {
  expect(isSilent(settings, ['https://notexample.com/', 'https://example.org'])).toBe(false);
  expect(isSilent({ ...settings, enabled: false }, ['https://example.org'])).toBe(true);
});
