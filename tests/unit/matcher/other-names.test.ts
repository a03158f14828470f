import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/matcher/build-index.ts';
import { openMatcher } from '../../../src/matcher/open-matcher.ts';
import { packOf } from './pack-of.ts';

const pack = packOf({
  gpt: [{ text: 'GPT', strength: 'weak', exactCase: true, for: { words: ['prompt'] } }],
  rl: [{ text: 'RL', strength: 'weak', exactCase: true, for: { words: ['prompt'] } }],
  distilling: [{ text: 'distillation', strength: 'weak', for: { words: ['prompt', '提示词'] } }],
  蒸馏: [{ text: '蒸馏', strength: 'weak', for: { words: ['提示词'] } }],
  acme: [{ text: 'Acme', strength: 'strong', notBefore: ['5'] }],
  'acme-4': [{ text: 'Acme 4', strength: 'strong' }],
  nut: [{ text: 'acorn', strength: 'weak', for: { words: ['X100', 'prompt'] } }],
  'acme-r1': [{ text: 'Acme R1', strength: 'strong' }],
});
const matcher = openMatcher(
  buildIndex([
    {
      ...pack,
      terms: pack.terms.map((term) => (term.id === 'gpt' ? { ...term, category: 'model' } : term)),
    },
  ]),
);

/** The names that are marked in a sentence about a prompt, which is evidence enough for all of them. */
function marked(text: string): string[] {
  return markedIn(`prompt 提示词 ${text}`);
}

function markedIn(block: string): string[] {
  return matcher
    .decide([matcher.read(block)])
    .flatMap(({ mentions }) => mentions.map(({ start, end }) => block.slice(start, end)));
}

describe('an acronym', () => {
  it.each(['Car-GPT', 'DB-GPT', 'SWE-RL', 'GPT-Live', 'RL-Zoo', 'GPT-NEXT', 'RLS', 'RLHF'])(
    'is a part of the longer name in %s',
    (text) => {
      expect(marked(`we saw ${text} today`)).toEqual([]);
    },
  );

  it.each([
    ['RL-based', 'RL'],
    ['RL-Driven', 'RL'],
    ['offline-RL', 'RL'],
    ['Offline-RL', 'RL'],
    ['pre-GPT', 'GPT'],
    ['GPT-Style', 'GPT'],
    ['GPTs', 'GPTs'],
  ])('is itself in %s', (text, name) => {
    expect(marked(`we saw ${text} today`)).toEqual([name]);
  });
});

describe('the name of a model that is a word as well', () => {
  it('is another thing’s behind or before a name', () => {
    expect(marked('we use Document GPT daily')).toEqual([]);
    expect(marked('we use GPT Researcher daily')).toEqual([]);
    expect(marked('we use GPT AI Flow daily')).toEqual([]);
  });

  it('is its own after a plain word and before capitals', () => {
    expect(marked('. Using GPT daily')).toEqual(['GPT']);
    expect(marked('we call the GPT API daily')).toEqual(['GPT']);
  });
});

describe('a sure name with a number', () => {
  it('is another model where it hangs on a name', () => {
    expect(marked('we tried LAB-Acme-R1 and Fin-Acme-R1')).toEqual([]);
  });

  it('is itself behind a word that says how it stands to it', () => {
    expect(marked('we tried pre-Acme-R1 and Post-Acme R1 times')).toEqual(['Acme-R1', 'Acme R1']);
  });
});

describe('a full stop', () => {
  it('makes an identifier of what it joins, and may end a sentence without a space', () => {
    expect(marked('we call Acme.ASPClient')).toEqual([]);
    expect(marked('we call acme.client')).toEqual([]);
    expect(marked('we call Acme.Then we wait')).toEqual(['Acme']);
  });
});

describe('a name written small', () => {
  it('is a part of a package behind another word in small letters', () => {
    expect(marked('we install llm-acme and awesome-acme-list')).toEqual([]);
    expect(marked('we install acme-python and acme-docker')).toEqual([]);
  });

  it('is a package where it is installed or has a version', () => {
    expect(marked('I tried pip install -U other acme, then npm i acme')).toEqual([]);
    expect(marked('it needs acme==1.3 or acme>=2')).toEqual([]);
    expect(marked('how to install acme, or add acme = more')).toEqual(['acme', 'acme']);
  });

  it('is itself behind a word that says how it stands to it, and with its capital', () => {
    expect(
      marked('in pre-acme times, non-acme tools, acme-compatible ones and Tern-Acme deals'),
    ).toEqual(['acme', 'acme', 'acme', 'Acme']);
  });
});

describe('a slash', () => {
  it('parts two words in Chinese and in lists', () => {
    expect(marked('无需训练/蒸馏')).toEqual(['蒸馏']);
    expect(marked('for fine-tuning/distillation')).toEqual(['distillation']);
  });

  it('makes a path of what stands in an address, a folder or the title of a repository', () => {
    expect(marked('see /distillation or ~/distillation')).toEqual([]);
    expect(marked('see https://x.org/distillation')).toEqual([]);
    expect(marked('Issue #12 · Mill-Lab/fast-distillation')).toEqual([]);
    expect(marked('mill7/own-distillation · Datasets')).toEqual([]);
    expect(marked('见/r/acme/top')).toEqual([]);
  });
});

describe('a number behind a name', () => {
  it('is its version', () => {
    expect(marked('we saw Acme 5 today')).toEqual([]);
    expect(marked('we saw Acme 4 today')).toEqual(['Acme 4']);
  });

  it('is none where it counts what follows', () => {
    expect(marked('it took Acme 5 minutes')).toEqual(['Acme']);
    expect(marked('we use Acme 4 hours a day')).toEqual(['Acme']);
    expect(marked('用 Acme 5分钟写完')).toEqual(['Acme']);
  });
});

describe('a word of the field', () => {
  it('may be the plural of a number', () => {
    expect(markedIn('an acorn on two X100s')).toEqual(['acorn']);
    expect(markedIn('an acorn on two X100st')).toEqual([]);
  });

  it('is no part of an identifier', () => {
    expect(markedIn('an acorn by a prompt.')).toEqual(['acorn']);
    expect(markedIn('an acorn by run_prompt.')).toEqual([]);
  });
});
