// Plain JavaScript without dependencies: the set-up runs it before anything is installed.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chrome' | 'firefox'} BrowserKind */

/** The browsers the extension is built for and tested in. */
export const BROWSER_KINDS = /** @type {const} */ (['chrome', 'firefox']);

/** Variables that name a browser's program, for a browser in an unusual place. */
const OVERRIDES = {
  chrome: ['AI_FOOTNOTES_CHROME', 'CHROME_PATH', 'CHROME_BIN'],
  firefox: ['AI_FOOTNOTES_FIREFOX', 'FIREFOX_PATH', 'FIREFOX_BIN'],
};

/**
 * Programs on the PATH, best first. Chromium and Chrome for Testing stand before branded Chrome, which
 * takes an unpacked extension only over the debugging protocol.
 */
const COMMANDS = {
  chrome: [
    'chromium',
    'chromium-browser',
    'chrome-for-testing',
    'google-chrome',
    'google-chrome-stable',
    'google-chrome-beta',
    'chrome.exe',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox.exe'],
};

/** Usual places beside the PATH, on macOS and Windows. */
const PLACES = {
  chrome: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...windowsPlaces('Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'),
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    ...windowsPlaces('Mozilla Firefox/firefox.exe'),
  ],
};

/** @param {string[]} programs */
function windowsPlaces(...programs) {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? programs.map((program) => join(folder, program)) : [];
  });
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Where a program of the PATH is.
 *
 * @param {string} command
 * @returns {string | undefined}
 */
export function which(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, command))
    .find(isProgram);
}

/**
 * Where the machine's browser of a kind is: an environment variable's word first, then the PATH, then
 * the usual places.
 *
 * @param {BrowserKind} kind
 * @returns {string | undefined} The program's path; `undefined` where there is none.
 * @throws {Error} where a variable names a program that is not there: silently taking another would mislead.
 */
export function findBrowser(kind) {
  for (const variable of OVERRIDES[kind]) {
    const file = process.env[variable];
    if (!file) continue;
    if (isProgram(file)) return file;
    throw new Error(`${variable} names ${file}, which is not a program that can be run.`);
  }
  for (const command of COMMANDS[kind]) {
    const file = which(command);
    if (file !== undefined) return file;
  }
  return PLACES[kind].find(isProgram);
}
