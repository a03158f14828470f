import { assembleBuiltInPack } from '../../scripts/built-in-pack/assemble-built-in-pack';
import type { Alias } from '../../src/glossary/pack-schema';
import { buildIndex } from '../../src/matcher/build-index';
import { makeGate } from '../../src/matcher/make-gate';
import { benchPack } from './bench-pack';
import { coinedName } from './coined-name';

/**
 * Prints the milliseconds that the index of the built-in pack and of ten thousand terms takes, three names each;
 * run in a process of its own, where the code is as cold as in the background. With `--weak` each name has eight
 * words of its own that speak for it and eight against.
 */

const TERMS = 10_000;
const WORDS = 8;
const DIFFERENT_WORDS = 4_000;

const isWeak = process.argv.includes('--weak');
const wordsFrom = (seed: number) =>
  Array.from({ length: WORDS }, (_, at) => coinedName(((seed + at) * 7_919) % DIFFERENT_WORDS));

function aliasOf(text: string, seed: number): Alias {
  if (!isWeak) return { text, strength: 'strong' };
  return {
    text,
    strength: 'weak',
    for: { words: wordsFrom(seed) },
    against: { words: wordsFrom(seed * 3 + 1) },
  };
}

const pack = benchPack(
  Array.from({ length: TERMS }, (_, number) => {
    const name = coinedName(number);
    const other = coinedName((number * 7) % TERMS);
    return {
      id: `term-${number}`,
      category: 'model',
      name: { en: name },
      aliases: [
        aliasOf(`${name} ${number % 10}`, number * 3),
        aliasOf(`Model ${name}`, number * 3 + 1),
        aliasOf(`${name}-${other}`, number * 3 + 2),
      ],
    };
  }),
);
const packs = [assembleBuiltInPack(), structuredClone(pack)];

const start = performance.now();
makeGate(buildIndex(packs).aliases);
process.stdout.write(`${performance.now() - start}\n`);
