import { describe, expect, it } from 'vitest';
import type { Alias, Category } from '../../../src/glossary/pack-schema.ts';
import { buildIndex } from '../../../src/matcher/build-index.ts';
import { openMatcher } from '../../../src/matcher/open-matcher.ts';
import { packOf } from './pack-of.ts';

const KIN = ['big', 'small', 'q1', 'q2', 'brew'];
const weak = (text: string, against: string[] = [], word = 'brewed'): Alias => ({
  text,
  strength: 'weak',
  for: { terms: KIN, words: [word] },
  ...(against.length > 0 && { against: { words: against } }),
});

const matcher = openMatcher(
  buildIndex([
    withCategories(
      packOf({
        big: [{ text: 'Acme Big', strength: 'strong' }],
        small: [{ text: 'Acme Small', strength: 'strong' }],
        q1: [weak('Q1', ['road'])],
        q2: [weak('Q2')],
        brew: [weak('brewed', ['tea'], 'hops')],
        calm: [weak('calm')],
      }),
      { brew: 'idea', calm: 'idea' },
    ),
  ]),
);

function withCategories(pack: ReturnType<typeof packOf>, categories: Record<string, Category>) {
  const terms = pack.terms.map((term) => ({ ...term, category: categories[term.id] ?? 'model' }));
  return { ...pack, terms } as typeof pack;
}

/** The names marked in a page of these blocks, as they are written. */
function markedIn(...blocks: string[]): string[] {
  const readings = blocks.map((block) => matcher.read(block) ?? matcher.readNameless(block));
  return matcher
    .decide(readings)
    .flatMap(({ block, mentions }) =>
      mentions.map(({ start, end }) => blocks[block]?.slice(start, end) ?? ''),
    );
}

/** A paragraph, too long to be a heading or a cell, in which nothing is named. */
const PARAGRAPH = 'Nothing is said in this paragraph that anybody would call a name.';
const named = (names: string) => `${names}, says the report that came out on Friday of last week.`;
const bare = (name: string) =>
  `Then came ${name}, and for a while there was not much else to talk of.`;

describe('names near a short one', () => {
  it('are enough for that of a model once there are some, though none stands in its block', () => {
    expect(markedIn(named('Acme Big'), bare('Q2'))).toEqual(['Acme Big']);
    expect(markedIn(named('Acme Big'), bare('Q2'), named('Acme Small, brewed'))).toContain('Q2');
  });

  it('are not enough for an idea, whose names are mostly words of other uses', () => {
    expect(markedIn(named('Acme Big'), bare('calm'), named('Acme Small'))).not.toContain('calm');
  });

  it('are not enough where anything on the page speaks against it', () => {
    const page = [named('Acme Big'), bare('Q1'), named('Acme Small, brewed')];
    expect(markedIn(...page)).toContain('Q1');
    const far = [PARAGRAPH, PARAGRAPH, PARAGRAPH, named('A road, Q1')];
    expect(markedIn(...page, ...far)).not.toContain('Q1');
  });

  it('speak for the next once they are found to mean their terms', () => {
    const page = [named('Acme Big and Acme Small, brewed'), bare('Q1'), bare('Q2')];
    expect(markedIn(...page)).toEqual(['Acme Big', 'Acme Small', 'brewed', 'Q1', 'Q2']);
  });

  it('reach a cell from the rows above it, and no paragraph', () => {
    const rows = ['Acme Big', '2.50', '10.00', '64K', 'Acme Small, brewed', '0.15', '0.60', '32K'];
    expect(markedIn(...rows, 'Q2')).toContain('Q2');
    expect(markedIn(...rows, bare('Q2'))).not.toContain('Q2');
    const paragraphs = [PARAGRAPH, PARAGRAPH, PARAGRAPH];
    expect(markedIn(...rows, ...paragraphs, 'Q2')).not.toContain('Q2');
  });
});

describe('a block without a name', () => {
  const WORDS = 'They brewed it at the mill, and at the yard, and in the barn.';
  const pageOfMill = openMatcher(
    buildIndex([
      withCategories(
        packOf({
          q1: [
            {
              text: 'Q1',
              strength: 'weak',
              for: { words: ['brewed', 'mill', 'yard', 'barn'] },
              against: { words: ['road'] },
            },
          ],
        }),
        {},
      ),
    ]),
  );
  const marked = (...blocks: string[]) =>
    pageOfMill
      .decide(blocks.map((block) => pageOfMill.read(block) ?? pageOfMill.readNameless(block)))
      .map(({ block }) => block);

  it('speaks for those near it, and for none farther off', () => {
    expect(marked(bare('Q1'))).toEqual([]);
    expect(marked(WORDS, bare('Q1'))).toEqual([1]);
    expect(marked(bare('Q1'), PARAGRAPH, WORDS)).toEqual([0]);
    expect(marked(WORDS, PARAGRAPH, PARAGRAPH, PARAGRAPH, bare('Q1'))).toEqual([]);
  });

  it('speaks against them as well', () => {
    expect(marked(WORDS, bare('Q1'), 'The road is long.')).toEqual([]);
  });
});

describe('a name that was found to mean something else', () => {
  it('says nothing for those around it', () => {
    expect(markedIn('Hops, brewed in the calm.')).toEqual(['brewed', 'calm']);
    expect(markedIn('Hops and tea, brewed in the calm.')).toEqual([]);
  });

  it('says nothing for a model either', () => {
    const sights = 'Then there were Q1 and Q2, which everybody wanted to see';
    expect(markedIn(named('Acme Big'), `${sights}.`)).toContain('Q2');
    expect(markedIn(named('Acme Big'), `${sights} from the road.`)).toEqual(['Acme Big']);
  });
});
