/** The pack that comes with the extension, assembled from `data/` at build time. */
declare module 'virtual:built-in-pack' {
  const pack: import('./glossary/pack-schema').Pack;
  export default pack;
}
