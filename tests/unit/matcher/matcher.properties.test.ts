import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alias } from '../../../src/glossary/pack-schema.ts';
import { buildIndex } from '../../../src/matcher/build-index.ts';
import { findAnchors } from '../../../src/matcher/find-anchors.ts';
import { foldText } from '../../../src/matcher/fold-text.ts';
import { Lexicon } from '../../../src/matcher/lexicon.ts';
import { makeGate } from '../../../src/matcher/make-gate.ts';
import { openNameSearch } from '../../../src/matcher/name-search.ts';
import { openMatcher } from '../../../src/matcher/open-matcher.ts';
import { Places } from '../../../src/matcher/places.ts';
import { nodesOf } from '../../../src/page/block-places.ts';
import { TextBlock } from '../../../src/page/text-block.ts';
import { packOf } from './pack-of.ts';

const NAMES = [
  'Acme R1',
  'Acme',
  'GPT-4o',
  '深度求索',
  'App Store',
  '生成式AI',
  'Qx 7',
  'Éco',
  '镓',
  'Q learning',
  'AI 大模型',
  '大模型',
];
/** Names of which only one spelling counts. */
const SPELT = ['RLX', 'ＡＧＩ'];

const aliasesOf = (names: readonly string[], more: Partial<Alias>): [string, Alias[]][] =>
  names.map((text) => [
    `term-${text.codePointAt(0)}-${text.length}`,
    [{ text, strength: 'strong', ...more }],
  ]);

const index = buildIndex([
  packOf(Object.fromEntries([...aliasesOf(NAMES, {}), ...aliasesOf(SPELT, { exactCase: true })])),
]);
const matcher = openMatcher(index);
const search = openNameSearch(index);
const anchors = findAnchors(index);
const anchored = openNameSearch({ ...index, anchors });
const matcherByPieces = openMatcher({ ...index, anchors });
const gated = openMatcher({ ...index, gate: makeGate(index.aliases) });

const decided = (blocks: readonly string[]) =>
  matcher
    .decide(blocks.map((block) => matcher.read(block)))
    .flatMap(({ block, mentions }) => mentions.map((mention) => ({ block, ...mention })));

const lettersOf = (text: string) => foldText(text).text.replace(/[\s\u2013-]/g, '');

const name = fc.constantFrom(...NAMES);
const longName = name.filter(({ length }) => length > 1);
/** Any UTF-16, lone surrogates among it, with names strewn in. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      name,
      fc.constantFrom(' ', '。', '，', '\ud800', '\ud835', 'ẞ', 'İ', '\u2011', '\uff0d', ...SPELT),
    ),
  )
  .map((parts) => parts.join(''));
/** A name as somebody may write it: any case, any separators, invisible characters inside. */
const writtenName = fc
  .tuple(
    name,
    fc.array(fc.constantFrom('', '', '', '\u200b', '\u00ad'), { minLength: 1 }),
    fc.constantFrom('', ' ', '  \n ', '-', '–', '\u00a0', '\u2011', '\u3000'),
    fc.boolean(),
  )
  .map(([plain, inside, separator, isLarge]) =>
    [...(isLarge ? plain.toUpperCase() : plain).replace(/[ -]/g, '|')]
      .map((letter, at) => (letter === '|' ? separator : letter) + inside[at % inside.length])
      .join(''),
  );
const invisible = fc.constantFrom('\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff');

