import type { Plugin } from 'vite';
import type { Pack } from '../../src/glossary/pack-schema.ts';
import type { AliasIndex } from '../../src/matcher/alias-index.ts';
import { buildIndex } from '../../src/matcher/build-index.ts';
import { findAnchors, leastNames } from '../../src/matcher/find-anchors.ts';
import { makeGate } from '../../src/matcher/make-gate.ts';
import { readPackFile } from '../read-pack-file.ts';
import { assembleBuiltInPack, BUILT_IN_PACK_FOLDER } from './assemble-built-in-pack.ts';

/** What each virtual module exports by default; `src/virtual-modules.d.ts` gives the types. */
const MODULES: Record<string, () => unknown> = {
  'virtual:built-in-pack': () => assembleBuiltInPack(),
  'virtual:alias-index': aliasIndex,
  'virtual:names': names,
};

function aliasIndex(): AliasIndex {
  const index = buildIndex([assembleBuiltInPack(), ...addedPacks()]);
  const anchors = findAnchors(index);
  return anchors ? { ...index, anchors } : { ...index, gate: makeGate(index.aliases) };
}

function names(): Pick<AliasIndex, 'aliases' | 'spellings' | 'anchors'> {
  const { anchors, ...index } = aliasIndex();
  return { ...leastNames(index), ...(anchors && { anchors }) };
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
  return {
    name: 'built-in-pack',
    resolveId: (id) => (Object.hasOwn(MODULES, id) ? `\0${id}` : undefined),
    load(id) {
      const make = id.startsWith('\0') ? MODULES[id.slice(1)] : undefined;
      if (make === undefined) return undefined;
      this.addWatchFile(BUILT_IN_PACK_FOLDER);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(make()))});`;
    },
  };
}
