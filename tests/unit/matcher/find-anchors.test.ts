import aliasIndex from 'virtual:alias-index';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchors } from '../../../src/matcher/alias-index.ts';
import { AnchorSearch } from '../../../src/matcher/anchor-search.ts';
import { findAnchors, leastNames } from '../../../src/matcher/find-anchors.ts';
import { type NameSearch, openNameSearch } from '../../../src/matcher/name-search.ts';

const index = aliasIndex();
const everything = index.aliases.split('\n').map((name, number) => index.spellings[number] ?? name);
const whole = openNameSearch(index);
const leastIndex = leastNames(index);
const least = openNameSearch({ ...leastIndex, anchors: findAnchors(leastIndex) });

const hasName = ({ tracesIn }: NameSearch, text: string): boolean =>
  tracesIn(text).some(({ isWord }) => isWord);

describe('the pieces of names', () => {
  it.each([
    ['as they are', (name: string) => name],
    ['hyphenated', (name: string) => name.replaceAll(' ', '-')],
    ['written together', (name: string) => name.replaceAll(' ', '')],
    ['set far apart', (name: string) => name.replaceAll(' ', ' \n\u00a0 ')],
    ['in full width', (name: string) => name.replace(/[a-z0-9]/gi, (sign) => wide(sign))],
    ['cut by invisible characters', (name: string) => [...name].join('\u200b')],
  ])('find every name of the built-in pack, %s', (_, write) => {
    for (const name of everything) {
      const text = `x ${write(name)} x`;
      const [trace] = whole.tracesIn(text);
      expect(trace?.start, name).toBe(2);
    }
  });

  it('find Chinese names of one ideograph, of two words and with a Latin letter behind', () => {
    const names = { aliases: '深度 求索\n灯\n类 agi', spellings: {} };
    const search = openNameSearch({ ...names, anchors: findAnchors(names) });
    for (const text of [
      '灯',
      '一盏灯亮着',
      '深度求索',
      '深度\u3000求索',
      '深度－求索',
      '类AGI',
      '类 AGI。',
      '类\u3000AGI',
    ]) {
      expect(search.tracesIn(text), text).toHaveLength(1);
    }
    const places = new AnchorSearch(names.aliases, findAnchors(names) as Anchors);
    expect(places.placesIn('深的，类似的。')).toEqual([]);
  });

  it('find a name in every text that holds one, by the least names as well', () => {
    for (const name of everything) expect(hasName(least, `(${name})`), name).toBe(true);
    for (const name of ['DeepSeekR1', 'OpenAIo1', 'ChatGPT4o']) {
      expect(hasName(least, `the ${name}.`), name).toBe(true);
    }
  });

  it('find no name whose capitals are others', () => {
    expect(whole.tracesIn('the world, a rlm, imagine a sft')).toEqual([]);
    expect(hasName(least, 'ministers of moe, agi and rl')).toBe(false);
  });

  it('are looked at in no word that goes on otherwise', () => {
    const names = { aliases: 'app store\ngen ai', spellings: {} };
    const search = new AnchorSearch(names.aliases, findAnchors(names) as Anchors);
    expect(search.placesIn('A happy apple in general: applied genes, apt.')).toEqual([]);
    for (const name of [
      'app store',
      'App\u00a0Store',
      'APP-STORE',
      'appstore',
      'gen ai',
      'genAI',
    ]) {
      expect(search.placesIn(name), name).toEqual([0]);
    }
  });

  it('are the same with modifiers, in half the length', () => {
    const { pieces } = findAnchors(index) as Anchors;
    const short = (findAnchors(index, { hasModifiers: true }) as Anchors).pieces;
    const [, exact, inAnyCase = ''] = /^(.+)\|\(\?i:(.+)\)$/.exec(short) ?? [];
    const letters = inAnyCase.replace(
      /\(\?-i:(\(\?=\[.*?\]\))\)|\\.|[a-z]/g,
      (one, isNext) => isNext ?? (one.length > 1 ? one : `[${one}${one.toUpperCase()}]`),
    );
    expect(`${exact}|${letters}`).toBe(pieces);
    expect(short.length).toBeLessThan(pieces.length * 0.6);
  });

  it('are none of another', () => {
    const names = { aliases: 'x\nxy\nxyz', spellings: { 0: 'X', 1: 'XY' } };
    expect(findAnchors(names)?.pieces).toBe('X|[xX][yY][zZ]');
    expect(findAnchors({ aliases: '', spellings: {} })?.pieces).toBe('(?!)');
    expect(findAnchors({ aliases: 'xy\nxyz', spellings: { 1: 'XYZ' } })?.pieces).toBe('[xX][yY]');
  });

  it('find the same as a look at every place, whatever the names', () => {
    const part = fc.constantFrom(
      'a',
      'k',
      'ka',
      'kab',
      'kabel',
      'elba',
      '7',
      '灯',
      '求索',
      'a.k.',
      "k'",
    );
    const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
    const joined = fc.constantFrom('', ' ', '-', '\u00a0', ' \n ', '\u2013');
    const text = fc
      .array(fc.tuple(part, joined), { maxLength: 12 })
      .map((all) => all.flat().join(''));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 8 }),
        fc.array(text),
        (all, texts) => {
          const names = { aliases: all.sort().join('\n'), spellings: {} };
          const byPlace = openNameSearch(names);
          const byPiece = openNameSearch({ ...names, anchors: findAnchors(names) });
          for (const one of texts) expect(byPiece.tracesIn(one)).toEqual(byPlace.tracesIn(one));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are not made of more names than an expression takes', () => {
    const aliases = Array.from({ length: 5_000 }, (_, number) => `q${number.toString(36)}z`);
    expect(findAnchors({ aliases: aliases.sort().join('\n'), spellings: {} })).toBeUndefined();
  });
});

const wide = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
