import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/matcher/build-index.ts';
import { foldText } from '../../../src/matcher/fold-text.ts';
import { Lexicon } from '../../../src/matcher/lexicon.ts';
import { openNameSearch } from '../../../src/matcher/name-search.ts';
import { openMatcher } from '../../../src/matcher/open-matcher.ts';
import { packOf } from './pack-of.ts';

const NAMES = ['Acme R1', 'Acme', 'GPT-4o', '深度求索', 'App Store', '生成式AI'];

const index = buildIndex([
  packOf(
    Object.fromEntries(
      NAMES.map((text, number) => [`term-${number}`, [{ text, strength: 'strong' as const }]]),
    ),
  ),
]);
const matcher = openMatcher(index);
const search = openNameSearch(index.aliases);

const decided = (blocks: readonly string[]) =>
  matcher
    .decide(blocks.map((block) => matcher.read(block)))
    .flatMap(({ block, mentions }) => mentions.map((mention) => ({ block, ...mention })));

const lettersOf = (text: string) => foldText(text).text.replace(/[\s\u2013-]/g, '');

const name = fc.constantFrom(...NAMES);
/** Any UTF-16, lone surrogates among it, with names strewn in. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      name,
      fc.constantFrom(' ', '。', '，', '\ud800', '\ud835'),
    ),
  )
  .map((parts) => parts.join(''));
const invisible = fc.constantFrom('\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff');

describe('the matcher, whatever the text', () => {
  it('marks only text that folds to a name', () => {
    const names = new Set(NAMES.map(lettersOf));
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
      fc.property(name, fc.array(fc.tuple(fc.nat(), invisible)), (plain, inserts) => {
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

  it('has a trace where each mention stands, a word of its own in its block', () => {
    fc.assert(
      fc.property(text, (block) => {
        const traces = matcher.tracesIn(block);
        for (const { start, end } of decided([block])) {
          const trace = traces.find((other) => other.start <= start && start < other.end);
          expect(trace?.isWord, block.slice(start, end)).toBe(true);
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

  it('finds nothing where no name is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[bfjklwxyz ]*$/), (block) => {
        expect(matcher.read(block)).toBeUndefined();
      }),
    );
  });
});

describe('the work of reading', () => {
  /** How often a lexicon looks at a place of the text while it reads the whole of it. */
  const looksAt = (unit: string, times: number) => {
    const lexicon = new Lexicon(index.aliases.split('\n'));
    const block = unit.repeat(times);
    let looks = 0;
    const counted = {
      length: block.length,
      charCodeAt: (at: number) => {
        looks++;
        return block.charCodeAt(at);
      },
    } as unknown as string;
    for (
      let at = lexicon.next(counted, 0, true);
      at >= 0;
      at = lexicon.next(counted, at + 1, true)
    ) {
      lexicon.read(counted, at, () => {});
    }
    return looks;
  };

  it.each(['a', '-', 'acme ', 'acme-', 'acm', 'gpt', '生成式', 'app store', ' a'])(
    'grows in step with the text for "%s" over and over',
    (unit) => {
      expect(looksAt(unit, 4_000)).toBeLessThanOrEqual(2.2 * looksAt(unit, 2_000));
    },
  );
});
