import type { Plugin } from 'vite';

/** In Preact's build: the look at what markup an element has, and the one assignment of other markup. */
const INNER_HTML = /\.innerHTML\b/g;
const PLACES = 2;

/**
 * Takes `innerHTML` out of Preact: its `dangerouslySetInnerHTML` sets plain text instead. The extension never
 * uses it, a page with Trusted Types would refuse it, and Firefox's add-on linter warns of it
 * (UNSAFE_VAR_ASSIGNMENT).
 *
 * @throws where an update of Preact has it at other places than those.
 */
export function preactWithoutInnerHtml(): Plugin {
  return {
    name: 'preact-without-inner-html',
    apply: 'build',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.(?:mjs|js)$/ },
      handler(code) {
        if (code.match(INNER_HTML)?.length !== PLACES) {
          this.error(`Preact does not name innerHTML ${PLACES} times, as this transform expects`);
        }
        return { code: code.replace(INNER_HTML, '.textContent'), map: null };
      },
    },
  };
}
