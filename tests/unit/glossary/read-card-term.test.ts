import { describe, expect, test } from 'vitest';
import type { Fact, Pack, Term } from '../../../src/glossary/pack-schema';
import { checkPack } from '../../../src/glossary/parse-pack';
import { readCardTerm } from '../../../src/glossary/read-card-term';

const term = (id: string, more: Partial<Term> = {}): Term => ({
  id,
  category: 'model',
  name: { en: id.toUpperCase() },
  aliases: [{ text: id, strength: 'strong' }],
  ...more,
});

const fact = (id: string, more: Partial<Fact> = {}): Fact => ({
  id,
  terms: ['o1'],
  text: { en: `Fact ${id}: 7.` },
  kind: 'reported',
  passage: 1,
  ...more,
});

const figures = [{ value: '7', text: { en: '7' } }];

function makePack(more: Partial<Pack> = {}): Pack {
  const pack = {
    format: 1,
    id: 'deepseek-r1-report',
    version: '1.0.0',
    title: { en: 'Report' },
    source: { publisher: { en: 'P' }, title: { en: 'T' }, date: '2025-01-28', language: 'en' },
    asOf: '2025-01-28',
    licence: 'MIT',
    terms: [term('o1'), term('r1')],
    facts: [],
    ...more,
  };
  return checkPack(pack, 'test');
}

const factIds = (packs: Pack[]) => readCardTerm(packs, 'o1', 'en')?.facts.map(({ id }) => id);

describe('reading what a card shows of a term', () => {
  test('a term that no pack knows gives nothing', () => {
    expect(readCardTerm([makePack()], 'o9', 'en')).toBeUndefined();
    expect(readCardTerm([], 'o1', 'en')).toBeUndefined();
  });

  test('facts of other terms stay out', () => {
    const facts = [
      fact('about-r1', { terms: ['r1'] }),
      fact('about-both', { terms: ['r1', 'o1'] }),
    ];
    expect(factIds([makePack({ facts })])).toEqual(['about-both']);
  });

  test('the strongest kind of fact comes first and a view last', () => {
    const kinds = ['expert-view', 'explanation', 'test', 'reported', 'measured'] as const;
    const facts = kinds.map((kind) => fact(kind, { kind }));
    expect(factIds([makePack({ facts })])).toEqual([...kinds].reverse());
  });

  test('within a kind the term itself, then figures, then the order of the source decide', () => {
    const facts = [
      fact('later', { passage: 3 }),
      fact('earlier', { passage: 2 }),
      fact('other-with-figure', { terms: ['r1', 'o1'], figures }),
      fact('with-figure', { passage: 9, figures }),
    ];
    expect(factIds([makePack({ facts })])).toEqual([
      'with-figure',
      'earlier',
      'later',
      'other-with-figure',
    ]);
  });

  test('texts come in the language of the reader, figures in the language of their text', () => {
    const text = { en: 'It has 7.', 'zh-Hans': '它有七个。' };
    const spokenFigures = [{ value: '7', text: { en: '7', 'zh-Hans': '七' } }];
    const pack = makePack({
      facts: [fact('both', { text, figures: spokenFigures }), fact('english', { figures })],
    });
    const [both, english] = readCardTerm([pack], 'o1', 'zh-Hant')?.facts ?? [];
    expect(both).toMatchObject({
      text: { text: '它有七个。', language: 'zh-Hans' },
      figures: [{ text: '七', isDate: false }],
    });
    expect(english).toMatchObject({
      text: { language: 'en' },
      figures: [{ text: '7', isDate: false }],
    });
  });

  test('a card knows the languages of its strongest fact, or of its summary without facts', () => {
    const text = { en: 'It has 7.', 'zh-Hans': '它有七个。' };
    const languages = (facts: Fact[], summary = { en: 'A thing.' }) =>
      readCardTerm([makePack({ terms: [term('o1', { summary })], facts })], 'o1', 'en')?.languages;
    expect(languages([fact('both', { text }), fact('english')])).toEqual(['en', 'zh-Hans']);
    expect(languages([fact('english'), fact('both', { text })])).toEqual(['en']);
    expect(languages([])).toEqual(['en']);
  });

  test.each([
    ['2023', true],
    ['2024-09', true],
    ['2025-01-20', true],
    ['22', false],
    ['79.8%', false],
    ['2500', false],
    ['1/30', false],
    ['half a year', false],
  ])('the figure %s is told to be a date: %s', (value, isDate) => {
    const dated = fact('dated', {
      text: { en: `It was ${value}.` },
      figures: [{ value, text: { en: value } }],
    });
    const term = readCardTerm([makePack({ facts: [dated] })], 'o1', 'en');
    expect(term?.facts[0]?.figures).toEqual([{ text: value, isDate }]);
  });

  test('attribution, caution, passage and a source of its own reach the card', () => {
    const pack = makePack({
      facts: [
        fact('full', {
          attribution: { en: 'Somebody' },
          caution: { text: { en: 'But.' }, source: { en: 'Paper' } },
          date: '2025-01-20',
          source: { ...makePack().source, link: 'https://example.org/' },
        }),
      ],
    });
    const en = (text: string) => ({ text, language: 'en' });
    expect(readCardTerm([pack], 'o1', 'en')?.facts[0]).toEqual({
      id: 'full',
      text: en('Fact full: 7.'),
      kind: 'reported',
      attribution: en('Somebody'),
      figures: [],
      date: '2025-01-20',
      passage: 1,
      caution: { text: en('But.'), source: en('Paper') },
      pack: 'deepseek-r1-report',
      source: {
        publisher: en('P'),
        title: en('T'),
        date: '2025-01-28',
        link: 'https://example.org/',
      },
    });
  });

  test('a fact has a date of its own only where it differs from its pack’s', () => {
    const facts = [fact('same', { date: '2025-01-28' }), fact('other', { date: '2025-01-27' })];
    const dates = readCardTerm([makePack({ facts })], 'o1', 'en')?.facts.map(({ date }) => date);
    expect(dates).toEqual([undefined, '2025-01-27']);
  });

  test('related terms have names, and those that no pack describes stay out', () => {
    const pack = makePack({ terms: [term('o1', { related: ['r1'] }), term('r1')] });
    const part = { ...pack, terms: [term('o1', { related: ['r1', 'gone'] }), term('r1')] };
    expect(readCardTerm([part], 'o1', 'en')?.related).toEqual([
      { id: 'r1', name: { text: 'R1', language: 'en' } },
    ]);
  });

  test('a measure comes with the values of all its terms, if this term is among them', () => {
    const measure = (id: string, terms: string[]) => ({
      id,
      title: { en: id },
      unit: 'percent' as const,
      better: 'higher' as const,
      values: terms.map((name) => ({
        term: name,
        value: 50,
        qualifier: 'about' as const,
        fact: 'a',
      })),
    });
    const pack = makePack({
      facts: [fact('a')],
      measures: [measure('mine', ['r1', 'o1']), measure('other', ['r1'])],
    });
    const [mine, ...others] = readCardTerm([pack], 'o1', 'en')?.measures ?? [];
    expect(others).toEqual([]);
    expect(mine?.values.map(({ name }) => name.text)).toEqual(['R1', 'O1']);
    expect(mine?.values[0]).toMatchObject({ value: 50, qualifier: 'about', fromCaution: false });
  });
});

