import { describe, expect, it } from 'vitest';
import { guessSource, type PageFacts } from '../../../src/footnotes/guess-source';
import { addFootnote } from '../../../src/footnotes/own-pack';

const today = '2026-11-24';
const page = (facts: Partial<PageFacts> = {}): PageFacts => ({
  address: 'https://www.gazette.example/news/lantern?utm=1#comments',
  title: 'Lantern lit – The Gazette',
  dates: [],
  ...facts,
});

describe('the source of a clipped passage', () => {
  it("is the page's own title, host, address and today, where the page says no more", () => {
    expect(guessSource(page(), today)).toEqual({
      title: 'Lantern lit – The Gazette',
      publisher: 'gazette.example',
      date: today,
      dated: false,
      link: 'https://www.gazette.example/news/lantern?utm=1',
      language: 'en',
    });
  });

  it('takes what the page says of itself', () => {
    const guessed = guessSource(
      page({
        canonical: '/news/lantern',
        sharedTitle: 'Lantern\u202E\n lit',
        siteName: ' The Gazette ',
        language: 'zh-TW',
        dates: ['not a date', '2025-06-02T23:30:00-07:00', '2024-01-01'],
      }),
      today,
    );
    expect(guessed).toEqual({
      title: 'Lantern lit',
      publisher: 'The Gazette',
      date: '2025-06-02',
      dated: true,
      link: 'https://www.gazette.example/news/lantern',
      language: 'zh-Hant',
    });
  });

  it.each<[string, Partial<PageFacts>, object]>([
    ['a date in the future', { dates: ['2031-01-01'] }, { date: today, dated: false }],
    ['a date in no calendar', { dates: ['2025-13-45'] }, { date: today, dated: false }],
    [
      'a canonical address on another site',
      { canonical: 'https://evil.example/' },
      { link: 'https://www.gazette.example/news/lantern?utm=1' },
    ],
    [
      'a password in the address',
      { address: 'https://me:secret@gazette.example/a' },
      { link: 'https://gazette.example/a' },
    ],
    [
      'a canonical address that no footnote can hold',
      { canonical: `/news/${'a'.repeat(2_000)}` },
      { link: 'https://www.gazette.example/news/lantern?utm=1' },
    ],
  ])('does not believe %s', (_what, facts, expected) => {
    expect(guessSource(page(facts), today)).toMatchObject(expected);
  });

  it.each(['http://gazette.example/a', 'file:///home/me/a.html', 'about:blank'])(
    'gives no link for %s',
    (address) => {
      expect(guessSource(page({ address }), today).link).toBeUndefined();
    },
  );

  it.each([
    ['a backslash in its query', 'https://a.example/?q=C:\\temp', 'https://a.example/?q=C:%5Ctemp'],
    ['more characters than a pack takes', `https://a.example/?q=${'a'.repeat(2_000)}`, undefined],
  ])('has a link that a footnote can hold where the address has %s', (_what, address, link) => {
    const { title, publisher, date, ...source } = guessSource(page({ address }), today);
    expect(source.link).toBe(link);
    const footnote = {
      language: source.language,
      text: 'It is lit.',
      term: {
        name: 'Lantern',
        category: 'model',
        aliases: [{ text: 'Lantern', strength: 'strong' }],
      },
      kind: 'reported',
      source: { title, publisher, date, ...(link && { link }) },
    } as const;
    expect(addFootnote(undefined, footnote, today).pack.facts).toHaveLength(1);
  });
});
