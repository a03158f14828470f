const en = (text: string) => ({ en: text });

/** A pack that uses every part of the format. */
export const VALID = {
  $schema: 'https://example.org/pack.schema.json',
  format: 1,
  id: 'lanterns',
  version: '1.2.3',
  title: { en: 'Lanterns', 'zh-Hans': '灯笼', 'zh-Hant': '燈籠' },
  source: {
    publisher: en('Lantern Weekly'),
    title: en('Light'),
    date: '2025-01-28',
    language: 'en-GB',
    link: 'https://example.org/light?page=1#top',
  },
  asOf: '2025-01-28',
  licence: 'CC BY 4.0',
  evidence: { trade: ['wick', 'oil'] },
  terms: [
    {
      id: 'lantern',
      category: 'idea',
      name: en('Lantern'),
      summary: en('A light to carry.'),
      aliases: [
        { text: 'lantern light', strength: 'strong' },
        {
          text: 'Lantern',
          strength: 'weak',
          exactCase: true,
          for: { words: ['wick'], sets: ['trade'], terms: ['oil'] },
          against: { words: ['fish'] },
          notBefore: ['fish'],
          notAfter: ['Green'],
        },
      ],
      related: ['oil'],
    },
    {
      id: 'oil',
      category: 'organisation',
      name: en('Oil'),
      aliases: [{ text: 'Oil Co', strength: 'strong' }],
    },
  ],
  facts: [
    {
      id: 'brighter',
      terms: ['lantern', 'oil'],
      text: en('It is 3% brighter.'),
      kind: 'measured',
      attribution: en('Somebody'),
      figures: [{ value: '3%', text: en('3%') }],
      passage: 4,
      date: '2024-02-29',
      caution: { text: en('Once.'), source: en('A paper') },
      source: { publisher: en('P'), title: en('T'), date: '2025-01-28', language: 'zh' },
    },
  ],
  measures: [
    {
      id: 'brightness',
      title: en('Brightness'),
      unit: 'percent',
      better: 'higher',
      values: [
        { term: 'lantern', value: 3, qualifier: 'about', fact: 'brighter', fromCaution: true },
      ],
    },
  ],
  events: [{ id: 'lit', date: '2024-02', terms: ['lantern'], text: en('Lit'), fact: 'brighter' }],
};
