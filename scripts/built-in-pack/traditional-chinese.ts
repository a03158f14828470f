import * as OpenCC from 'opencc-js';
import exceptions from '../../data/traditional-chinese.json' with { type: 'json' };

type Convert = (simplified: string) => string;

/** OpenCC's standards of Traditional Chinese: its own, Taiwan's and Hong Kong's characters, Taiwan's words. */
const STANDARDS = ['t', 'tw', 'hk', 'twp'] as const;

const converters: readonly Convert[] = STANDARDS.map((to) => OpenCC.Converter({ from: 'cn', to }));
const toTaiwan = OpenCC.Converter({ from: 'cn', to: 'twp' });

/** Where OpenCC is wrong in running text, with the right words. */
const rightWords = Object.entries(exceptions);
/** Those among them that no standard may change, such as the names of people. */
const unchanged = rightWords.filter(([simplified, right]) => simplified === right);

/**
 * Running text in Traditional Chinese as Taiwan's newspapers write it: OpenCC's Taiwan standard with its
 * words, except where `data/traditional-chinese.json` knows better.
 */
export const toTraditional = except(rightWords, toTaiwan);

/**
 * The ways in which readers of Traditional Chinese may meet a name: in each of OpenCC's standards, and as
 * running text of ours would write it.
 *
 * @returns Without duplicates and without `simplified` itself; empty for a name that has no other form.
 */
export function traditionalVariants(simplified: string): string[] {
  const ways = [...converters.map((convert) => except(unchanged, convert)), toTraditional];
  const variants = new Set(ways.map((convert) => convert(simplified)));
  variants.delete(simplified);
  return [...variants];
}

/** A conversion that leaves the words of `known`, longest first, to their given forms. */
function except(known: readonly (readonly [string, string])[], convert: Convert): Convert {
  const forms = new Map(known);
  const longestFirst = [...forms.keys()].sort((a, b) => b.length - a.length);
  const atWords = new RegExp(`(${longestFirst.join('|')})`, 'u');
  return (simplified) =>
    simplified
      .split(atWords)
      .map((part) => forms.get(part) ?? convert(part))
      .join('');
}