describe('the matcher, whatever the text', () => {
  it('marks only text that folds to a name', () => {
    const names = new Set([...NAMES, ...SPELT].map(lettersOf));
    fc.assert(
      fc.property(text, (block) => {
        for (const { start, end } of decided([block])) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(block.length);
          expect(names).toContain(lettersOf(block.slice(start, end)).replace(/s$/, ''));
        }
      }),
    );
  });

  it('marks a name just as well with invisible characters inside', () => {
    fc.assert(
      fc.property(longName, fc.array(fc.tuple(fc.nat(), invisible)), (plain, inserts) => {
        const units = [...plain];
        for (const [at, character] of inserts) {
          units.splice(1 + (at % (units.length - 1)), 0, character);
        }
        const block = `（${units.join('')}）`;
        const spans = decided([block]).map(({ start, end }) => block.slice(start, end));
        expect(spans).toEqual([units.join('')]);
      }),
    );
  });

  it('never marks what has no trace, in any gluing', () => {
    fc.assert(
      fc.property(text, text, (before, behind) => {
        const glued = `${before}${behind}`;
        const any = decided([before, behind]).length > 0;
        if (any) expect(search.tracesIn(glued)).not.toEqual([]);
        if (any) expect(matcher.tracesIn(glued)).not.toEqual([]);
      }),
    );
  });

  it('finds the same traces by the pieces of names as by looking everywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(text, writtenName), { maxLength: 4 }), (parts) => {
        const glued = parts.join('');
        expect(anchored.tracesIn(glued)).toEqual(search.tracesIn(glued));
        const readings = [matcherByPieces.read(glued), matcher.read(glued)];
        const [one, other] = readings.map((reading) => [reading?.candidates, reading?.evidence]);
        expect(one).toEqual(other);
      }),
    );
  });

  it('finds the same by the hashes of how names begin as by looking everywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(text, writtenName), { maxLength: 4 }), (parts) => {
        const glued = parts.join('');
        expect(gated.tracesIn(glued)).toEqual(search.tracesIn(glued));
        const readings = [gated.read(glued), matcher.read(glued)];
        const [one, other] = readings.map((reading) => [reading?.candidates, reading?.evidence]);
        expect(one).toEqual(other);
      }),
    );
  });

  it('has a trace where each mention stands, a word of its own in its block', () => {
    fc.assert(
      fc.property(text, (block) => {
        const traces = matcher.tracesIn(block);
        for (const { start, end } of decided([block])) {
          // A longer name may begin before it, which is no word there.
          const there = traces.filter((other) => other.start <= start && start < other.end);
          expect(
            there.some(({ isWord }) => isWord),
            block.slice(start, end),
          ).toBe(true);
        }
      }),
    );
  });

  it('gives the same mentions in whatever order the blocks were read', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (blocks) => {
        const backwards = [...blocks]
          .reverse()
          .map((block) => matcher.read(block))
          .reverse();
        const again = matcher
          .decide(backwards)
          .flatMap(({ block, mentions }) => mentions.map((mention) => ({ block, ...mention })));
        expect(again).toEqual(decided(blocks));
      }),
    );
  });

  it('gives the same mentions in whatever pieces markup cuts the text', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 12 }), (whole, cuts) => {
        const places = [0, ...cuts.map((cut) => cut % (whole.length + 1)), whole.length];
        places.sort((a, b) => a - b);
        const block = new TextBlock({} as Node);
        for (const [index, from] of places.slice(0, -1).entries()) {
          block.append({ data: whole.slice(from, places[index + 1]) } as Text);
        }
        expect(block.text).toBe(whole);
        for (const { start, end } of decided([block.text])) {
          const around = nodesOf(block, { start, end }).map(({ data }) => data);
          expect(around.join('')).toContain(whole.slice(start, end));
        }
      }),
    );
  });

  it('gives the same mentions when a page is read again in part', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), fc.nat(), (blocks, pick) => {
        const readings = blocks.map((block) => matcher.read(block));
        const first = matcher.decide(readings);
        const at = pick % (blocks.length + 1);
        const again = readings.map((reading, index) =>
          index === at ? matcher.read(blocks[index] ?? '') : reading,
        );
        expect(matcher.decide(again)).toEqual(first);
        expect(matcher.decide(readings)).toEqual(first);
      }),
    );
  });

  it('finds nothing where no name is', () => {
    const names = NAMES.map(lettersOf);
    const nameless = fc
      .oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z0-9 .-]*$/))
      .filter((block) => !names.some((name) => lettersOf(block).includes(name)));
    fc.assert(
      fc.property(nameless, (block) => {
        expect(matcher.read(block)).toBeUndefined();
        expect(decided([block])).toEqual([]);
      }),
    );
  });
});

