import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The oldest Node that the tools run on; `engines` in package.json says the same. */
const OLDEST_NODE = [20, 19];

/**
 * Installs what package-lock.json names, where that has not been done since the file last changed.
 *
 * @throws {Error} where Node is too old or npm fails.
 */
export function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(
      `AI Footnotes needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`,
    );
  }
  // npm writes this file last, so an install that was cut off leaves none.
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return;
  process.stderr.write('Installing the dependencies with npm ci …\n');
  // The npm that runs us, so that no second one is picked up; its own words go to standard error.
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status, error } = spawnSync(command, [...args, 'ci', '--include=dev'], {
    stdio: ['ignore', 2, 2],
    shell: npm === undefined && process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Error(`npm ci failed${error ? ` (${error.message})` : ''}; see its words above.`);
  }
}

/**
 * @param {string} file
 * @returns {number} Milliseconds since 1970; 0 for a file that is not there.
 */
function changed(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
