import type { Plugin } from 'vite';

/** What WXT wraps each script in a page in; the path of our file follows. */
const WRAPPER = /^\0virtual:wxt-unlisted-script-entrypoint\?/;

/** What the scripts are defined by: given a function, WXT makes an object of it. */
const DEFINITION = /\bwxt\/dist\/utils\/define-unlisted-script\.mjs$/;

/**
 * Leaves out what WXT puts around scripts in pages: it would log that one failed, which in a packaged build it does
 * not, and throw on. Nor is its definition more than the function that it is given. A hundred and seventy bytes in
 * every page, packed.
 */
export function bareScripts(): Plugin {
  return {
    name: 'bare-scripts',
    enforce: 'pre',
    apply: 'build',
    load: {
      filter: { id: [WRAPPER, DEFINITION] },
      handler: (id) =>
        WRAPPER.test(id)
          ? `import main from ${JSON.stringify(id.replace(WRAPPER, ''))};export default main();`
          : 'export const defineUnlistedScript = (main) => main;',
    },
  };
}
