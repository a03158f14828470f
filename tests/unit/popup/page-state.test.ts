import { describe, expect, it } from 'vitest';
import { type KnownPage, pageState } from '../../../src/popup/page-state';
import type { StoredSettings } from '../../../src/settings/store';

const settings = (enabled: boolean, ...mutedSites: string[]) =>
  ({ values: { enabled }, mutedSites }) as unknown as StoredSettings;
const tab = { id: 1, address: 'https://news.example.com/', site: 'news.example.com' };
const mention = { id: '1', term: 'openai-o1', text: 'o1', before: '', after: '', frame: 0 };

describe('what the popup says of a page', () => {
  it('is that all is off, whatever becomes of the page', () => {
    for (const page of [{ isAsking: true }, { isAsking: false, failure: 'no' }]) {
      expect(pageState(page, settings(false))).toBe('off');
    }
  });

  it('is that the site is muted, before what the page says', () => {
    const page = { tab, isAsking: false, failure: 'gone' };
    expect(pageState(page, settings(true, 'example.com'))).toBe('muted');
  });

  it.each<[KnownPage, string]>([
    [{ isAsking: true }, 'reading'],
    [{ isAsking: false, failure: 'somebody drags a tab' }, 'failed'],
    [{ isAsking: false }, 'protected'],
    [{ isAsking: false, tab }, 'reading'],
    [{ isAsking: false, tab, reading: { unreadable: 'loading' } }, 'loading'],
    [{ isAsking: false, tab, reading: { mentions: [], isOnce: false } }, 'none'],
    [{ isAsking: false, tab, reading: { mentions: [mention], isOnce: false } }, 'listed'],
  ])('of %j is "%s"', (page, state) => {
    expect(pageState(page, settings(true, 'other.example'))).toBe(state);
  });
});
