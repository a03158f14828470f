import { describe, expect, test } from 'vitest';
import { assemblePack } from '../../../../scripts/built-in-pack/assemble-pack';
import { PackError } from '../../../../src/glossary/parse-pack';

const HEAD = {
  format: 1,
  id: 'lantern-report',
  version: '1.0.0',
  title: { en: 'Lanterns', 'zh-Hans': '灯笼' },
  source: {
    publisher: { en: 'Lantern Weekly', 'zh-Hans': '灯笼周报' },
    title: { en: 'Light', 'zh-Hans': '光' },
    date: '2025-01-28',
    language: 'zh-CN',
  },
  asOf: '2025-01-28',
  licence: 'MIT',
};

const TERM = {
  category: 'organisation',
  name: { en: 'NVIDIA', 'zh-Hans': '英伟达' },
  summary: { en: 'A maker of chips.', 'zh-Hans': '一家芯片公司。' },
  aliases: [
    { text: '英伟达', strength: 'strong', notAfter: ['反对'], for: { words: ['芯片'] } },
    { text: '輝達', strength: 'weak' },
  ],
};

const FACT = {
  id: 'released',
  terms: ['nvidia'],
  text: { en: 'It was released in 2020.', 'zh-Hans': '它于2020年发布。' },
  kind: 'reported',
  figures: [{ value: '2020', text: { en: '2020', 'zh-Hans': '2020年' } }],
  passage: 1,
};

type Files = Record<string, unknown>;

function assemble(changes: Files = {}) {
  const files: Files = {
    'pack.json': HEAD,
    'terms/nvidia.json': TERM,
    'facts/nvidia.json': [FACT],
    ...changes,
  };
  return assemblePack(
    'data/lanterns',
    Object.entries(files).map(([path, value]) => ({
      name: `data/lanterns/${path}`,
      path,
      text: typeof value === 'string' ? value : JSON.stringify(value),
    })),
  );
}

function messageOf(changes: Files): string {
  try {
    assemble(changes);
  } catch (error) {
    if (error instanceof PackError) return error.message;
    throw error;
  }
  throw new Error('the pack was accepted');
}

describe('assembling a pack from its files', () => {
  test('takes the id of a term from the name of its file', () => {
    expect(assemble().terms.map(({ id }) => id)).toEqual(['nvidia']);
  });

  test('derives Traditional Chinese as Taiwan writes it, texts and figures alike', () => {
    const pack = assemble();
    expect(pack.terms[0]?.name['zh-Hant']).toBe('輝達');
    expect(pack.facts[0]?.text['zh-Hant']).toBe('它於2020年發布。');
    expect(pack.facts[0]?.figures?.[0]?.text['zh-Hant']).toBe('2020年');
  });

  test('keeps Traditional Chinese that was written by hand', () => {
    const name = { ...TERM.name, 'zh-Hant': '輝達公司' };
    const pack = assemble({ 'terms/nvidia.json': { ...TERM, name } });
    expect(pack.terms[0]?.name['zh-Hant']).toBe('輝達公司');
  });

  test('adds Traditional forms of aliases, of evidence and of what makes them another thing', () => {
    const aliases = assemble().terms[0]?.aliases ?? [];
    expect(aliases.map(({ text }) => text)).toEqual(['英伟达', '輝達', '英偉達']);
    expect(aliases[2]).toMatchObject({
      strength: 'strong',
      notAfter: ['反对', '反對'],
      for: { words: ['芯片', '晶片'] },
    });
  });

  test('adds Traditional forms of the words in evidence sets', () => {
    expect(assemble({ 'evidence.json': { chips: ['软件'] } }).evidence?.chips).toEqual([
      '软件',
      '軟件',
      '軟體',
    ]);
  });
});

