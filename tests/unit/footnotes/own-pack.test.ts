import { describe, expect, it } from 'vitest';
import {
  addFootnote,
  editFootnote,
  editTerm,
  type Footnote,
  type NewTerm,
  removeFootnote,
} from '../../../src/footnotes/own-pack';
import { OWN_PACK_ID } from '../../../src/glossary/own-pack-id';
import { PackError } from '../../../src/glossary/parse-pack';
import { makePack } from '../packs/make-pack';

const today = '2026-11-24';

function footnote(change: Partial<Footnote> = {}): Footnote {
  return {
    language: 'en',
    text: 'Lantern writes 21 words a second on a laptop.',
    term: {
      name: 'Lantern 7B',
      category: 'model',
      aliases: [{ text: 'Lantern 7B', strength: 'strong' }],
    },
    kind: 'test',
    source: {
      title: 'A small lab lights a Lantern',
      publisher: 'harbour-gazette.example',
      date: '2025-06-02',
      link: 'https://harbour-gazette.example/lantern',
    },
    ...change,
  };
}

describe('adding a footnote', () => {
  it('makes the pack with the first one', () => {
    const { pack, fact } = addFootnote(undefined, footnote(), today);
    expect(pack.id).toBe(OWN_PACK_ID);
    expect(pack.terms.map(({ id }) => id)).toEqual(['lantern-7b']);
    expect(pack.facts).toEqual([
      expect.objectContaining({ id: fact, terms: ['lantern-7b'], date: '2025-06-02' }),
    ]);
    expect(pack.facts[0]?.source?.link).toBe('https://harbour-gazette.example/lantern');
  });

  it('gives two footnotes of one day two ids, and leaves the pack it was given alone', () => {
    const first = addFootnote(undefined, footnote(), today);
    const known = first.pack.terms[0];
    if (!known) throw new Error('no term');
    const second = addFootnote(first.pack, footnote({ term: known, text: 'Another.' }), today);
    expect(second.pack.facts.map(({ id }) => id)).toEqual([first.fact, `${first.fact}-2`]);
    expect(second.pack.terms).toHaveLength(1);
    expect(first.pack.facts).toHaveLength(1);
  });

  it("takes along the name of another pack's term, so that it stands on its own", () => {
    const term = makePack().terms[1];
    if (!term) throw new Error('no term');
    const { pack } = addFootnote(undefined, footnote({ term }), today);
    expect(pack.terms).toEqual([term]);
    expect(pack.facts[0]?.terms).toEqual([term.id]);
  });

  it('names a term without Latin letters', () => {
    const term = {
      name: '灯塔',
      category: 'model' as const,
      aliases: [{ text: '灯塔', strength: 'weak' as const }],
    };
    const { pack } = addFootnote(undefined, footnote({ language: 'zh-Hans', term }), today);
    expect(pack.terms[0]).toMatchObject({ id: 'my-term', name: { 'zh-Hans': '灯塔' } });
  });

  it.each<[string, Partial<Footnote>, string]>([
    ['an empty text', { text: '' }, 'facts[0].text.en: is empty'],
    ['a forged direction', { text: 'evil\u202Etext' }, 'facts[0].text.en: holds a control'],
    [
      'a link that runs code',
      { source: { ...footnote().source, link: 'javascript:alert(1)' } },
      'facts[0].source.link: is not an https address',
    ],
    [
      'a date that is none',
      { source: { ...footnote().source, date: '2025-02-30' } },
      'facts[0].date: is a date that is in no calendar',
    ],
  ])('refuses %s with its place', (_what, change, reason) => {
    const add = () => addFootnote(undefined, footnote(change), today);
    expect(add).toThrow(PackError);
    expect(add).toThrow(reason);
  });
});

