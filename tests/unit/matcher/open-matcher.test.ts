import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/matcher/build-index.ts';
import { WORD_BREAK } from '../../../src/matcher/mention.ts';
import { openMatcher } from '../../../src/matcher/open-matcher.ts';
import { packOf } from './pack-of.ts';

const matcher = openMatcher(
  buildIndex([
    packOf({
      'acme-r1': [
        { text: 'Acme R1', strength: 'strong', notBefore: ['Lite'] },
        {
          text: 'R1',
          strength: 'weak',
          notBefore: ['Lite'],
          for: { terms: ['acme'], words: ['benchmark', 'score'] },
        },
      ],
      acme: [{ text: 'Acme', strength: 'strong', notBefore: ['V2', 'R1'] }],
      roast: [{ text: 'cold start', strength: 'weak', for: { words: ['training'] } }],
    }),
  ]),
);

/** The mentions of a page of these blocks, as `text=term`. */
function mentionsOf(...blocks: string[]): string[] {
  const decided = matcher.decide(blocks.map((block) => matcher.read(block)));
  return decided.flatMap(({ block, mentions }) =>
    mentions.map(({ start, end, term }) => `${blocks[block]?.slice(start, end)}=${term}`),
  );
}

describe('a matcher', () => {
  it('reads every spelling of spaces, hyphens, case and width as the one name', () => {
    for (const name of [
      'Acme R1',
      'acme-r1',
      'ACME\u2011R1',
      'Acme\u00a0R1',
      'AcmeR1',
      'Ac\u00adme R1',
      'Ａｃｍｅ Ｒ１',
      '𝐀𝐜𝐦𝐞 𝐑𝟏',
      'Acme\n   R1',
    ]) {
      expect(mentionsOf(`We tried ${name}, twice.`), name).toEqual([`${name}=acme-r1`]);
      expect(matcher.tracesIn(`glued${name}together`), name).not.toEqual([]);
    }
  });

  it('takes no part of a longer word, address, path or version for a name', () => {
    for (const text of [
      'Acmes Acmeist',
      'acme.com',
      '@acme',
      'x@acme.org',
      'https://a.b/acme',
      'acme_key',
      'Acme R1.5',
      'xAcme R12',
      '#acme',
    ]) {
      expect(mentionsOf(text), text).toEqual(text === 'Acmes Acmeist' ? ['Acmes=acme'] : []);
    }
  });

  it('lets a name that goes on as another thing mean nothing', () => {
    expect(mentionsOf('Acme R1-Lite and Acme V2 and Acme R1 Lite and Acme R1.5')).toEqual([]);
  });

  it('lets a shorter name stand where the longer one goes on as another thing', () => {
    expect(mentionsOf('Acme V3')).toEqual(['Acme=acme']);
  });

  it('believes a short form where the full name stands, and not where another owns it', () => {
    expect(mentionsOf('Acme R1 is out.', 'So R1 is here.')).toEqual([
      'Acme R1=acme-r1',
      'R1=acme-r1',
    ]);
    expect(mentionsOf('Acme R1 is out.', 'The Rabbit R1 is not.')).toEqual(['Acme R1=acme-r1']);
    expect(mentionsOf('So R1 is here.')).toEqual([]);
  });

  it('joins no words across a word break', () => {
    expect(mentionsOf(`Acme${WORD_BREAK}R1`)).toEqual(['Acme=acme', 'R1=acme-r1']);
    expect(mentionsOf(`x${WORD_BREAK}Acme`)).toEqual(['Acme=acme']);
  });

  it('reads nothing in a text without names', () => {
    expect(matcher.read('A quiet page on gardens.')).toBeUndefined();
    expect(matcher.tracesIn('A quiet page on gardens.')).toEqual([]);
  });

  it('stops after every block with a name while it decides, and comes to the same', () => {
    const blocks = ['Acme R1 leads.', 'No name.', 'R1 leads the benchmark.'].map((block) =>
      matcher.read(block),
    );
    const deciding = matcher.deciding(blocks);
    let stops = 0;
    let step = deciding.next();
    for (; !step.done; step = deciding.next()) stops++;
    // Looked through, weighed, heard among its neighbours and heard on its page, each of them.
    expect(stops).toBe(2 * 4);
    expect(step.value).toEqual(matcher.decide(blocks));
    expect(step.value).toHaveLength(2);
  });

  it('says what speaks for and against a name, also where it was not taken', () => {
    const blocks = [
      'Acme R1 leads the benchmark.',
      'The Rabbit R1, on the other hand, leads nothing.',
    ];
    const decided = matcher.decide(
      blocks.map((block) => matcher.read(block)),
      { why: true },
    );
    const rabbit = decided.find(({ block }) => block === 1)?.rejected?.[0]?.why;
    expect(rabbit?.reasons).toContainEqual({
      text: 'Rabbit',
      kind: 'name',
      weight: -2,
      where: 'beside',
    });
    expect(rabbit?.reasons).toContainEqual({
      text: 'acme-r1',
      kind: 'term',
      weight: 1.2,
      where: 'near',
    });
    expect(rabbit?.score).toBeLessThan(rabbit?.threshold ?? 0);
  });

  it('holds a bare name for the rival that was named last', () => {
    const rival = [
      'Acme R1 is out.',
      'The Rabbit R1 is too.',
      'A Rabbit R1 costs 199.',
      'So R1 it is.',
    ];
    expect(mentionsOf(...rival)).toEqual(['Acme R1=acme-r1']);
    expect(mentionsOf(...rival, 'Back to Acme R1.', 'So R1 it is').slice(1)).toEqual([
      'Acme R1=acme-r1',
      'R1=acme-r1',
    ]);
  });

  it('hears what stands beside a name that goes on as another thing', () => {
    expect(mentionsOf('Model', 'R1', 'R1-mini, its benchmark score')).toEqual(['R1=acme-r1']);
    expect(mentionsOf('Model', 'R1', 'A benchmark score')).toEqual([]);
    expect(mentionsOf('Acme R1 Lite', 'So R1 it is.')).toEqual([]);
  });

  it('weighs what stands in the title as if it stood near', () => {
    const title = matcher.readTitle('A benchmark by Acme');
    const reading = matcher.read('R1 in a benchmark');
    const short = matcher.read('R1 alone');
    expect(matcher.decide([reading], { title })).toHaveLength(1);
    expect(matcher.decide([short], { title })).toHaveLength(0);
  });
});
