import type { Plugin } from 'vite';
import type { Pack } from '../../src/glossary/pack-schema.ts';
import type { AliasIndex } from '../../src/matcher/alias-index.ts';
import { buildIndex } from '../../src/matcher/build-index.ts';
import { findAnchors, leastNames } from '../../src/matcher/find-anchors.ts';
import { makeGate } from '../../src/matcher/make-gate.ts';
import { readPackFile } from '../read-pack-file.ts';
import { assembleBuiltInPack, BUILT_IN_PACK_FOLDER } from './assemble-built-in-pack.ts';

interface Module {
  make(target: Target): unknown;
  isLazy?: true;
  isLiteral?: true;
}

/** What the expressions of names may be written with: see `findAnchors`. */
type Target = Parameters<typeof findAnchors>[1];

/**
 * What each virtual module exports by default, itself or, in the scripts of pages, a function that makes it: many
 * frames never need it. `src/virtual-modules.d.ts` gives the types.
 */
const MODULES: Record<string, Module> = {
  'virtual:built-in-pack': { make: () => assembleBuiltInPack() },
  'virtual:built-in-terms': { make: builtInTerms },
  'virtual:alias-index': { make: aliasIndex, isLazy: true },
  // Three strings, in which an escape less is a byte less; for many values JSON is the faster.
  'virtual:names': { make: names, isLazy: true, isLiteral: true },
};

function builtInTerms(): { terms: object[] } {
  const terms = assembleBuiltInPack().terms.map(({ id, category, name, summary, aliases }) => ({
    id,
    category,
    name,
    ...(summary && { summary }),
    aliases: aliases.map(({ text }) => ({ text })),
  }));
  return { terms };
}

function aliasIndex(target: Target): AliasIndex {
  const index = buildIndex([assembleBuiltInPack(), ...addedPacks()]);
  const anchors = findAnchors(index, target);
  return anchors ? { ...index, anchors } : { ...index, gate: makeGate(index.aliases) };
}

function names(target: Target): Pick<AliasIndex, 'aliases' | 'spellings' | 'anchors'> {
  const least = leastNames(aliasIndex(target));
  const anchors = findAnchors(least, target);
  return anchors ? { ...least, anchors } : least;
}

/**
 * A pack file to mark as well: `npm run annotate -- --pack` builds with it, in a folder of its own. What
 * readers get is built without.
 */
function addedPacks(): Pack[] {
  const file = process.env.AI_FOOTNOTES_ADDED_PACK;
  return file ? [readPackFile(file)] : [];
}

/** Offers what is made of `data/` at build time as modules, so that no code reads files at run time. */
export function builtInPackPlugin(): Plugin {
  let target: Target;
  return {
    name: 'built-in-pack',
    // What is built is read by browsers; what is not, by the tests, in Node.
    configResolved: ({ command }) => {
      target = { hasModifiers: command === 'build' };
    },
    resolveId: (id) => (Object.hasOwn(MODULES, id) ? `\0${id}` : undefined),
    load(id) {
      const module = id.startsWith('\0') ? MODULES[id.slice(1)] : undefined;
      if (module === undefined) return undefined;
      this.addWatchFile(BUILT_IN_PACK_FOLDER);
      const json = JSON.stringify(module.make(target));
      const value = module.isLiteral ? `(${json})` : `JSON.parse(${JSON.stringify(json)})`;
      return `export default ${module.isLazy ? `() => ${value}` : value};`;
    },
  };
}
