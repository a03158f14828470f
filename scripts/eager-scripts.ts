import type { Plugin } from 'vite';

/**
 * Scripts of which about half runs as soon as they come. Of the reader's that is as true, but its evaluation is the longest
 * task on pages with names, and would be half as long again.
 */
const EAGER = ['page'];

/** Tells the engine so: https://github.com/WICG/explicit-javascript-compile-hints-file-based. */
export const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Has Chromium compile all functions of a script at once. Else it passes over each, and comes back to parse and
 * compile it when it is called, at some 30 microseconds a function.
 * Firefox takes the hint for a comment.
 */
export function eagerScripts(): Plugin {
  return {
    name: 'eager-scripts',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk' && EAGER.includes(output.name))
          output.code = HINT + output.code;
      }
    },
  };
}
