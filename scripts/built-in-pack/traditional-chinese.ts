import * as OpenCC from 'opencc-js';
import exceptions from '../../data/traditional-chinese.json' with { type: 'json' };

type Convert = (simplified: string) => string;

/** OpenCC's standards of Traditional Chinese: its own, Taiwan's and Hong Kong's characters, Taiwan's words. */
const STANDARDS = ['t', 'tw', 'hk', 'twp'] as const;

const converters: readonly Convert[] = STANDARDS.map((to) => OpenCC.Converter({ from: 'cn', to }));
const toTaiwan = OpenCC.Converter({ from: 'cn', to: 'twp' });

const words: ReadonlyMap<string, string> = new Map(Object.entries(exceptions));
/** Splits a text at the words of the exceptions, longest first, keeping them. */
const atExceptions = new RegExp(
  `(${[...words.keys()].sort((a, b) => b.length - a.length).join('|')})`,
  'u',
);

/**
 * Running text in Traditional Chinese as Taiwan's newspapers write it: OpenCC's Taiwan standard with its
 * words, except where `data/traditional-chinese.json` knows better.
 */
export function toTraditional(simplified: string): string {
  return simplified
    .split(atExceptions)
    .map((part) => words.get(part) ?? toTaiwan(part))
    .join('');
}

/**
 * The ways in which readers of Traditional Chinese may meet a name: in each of OpenCC's standards, and as
 * running text of ours would write it.
 *
 * @returns Without duplicates and without `simplified` itself; empty for a name that has no other form.
 */
export function traditionalVariants(simplified: string): string[] {
  const variants = new Set([...converters, toTraditional].map((convert) => convert(simplified)));
  variants.delete(simplified);
  return [...variants];
}