describe('merging what several packs say of a term', () => {
  const builtIn = makePack({
    terms: [term('o1', { summary: { en: 'Old.' }, related: ['r1'] }), term('r1')],
    facts: [fact('old'), fact('old-measured', { kind: 'measured' })],
  });
  const own = makePack({
    id: 'my-notes',
    asOf: '2026-03-01',
    terms: [term('o1', { name: { en: 'o1 (retired)' } })],
    facts: [fact('new')],
  });

  test('facts stand together: the stronger kind first, then the newer', () => {
    expect(factIds([builtIn, own])).toEqual(['old-measured', 'new', 'old']);
    expect(factIds([own, builtIn])).toEqual(['old-measured', 'new', 'old']);
  });

  test('the pack of the latest day names the term; what it leaves out comes from the others', () => {
    const card = readCardTerm([builtIn, own], 'o1', 'en');
    expect(card?.name.text).toBe('o1 (retired)');
    expect(card?.summary?.text).toBe('Old.');
    expect(card?.related.map(({ id }) => id)).toEqual(['r1']);
  });

  test('of two packs of the same day the first in order names the term', () => {
    const other = { ...own, id: 'others', asOf: builtIn.asOf };
    expect(readCardTerm([other, builtIn], 'o1', 'en')?.name.text).toBe('o1 (retired)');
    expect(readCardTerm([builtIn, other], 'o1', 'en')?.name.text).toBe('O1');
  });

  test('sources are named newest first, and the built-in one is told from the others', () => {
    const unconcerned = { ...own, id: 'unconcerned', terms: [term('r1')], facts: [] };
    expect(
      readCardTerm([unconcerned, builtIn, own], 'o1', 'en')?.sources.map(({ pack, builtIn }) => [
        pack,
        builtIn,
      ]),
    ).toEqual([
      ['my-notes', false],
      ['deepseek-r1-report', true],
    ]);
  });

  test('values join the same measure: the newest for each term, none in another unit', () => {
    const withValues = (
      pack: Pack,
      unit: 'percent' | 'share',
      values: [string, number][],
    ): Pack => ({
      ...pack,
      measures: [
        {
          id: 'score',
          title: { en: 'Score' },
          unit,
          better: 'higher',
          values: values.map(([name, value]) => ({
            term: name,
            value,
            qualifier: 'exact',
            fact: 'x',
          })),
        },
      ],
    });
    const old = withValues(builtIn, 'percent', [
      ['o1', 1],
      ['r1', 2],
    ]);
    const valuesOf = (packs: Pack[]) =>
      readCardTerm(packs, 'o1', 'en')?.measures[0]?.values.map(({ value }) => value);
    expect(valuesOf([old, withValues(own, 'percent', [['o1', 3]])])).toEqual([3, 2]);
    expect(valuesOf([old, withValues(own, 'share', [['o1', 3]])])).toEqual([3]);
  });
});