describe('the work of reading', () => {
  /** How often a lexicon looks at a place of the text while it reads the whole of it. */
  const looksAt = (unit: string, times: number) => {
    const lexicon = new Lexicon(index.aliases.split('\n'));
    const places = new Places(lexicon.entries);
    const block = unit.repeat(times);
    let looks = 0;
    const counted = {
      length: block.length,
      charCodeAt: (at: number) => {
        looks++;
        return block.charCodeAt(at);
      },
    } as unknown as string;
    for (const at of places.in(counted, true)) lexicon.read(counted, at, () => {});
    return looks;
  };

  it.each(['a', '-', 'acme ', 'acme-', 'acm', 'gpt', '生成式', 'app store', ' a'])(
    'grows in step with the text for "%s" over and over',
    (unit) => {
      expect(looksAt(unit, 4_000)).toBeLessThanOrEqual(2.2 * looksAt(unit, 2_000));
    },
  );
});

/** What the work of reading does not show: what each name found costs, path and evidence around it included. */
describe('the time of reading and deciding', () => {
  const weak = buildIndex([
    packOf(
      {
        'acme-r1': [
          { text: 'Acme R1', strength: 'strong' },
          { text: 'R1', strength: 'weak', for: { words: ['model'] }, against: { words: ['road'] } },
        ],
        acme: [{ text: 'Acme', strength: 'strong', notBefore: ['R1'] }],
        still: [{ text: '蒸馏', strength: 'weak', for: { words: ['模型'] } }],
      },
      {},
    ),
  ]);
  /** Texts of this many characters, cut into blocks as the page reader cuts them. */
  const SIZE = 2_500;
  const BLOCK = 20_000;
  /** Doubling the text may take 2.2 times as long. Doubled four times over, chance has little to say. */
  const DOUBLINGS = 4;
  const ALLOWED = 2.2 ** DOUBLINGS;
  const ROUNDS = 7;

  const UNITS = {
    'a weak name': () => 'R1 ',
    'a weak name without a space': () => '蒸馏',
    'a path without an end': () => '/r1',
    'weak names of ever other owners': (at: number) => `Xa${at}z R1 `,
    'evidence on both sides': () => 'R1 model road ',
  } satisfies Record<string, (at: number) => string>;

  const blocksOf = (unit: (at: number) => string, size: number): string[] => {
    let whole = '';
    for (let at = 0; whole.length < size; at++) whole += unit(at);
    return Array.from({ length: Math.ceil(size / BLOCK) }, (_, index) =>
      whole.slice(index * BLOCK, Math.min(size, (index + 1) * BLOCK)),
    );
  };

  /** Microseconds of processor time that a page takes, read so many times. */
  function cost(blocks: readonly string[], times: number): number {
    const start = process.cpuUsage();
    for (let page = 0; page < times; page++) {
      const fresh = openMatcher(weak);
      fresh.decide(blocks.map((block) => fresh.read(block)));
    }
    return process.cpuUsage(start).user;
  }

  it.each(Object.entries(UNITS))(
    'grows in step with a page of %s',
    (_, unit) => {
      const times = 2 ** DOUBLINGS;
      const small = blocksOf(unit, SIZE);
      const large = blocksOf(unit, times * SIZE);
      // By turns, and as long: what else the machine does meets both alike. The middle one, since either side has luck.
      const growths = Array.from({ length: ROUNDS }, () => {
        const ofSmall = cost(small, times);
        return cost(large, 1) / ofSmall;
      }).sort((one, other) => one - other);
      expect(growths[ROUNDS >> 1]).toBeLessThanOrEqual(ALLOWED / times);
      // Seconds of work: how long it takes on the clock depends on what else the machine does.
    },
    60_000,
  );
});
