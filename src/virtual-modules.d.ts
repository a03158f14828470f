/** The pack that comes with the extension, assembled from `data/` at build time. */
declare module 'virtual:built-in-pack' {
  const pack: import('./glossary/pack-schema').Pack;
  export default pack;
}

/** What the terms of the built-in pack are called, and no more: a sixth of it. */
declare module 'virtual:built-in-terms' {
  const pack: import('./popup/mentioned-terms').NamedTerms;
  export default pack;
}

/** The names of the built-in pack, and pieces of them: all that the script in every page knows. */
declare module 'virtual:names' {
  export default function names(): Pick<
    import('./matcher/alias-index').AliasIndex,
    'aliases' | 'spellings' | 'anchors'
  >;
}

/** The names of the built-in pack, and what speaks for and against each, for pages that hold one. */
declare module 'virtual:alias-index' {
  export default function aliasIndex(): import('./matcher/alias-index').AliasIndex;
}
