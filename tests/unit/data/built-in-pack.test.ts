import pack from 'virtual:built-in-pack';
import { describe, expect, test } from 'vitest';
import { traditionalVariants } from '../../../scripts/built-in-pack/traditional-chinese';
import { LANGUAGES, type Language } from '../../../src/glossary/language';
import { lintPack } from '../../../src/glossary/lint-pack';
import type { Fact, LocalText, Measure } from '../../../src/glossary/pack-schema';
import { factsThatSayTheSame } from './fact-similarity';

/** Every text of the pack that a reader may see, with its place. */
const texts: [string, LocalText][] = [
  ['the title', pack.title],
  ...pack.terms.flatMap((term): [string, LocalText][] => [
    [`${term.id}: name`, term.name],
    [`${term.id}: summary`, term.summary ?? {}],
  ]),
  ...pack.facts.flatMap((fact): [string, LocalText][] => [
    [`${fact.id}: text`, fact.text],
    [`${fact.id}: attribution`, fact.attribution ?? fact.text],
    [`${fact.id}: caution`, fact.caution?.text ?? fact.text],
    [`${fact.id}: source of the caution`, fact.caution?.source ?? fact.text],
  ]),
  ...(pack.measures ?? []).map(({ id, title }): [string, LocalText] => [`${id}: title`, title]),
  ...(pack.events ?? []).map(({ id, text }): [string, LocalText] => [`${id}: text`, text]),
];

/** The places whose text in one of the languages holds what it should not. */
function placesWith(pattern: RegExp, languages: readonly Language[]): string[] {
  return texts.flatMap(([place, text]) =>
    languages
      .filter((language) => pattern.test(text[language] ?? ''))
      .map((language) => `${place} (${language}): ${text[language]}`),
  );
}

const factOf = new Map(pack.facts.map((fact) => [fact.id, fact]));

