import { describe, expect, it } from 'vitest';
import { lintPack } from '../../../src/glossary/lint-pack';
import type { Pack } from '../../../src/glossary/pack-schema';
import { riskOfAlias } from '../../../src/glossary/risky-alias';
import { makePack } from '../packs/make-pack';

function goodPack(): Pack {
  const pack = makePack();
  for (const term of pack.terms) term.summary = { en: 'What it is.' };
  for (const fact of pack.facts) fact.passage = 1;
  return pack;
}

/** The advice on a good pack after one change. */
function adviceAfter(change: (pack: Pack) => void): string[] {
  const pack = goodPack();
  change(pack);
  return lintPack(pack).map(({ path, reason }) => `${path} ${reason}`);
}

type First<List> = List extends (infer Item)[] ? Item : never;
const first = <Item>(list: Item[]): Item => list[0] as First<Item[]>;

describe('advice on a pack', () => {
  it('has nothing to say of a good pack', () => {
    expect(lintPack(goodPack())).toEqual([]);
  });

  it.each<[string, (pack: Pack) => void, string]>([
    [
      'a strong alias that is an everyday word',
      (pack) => {
        first(first(pack.terms).aliases).text = 'The';
      },
      'terms[0].aliases[0] "The" is an everyday word',
    ],
    [
      'a weak alias without evidence',
      (pack) => {
        first(first(pack.terms).aliases).strength = 'weak';
      },
      'terms[0].aliases[0] "name 0" is weak and nothing speaks for it',
    ],
    [
      'a language that the title has and a text lacks',
      (pack) => {
        pack.title['zh-Hans'] = '另一份报告';
        for (const term of pack.terms) term.name['zh-Hans'] = '名称';
        for (const { summary } of pack.terms) if (summary) summary['zh-Hans'] = '说明';
        for (const fact of pack.facts.slice(1)) fact.text['zh-Hans'] = '要点';
      },
      'facts[0].text is missing in zh-Hans',
    ],
    [
      'an overlong fact',
      (pack) => {
        first(pack.facts).text.en = 'word '.repeat(100).trim();
      },
      'facts[0].text.en takes the room of 499 letters',
    ],
    [
      'a view without its owner',
      (pack) => {
        first(pack.facts).kind = 'expert-view';
      },
      'facts[0] is a view and does not say whose',
    ],
    [
      'a term that no fact is about',
      (pack) => {
        pack.facts = pack.facts.filter(({ terms }) => terms[0] !== 'term-1');
      },
      'terms[1] has no fact',
    ],
    [
      'a fact without its passage',
      (pack) => {
        delete first(pack.facts).passage;
      },
      'facts[0] names no passage',
    ],
    [
      'a term without a summary',
      (pack) => {
        delete first(pack.terms).summary;
      },
      'terms[0] has no summary',
    ],
  ])('points out %s', (_what, change, expected) => {
    expect(adviceAfter(change)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('the risk of an alias', () => {
  it.each([
    ['the', 'everyday-word'],
    ['AI', 'everyday-word'],
    ['ＡＩ', 'everyday-word'],
    ['模型', 'everyday-word'],
    ['x', 'too-short'],
    ['R1', 'too-short'],
    ['2,024', 'number'],
    ['幻方', undefined],
    ['Qwen', undefined],
    ['DeepSeek R1', undefined],
  ])('%s: %s', (text, expected) => {
    expect(riskOfAlias(text)).toBe(expected);
  });
});
