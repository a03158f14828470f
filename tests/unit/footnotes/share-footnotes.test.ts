import { describe, expect, it, vi } from 'vitest';
import { shareFootnotes } from '../../../src/footnotes/share-footnotes';
import { OWN_PACK_ID } from '../../../src/glossary/own-pack-id';
import { PackError, parsePack } from '../../../src/glossary/parse-pack';
import { makePack } from '../packs/make-pack';

const own = { ...makePack({ id: OWN_PACK_ID, terms: 3 }) };
const sharing = { title: 'On lanterns', author: 'R. Eader', licence: 'CC0-1.0' } as const;
const share = (terms: string[], change = {}, now = new Date('2026-11-24T16:05:00Z')) =>
  shareFootnotes(own, { ...sharing, language: 'en', terms, ...change }, now);

describe('footnotes given away', () => {
  it('are a pack that others can import, with the chosen terms and their facts', () => {
    const pack = share(['term-0', 'term-2']);
    expect(parsePack(JSON.stringify(pack), 'shared.json')).toEqual(pack);
    expect(pack.terms.map(({ id }) => id)).toEqual(['term-0', 'term-2']);
    expect(pack.facts).toHaveLength(4);
    expect(pack.source.publisher).toEqual({ en: 'R. Eader' });
  });

  it('have the same id each time and a version that grows, but another id from somebody else', () => {
    const first = share(['term-0']);
    const later = share(['term-0'], {}, new Date('2027-01-02T03:04:00Z'));
    expect([first.version, later.version]).toEqual(['2026.1124.1605', '2027.102.304']);
    expect(later.id).toBe(first.id);
    expect(share(['term-0'], { author: '别人' }).id).not.toBe(first.id);
  });

  it('are of the day it is where the reader lives', () => {
    vi.stubEnv('TZ', 'Asia/Taipei');
    expect(share(['term-0']).source.date).toBe('2026-11-25');
    vi.unstubAllEnvs();
  });

  it('are refused without a term or a name', () => {
    expect(() => share([])).toThrow(PackError);
    expect(() => share(['term-0'], { author: '' })).toThrow('publisher');
  });
});