describe('every term', () => {
  test('has a summary in each language', () => {
    const without = pack.terms.filter(({ summary }) => LANGUAGES.some((tag) => !summary?.[tag]));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('has a fact in each language', () => {
    const told = (id: string, tag: Language) =>
      pack.facts.some(({ terms, text }) => terms.includes(id) && text[tag]);
    const without = pack.terms.filter(({ id }) => LANGUAGES.some((tag) => !told(id, tag)));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('has two to five related terms, without itself or the same twice', () => {
    const ids = new Set(pack.terms.map(({ id }) => id));
    const wrong = pack.terms.filter(({ id, related = [] }) => {
      const distinct = new Set(related.filter((other) => other !== id && ids.has(other)));
      return distinct.size !== related.length || related.length < 2 || related.length > 5;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('every fact', () => {
  test('is there in each language', () => {
    expect(texts.filter(([, text]) => LANGUAGES.some((tag) => !text[tag]))).toEqual([]);
  });

  test('names its passage', () => {
    const last = 28;
    const without = pack.facts.filter(({ passage = 0 }) => passage < 1 || passage > last);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('has its figures in the text of each language', () => {
    const missing = pack.facts.flatMap(({ id, text, figures = [] }) =>
      figures.flatMap((figure) =>
        LANGUAGES.filter((tag) => !figure.text[tag] || !text[tag]?.includes(figure.text[tag])).map(
          (tag) => `${id}: ${figure.value} (${tag})`,
        ),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('tells every number in digits as a figure', () => {
    const names = /[A-Za-z]+-?\d[\w.]*(?:-\w+)*|AIME 2024/g;
    const untold = pack.facts.flatMap(({ id, text, figures = [] }) => {
      const rest = figures.reduce(
        (left, figure) => left.replaceAll(figure.text.en ?? '', ''),
        (text.en ?? '').replaceAll(names, ''),
      );
      return /\d/.test(rest) ? [`${id}: ${rest}`] : [];
    });
    expect(untold).toEqual([]);
  });

  test('that is a view says whose', () => {
    const without = pack.facts.filter(
      ({ kind, attribution }) => kind === 'expert-view' && attribution === undefined,
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('says something that no other fact of its terms says', () => {
    expect(factsThatSayTheSame(pack.facts)).toEqual([]);
  });

  test('and every summary reads well on a card', () => {
    expect(lintPack(pack).filter(({ path }) => !path.includes('.aliases'))).toEqual([]);
  });
});

describe('the check for facts that say the same', () => {
  const withParaphrase = (id: string, en: string, simplified: string) => {
    const original = factOf.get(id) as Fact;
    const text = { en, 'zh-Hans': simplified };
    return factsThatSayTheSame([...pack.facts, { ...original, id: 'paraphrase', text }]);
  };

  test.each([
    ['gpt4-cost', 'Training GPT-4 took over 100 million dollars.', '训练GPT-4花了超过1亿美元。'],
    [
      'r1-vs-o1-date',
      'Less than half a year after OpenAI released o1, R1 came out.',
      'o1发布后不到半年，R1就问世了。',
    ],
    [
      'high-flyer',
      'High-Flyer, a quantitative fund, is the investor behind DeepSeek.',
      '幻方量化这家基金公司是DeepSeek的投资方。',
    ],
    [
      'distill-limit',
      'To get from 60 points to 70 a model must find its own way; distillation makes no real progress.',
      '靠蒸馏没有真正的进步，从60分到70分要自己找新路。',
    ],
  ])('finds another wording of %s', (id, en, simplified) => {
    expect(withParaphrase(id, en, simplified)).toEqual([
      expect.stringContaining(`${id} and paraphrase`),
    ]);
  });
});

describe('the words', () => {
  const ALTERED =
    `模子 进修 机能 年夜 留神力 练习 盘算 海内 混杂专家 教学 提醒词 消息周刊 顺序 力气 寰球 天下
    鼎力 收费榜 翻新 奥秘 迷信 言语 讲演 本钱 取得 才干 贸易 先生 岁尾 开辟者`.split(/\s+/u);

  test('of the altered copy of the report stand in no text and in no alias', () => {
    const forms = ALTERED.flatMap((word) => [word, ...traditionalVariants(word)]);
    const pattern = new RegExp(forms.join('|'), 'u');
    expect(placesWith(pattern, LANGUAGES)).toEqual([]);
    const aliases = pack.terms.flatMap(({ aliases: all }) => all.map(({ text }) => text));
    expect(aliases.filter((text) => pattern.test(text))).toEqual([]);
  });

  test('of English texts use typographic quotation marks and no full-width ones', () => {
    expect(placesWith(/["'\u3000-\u303f\uff00-\uffef]|\p{Script=Han}/u, ['en'])).toEqual([]);
  });

  test('of Chinese texts have full-width punctuation', () => {
    const halfWidth = /\p{Script=Han}[,;:!?()"'.]|[,;:!?()"']\p{Script=Han}|["']/u;
    expect(placesWith(halfWidth, ['zh-Hans', 'zh-Hant'])).toEqual([]);
  });

  test('of Chinese texts have no space between Chinese and Latin', () => {
    const space = /\p{Script=Han} |[，。；：、（）“”「」《》] | \p{Script=Han}/u;
    expect(placesWith(space, ['zh-Hans', 'zh-Hant'])).toEqual([]);
  });

  test('of Traditional Chinese texts have its quotation marks and no Simplified characters', () => {
    expect(placesWith(/[“”‘’]/u, ['zh-Hant'])).toEqual([]);
    expect(placesWith(/[「」『』]/u, ['zh-Hans'])).toEqual([]);
    expect(placesWith(/[们这说时让对发过还没点个学为会从开无东]/u, ['zh-Hant'])).toEqual([]);
  });

  test('of Chinese texts are never an English text left as it was', () => {
    const names = /^(?:[\w .-]+|OpenAI o1)$/u;
    const english = texts.filter(
      ([, text]) => !names.test(text.en ?? '') && !/\p{Script=Han}/u.test(text['zh-Hans'] ?? ''),
    );
    expect(english).toEqual([]);
  });
});

describe('every measure and event', () => {
  /** The number as the English text of its fact writes it. */
  function written(unit: Measure['unit'], value: number): string {
    if (unit === 'us-dollars') return `${value / 1e6} million US dollars`;
    if (unit === 'share') return { 30: 'a thirtieth' }[Math.round(1 / value)] ?? 'what o1 costs';
    return String(value);
  }

  test('takes its values from the fact it names, or from the caution of that fact', () => {
    const wrong = (pack.measures ?? []).flatMap(({ id, unit, values }) =>
      values
        .filter(({ value, fact, fromCaution }) => {
          const source = factOf.get(fact);
          const text = fromCaution ? source?.caution?.text.en : source?.text.en;
          return !text?.includes(written(unit, value));
        })
        .map(({ term }) => `${id}: ${term}`),
    );
    expect(wrong).toEqual([]);
  });

  test('says in words what its qualifier says', () => {
    const words = { about: /\babout\b/, nearly: /\bnearly\b/, 'more-than': /\bmore than\b/ };
    const wrong = (pack.measures ?? []).flatMap(({ values }) =>
      values.filter(
        ({ qualifier, fact }) =>
          qualifier !== 'exact' && !words[qualifier].test(factOf.get(fact)?.text.en ?? ''),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('has the year that its fact has', () => {
    const wrong = (pack.events ?? []).filter(
      ({ date, fact }) => !factOf.get(fact)?.text.en?.includes(date.slice(0, 4)),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
