import type { Plugin } from 'vite';

/** What WXT wraps each script in a page in; the path of our file follows. */
const WRAPPER = /^\0virtual:wxt-unlisted-script-entrypoint\?/;

/**
 * Leaves out what WXT puts around scripts in pages: it would log that one failed, which in a packaged build it does
 * not, and throw on. A hundred and thirty bytes in every page, packed.
 */
export function bareScripts(): Plugin {
  return {
    name: 'bare-scripts',
    enforce: 'pre',
    apply: 'build',
    load: {
      filter: { id: WRAPPER },
      handler: (id) =>
        `import script from ${JSON.stringify(id.replace(WRAPPER, ''))};export default script.main();`,
    },
  };
}
