import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { bundle } from './support/bundle';
import { inEachBrowser } from './support/in-each-browser';
import { openHtml } from './support/marks';
import type { Compared, Edit, Part } from './support/read-both-ways';

const TEXTS = [
  ...['DeepSeek', ' R1', 'R1', 'o1', 'RL', 'agentic', 'mixture', ' of ', 'experts'],
  ...['x', ' ', ' and ', '-mini', '\u00ad', '。'],
];

/** Elements of every kind, those of which pages are made more often. */
const TAGS =
  'div div p a a span span b li td section sup script style noscript rt code svg button img br pre textarea my-part';

const ATTRIBUTES = ['', '', '', '', '', '', 'contenteditable', 'class=katex'];

const { part: PART, parts: PARTS } = fc.letrec<{ part: Part; parts: Part[] }>((tie) => ({
  parts: fc.array(tie('part'), { maxLength: 5 }),
  part: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...TEXTS),
    fc.tuple(fc.constantFrom(...TAGS.split(' ')), fc.constantFrom(...ATTRIBUTES), tie('parts')),
  ),
}));

const EDIT = fc.record<Edit>({
  kind: fc.constantFrom(
    ...([
      'append',
      'insert',
      'remove',
      'move',
      'move',
      'move',
      'replace',
      'write',
      'wipe',
      'split',
      'edit',
    ] as const),
  ),
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  parts: PARTS,
  text: fc.constantFrom(...TEXTS),
});

/** What is done between one reading and the next, some times. */
const EDITS = fc.array(fc.array(EDIT, { minLength: 1, maxLength: 4 }), {
  minLength: 4,
  maxLength: 8,
});

const SEED = 28_01_2025;
/** What chance seldom makes: a name with something unread in it. */
const CUT: Part[][] = ['script', 'style'].map((tag) => [
  ['p', '', ['A mixture of ', [tag, '', ['.x { color: red }']], ['b', '', ['experts']], '.']],
]);
const PAGES = [...CUT, ...fc.sample(PARTS, { seed: SEED, numRuns: 2_000 })];
const MANY_PARTS = fc.array(PART, { minLength: 10, maxLength: 20 });
const LIVES = fc.sample(fc.tuple(MANY_PARTS, EDITS), { seed: SEED, numRuns: 400 });

inEachBrowser((world) => {
  let pages: readonly Compared[];
  let lives: readonly Compared[];

  beforeAll(async () => {
    pages = await compared('readPages', PAGES);
    lives = await compared('readLives', LIVES);
  });

  /** Has pages read both ways, by the function of a name in `read-both-ways.ts`. */
  async function compared(read: string, states: readonly unknown[]): Promise<Compared[]> {
    const page = await openHtml(world, '<p>Nothing yet.</p>');
    const script = await bundle('tests/browser/support/read-both-ways.ts', 'ways');
    const all = (await page.evaluate(
      `(() => { ${script}; return ways.${read}(${JSON.stringify(states)}); })()`,
    )) as Compared[];
    return all;
  }

  test('the lines that traces of names lead to are all those in which a walk over everything finds names', () => {
    expect(pages.filter(({ walked }) => walked.length > 0).length).toBeGreaterThan(300);
    expect(pages.filter(({ read, walked }) => listed(read) !== listed(walked))).toEqual([]);
  });

  test('so are they in one page of all these, of which the text is taken in pieces', async () => {
    const [whole] = await compared('readPages', [PAGES.map((parts) => ['div', '', parts])]);
    const read = new Set(whole?.read);
    expect(whole?.walked.length).toBeGreaterThan(300);
    expect(whole?.walked.filter((text) => !read.has(text))).toEqual([]);
    expect(whole && listed(whole.read)).toBe(whole && listed(whole.walked));
  });

  test('the first look sees a name wherever there is one', () => {
    expect(pages.filter(({ walked, isSeen }) => walked.length > 0 && !isSeen)).toEqual([]);
  });

  test('the first look sees none in what is not read, in longer words and across the edge of a block', async () => {
    const all = await compared('readPages', [
      [['code', '', ['o1']], ' and ', ['pre', '', ['R1']], ['button', '', ['RL']]],
      [
        ['div', 'contenteditable', ['o1 ', ['b', '', ['R1']]]],
        ['p', '', ['rest']],
      ],
      [['p', '', ['Sum ', ['span', 'class=katex', ['R1']], '.']]],
      ['xo1', ['p', '', ['co1d R1x']], 'maRLin'],
      [
        ['div', '', ['no']],
        ['div', '', ['1 of two']],
      ],
      [
        ['td', '', ['R']],
        ['td', '', ['1']],
        ['td', '', ['2']],
      ],
      [
        ['p', '', ['a mixture']],
        ['p', '', ['of experts']],
      ],
      [
        ['p', '', ['the R']],
        ['p', '', ['1st']],
      ],
    ] satisfies Part[][]);
    expect(all.filter(({ walked, isSeen }) => walked.length > 0 || isSeen)).toEqual([]);
  });

  test('after each change of a page all is known that a walk over everything finds', () => {
    expect(lives.filter(({ read, walked }) => listed(read) !== listed(walked))).toEqual([]);
  });

  test('the first look sees a name wherever a change brings one', () => {
    const brought = lives.filter(({ walked }, index) => {
      const before = lives[index - 1]?.walked.map((text) => text.trim()) ?? [];
      return walked.some((text) => !before.includes(text.trim()));
    });
    expect(brought.length).toBeGreaterThan(100);
    expect(brought.filter(({ isSeen }) => !isSeen)).toEqual([]);
  });
});

/** Without the blanks around: one that comes beside a text is not read again for. */
const listed = (texts: readonly string[]): string =>
  JSON.stringify(texts.map((text) => text.trim()));