describe('a mistake in the files of a pack is told with file, path and reason', () => {
  const BIDI = '\u202e';
  const other = { ...TERM, aliases: [{ text: '英偉達', strength: 'strong' }] };
  const cases: [string, Files, string][] = [
    [
      'a file that is no JSON',
      { 'facts/nvidia.json': '[' },
      'data/lanterns/facts/nvidia.json: is not JSON: ',
    ],
    [
      'an unknown term of a fact',
      { 'facts/nvidia.json': [{ ...FACT, terms: ['nvidia', 'amd'] }] },
      'data/lanterns/facts/nvidia.json: [0].terms[1]: there is no term "amd"',
    ],
    [
      'an unknown related term',
      { 'terms/nvidia.json': { ...TERM, related: ['amd'] } },
      'data/lanterns/terms/nvidia.json: related[0]: there is no term "amd"',
    ],
    [
      'a missing language',
      { 'facts/nvidia.json': [{ ...FACT, text: { en: 'In 2020.' } }] },
      'data/lanterns/facts/nvidia.json: [0].text: has no "zh-Hans"',
    ],
    [
      'a missing language of the head',
      { 'pack.json': { ...HEAD, title: { 'zh-Hans': '灯笼' } } },
      'data/lanterns/pack.json: title: has no "en"',
    ],
    [
      'a date that is none',
      { 'pack.json': { ...HEAD, asOf: '2025-02-30' } },
      'data/lanterns/pack.json: asOf: is a date that is in no calendar',
    ],
    [
      'an impossible date of an event',
      {
        'events.json': [
          { id: 'x', date: '2025-13', terms: ['nvidia'], text: TERM.name, fact: 'released' },
        ],
      },
      'data/lanterns/events.json: [0].date: is a date that is in no calendar',
    ],
    [
      'an alias claimed twice',
      { 'terms/other.json': { ...TERM, aliases: [{ text: '輝達', strength: 'weak' }] } },
      'data/lanterns/terms/other.json: aliases[0].text: "輝達" is claimed by "nvidia" already',
    ],
    [
      'an alias whose Traditional form another term claims',
      { 'terms/aaa.json': other },
      'data/lanterns/terms/nvidia.json: aliases[0].text: "英偉達" is claimed by "aaa" already',
    ],
    [
      'a bidirectional override in a fact',
      { 'facts/nvidia.json': [{ ...FACT, text: { ...FACT.text, en: `In 2020${BIDI}.` } }] },
      'data/lanterns/facts/nvidia.json: [0].text.en: holds a control or bidirectional-override character',
    ],
    [
      'a control character in evidence',
      { 'evidence.json': { chips: ['a\u0007'] } },
      'data/lanterns/evidence.json: chips[0]: holds a control or bidirectional-override character',
    ],
    [
      'a figure that its text does not hold',
      {
        'facts/nvidia.json': [
          { ...FACT, figures: [{ value: '7', text: { en: '7', 'zh-Hans': '2020年' } }] },
        ],
      },
      'data/lanterns/facts/nvidia.json: [0].figures[0].text.en: "7" does not stand in the text of the fact',
    ],
    [
      'a fact in the file of another term',
      { 'facts/other.json': [{ ...FACT, id: 'second' }] },
      'data/lanterns/facts/other.json: [0].terms[0]: is "nvidia": the file holds facts whose first term is "other"',
    ],
    [
      'a fact without a passage',
      { 'facts/nvidia.json': [{ ...FACT, passage: undefined }] },
      'data/lanterns/facts/nvidia.json: [0].passage: is missing: every fact names its passage',
    ],
    [
      'a file that has no place',
      { 'notes.json': {} },
      'data/lanterns/notes.json: has no place in a pack',
    ],
    [
      'an id inside a term',
      { 'terms/nvidia.json': { ...TERM, id: 'nvidia' } },
      'data/lanterns/terms/nvidia.json: id: is not needed: the name of the file is the id',
    ],
  ];

  test.each(cases)('%s', (_title, changes, message) => {
    expect(messageOf(changes)).toContain(message);
  });

  test('everything wrong is told at once, and each once', () => {
    const message = messageOf({
      'facts/nvidia.json': [{ ...FACT, kind: 'rumour', text: { en: ' x' } }],
    });
    expect(message.split('\n')).toHaveLength(3);
  });
});