describe('editing and removing', () => {
  it('keeps the id and drops a term nobody speaks of any more', () => {
    const { pack, fact } = addFootnote(undefined, footnote(), today);
    const other = makePack().terms[0];
    if (!other) throw new Error('no term');
    const edited = editFootnote(pack, fact, footnote({ text: 'Corrected.', term: other }));
    expect(edited.facts).toEqual([
      expect.objectContaining({ id: fact, text: { en: 'Corrected.' }, terms: [other.id] }),
    ]);
    expect(edited.terms.map(({ id }) => id)).toEqual([other.id]);
  });

  it('says when there is no such footnote', () => {
    const { pack } = addFootnote(undefined, footnote(), today);
    expect(() => editFootnote(pack, 'clip-1999-01-01', footnote())).toThrow('no footnote');
  });

  it('leaves nothing when the last one goes', () => {
    const { pack, fact } = addFootnote(undefined, footnote(), today);
    const more = addFootnote(
      pack,
      footnote({ text: 'More.', term: pack.terms[0] as never }),
      today,
    );
    expect(removeFootnote(more.pack, fact)?.terms).toHaveLength(1);
    expect(removeFootnote(pack, fact)).toBeUndefined();
  });
});

describe('changing a term', () => {
  const { pack, fact } = addFootnote(undefined, footnote(), today);

  it('gives it another name, category and spellings; its id and its footnotes stay', () => {
    const changed = editTerm(pack, 'lantern-7b', {
      name: 'Lantern',
      category: 'organisation',
      aliases: [
        { text: 'Lantern 7B', strength: 'strong' },
        { text: 'Lantern', strength: 'weak', for: { words: ['harbour'] } },
      ],
    });
    expect(changed.terms).toEqual([
      {
        id: 'lantern-7b',
        name: { en: 'Lantern' },
        category: 'organisation',
        aliases: [
          { text: 'Lantern 7B', strength: 'strong' },
          { text: 'Lantern', strength: 'weak', for: { words: ['harbour'] } },
        ],
      },
    ]);
    expect(changed.facts.map(({ id, terms }) => [id, terms])).toEqual([[fact, ['lantern-7b']]]);
    expect(pack.terms[0]?.name).toEqual({ en: 'Lantern 7B' });
  });

  it('keeps what is known of a spelling that stays, but for the words of one that counts anywhere now', () => {
    const known = structuredClone(pack);
    const [term] = known.terms;
    if (!term) throw new Error('no term');
    term.aliases = [
      { text: 'LANTERN', strength: 'weak', exactCase: true, for: { words: ['harbour'] } },
    ];
    const changed = editTerm(known, term.id, {
      name: 'Lantern',
      category: 'model',
      aliases: [{ text: 'LANTERN', strength: 'strong' }],
    });
    expect(changed.terms[0]?.aliases).toEqual([
      { text: 'LANTERN', strength: 'strong', exactCase: true },
    ]);
  });

  it('refuses what the format does, and says where', () => {
    const edit = (aliases: NewTerm['aliases']) => () =>
      editTerm(pack, 'lantern-7b', { name: 'Lantern', category: 'model', aliases });
    expect(edit([])).toThrow('terms[0].aliases: has no alias');
    expect(edit([{ text: 'a\u202eb', strength: 'strong' }])).toThrow(PackError);
    expect(() => editTerm(pack, 'nobody', { name: 'x', category: 'model', aliases: [] })).toThrow(
      'no term "nobody"',
    );
  });
});

describe('the id of a new term', () => {
  const idOf = (name: string, known: string[] = []) =>
    addFootnote(
      undefined,
      footnote({
        term: { name, category: 'model', aliases: [{ text: name, strength: 'strong' }] },
      }),
      today,
      known,
    ).pack.terms[0]?.id;

  it.each([
    ['Lantern 7B', 'lantern-7b'],
    ['灯塔', 'my-term'],
    ['Constructor', 'my-term'],
    [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
  ])('of «%s» is one the format allows', (name, id) => {
    expect(idOf(name)).toBe(id);
  });

  it('is none that another pack gives to a term of its own', () => {
    expect(idOf('Lantern 7B', ['lantern-7b', 'lantern-7b-2'])).toBe('lantern-7b-3');
  });
});
