/** The pack that comes with the extension, assembled from `data/` at build time. */
declare module 'virtual:built-in-pack' {
  const pack: import('./glossary/pack-schema').Pack;
  export default pack;
}

/** The names of the built-in pack as the script in every page reads them. */
declare module 'virtual:alias-index' {
  const index: import('./matcher/alias-index').AliasIndex;
  export default index;
}
