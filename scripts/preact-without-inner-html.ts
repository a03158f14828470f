import type { Plugin } from 'vite';

/** The one assignment in Preact's build that puts markup into a page. */
const ASSIGNMENT = /\b(\w+)\.innerHTML=(\w+)\.__html\b/g;

/**
 * Takes `innerHTML` out of Preact: its `dangerouslySetInnerHTML` sets plain text instead. The extension never
 * uses it, a page with Trusted Types would refuse it, and Firefox's add-on linter warns of it
 * (UNSAFE_VAR_ASSIGNMENT).
 *
 * @throws when a build would still assign `innerHTML`: after an update of Preact, or by code of ours.
 */
export function preactWithoutInnerHtml(): Plugin {
  return {
    name: 'preact-without-inner-html',
    apply: 'build',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.(?:mjs|js)$/ },
      handler(code) {
        if (code.match(ASSIGNMENT)?.length !== 1) {
          this.error('Preact does not assign innerHTML exactly once, as this transform expects');
        }
        return { code: code.replace(ASSIGNMENT, '$1.textContent=$2.__html'), map: null };
      },
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && /\.innerHTML\s*=(?!=)/.test(chunk.code)) {
          this.error(`${chunk.fileName} assigns innerHTML`);
        }
      }
    },
  };
}
