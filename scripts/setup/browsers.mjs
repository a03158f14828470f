import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { findBrowser, which } from '../browser/find-browsers.mjs';

/** @typedef {import('../browser/find-browsers.mjs').BrowserKind} BrowserKind */

/**
 * How a package manager brings browsers, and a font for the Chinese pages.
 *
 * @typedef {object} PackageManager
 * @property {string} command
 * @property {string[][]} steps Argument lists to run in order; the last is followed by the packages.
 * @property {Record<BrowserKind | 'fonts', string[]>} packages
 * @property {boolean} asRoot
 */

/** @type {readonly PackageManager[]} */
const PACKAGE_MANAGERS = [
  {
    command: 'apt-get',
    steps: [['update'], ['install', '--yes']],
    packages: { chrome: ['chromium'], firefox: ['firefox-esr'], fonts: ['fonts-noto-cjk'] },
    asRoot: true,
  },
  {
    command: 'dnf',
    steps: [['install', '--assumeyes']],
    packages: {
      chrome: ['chromium'],
      firefox: ['firefox'],
      fonts: ['google-noto-sans-cjk-fonts'],
    },
    asRoot: true,
  },
  {
    command: 'pacman',
    steps: [['-Sy', '--noconfirm']],
    packages: { chrome: ['chromium'], firefox: ['firefox'], fonts: ['noto-fonts-cjk'] },
    asRoot: true,
  },
  {
    command: 'zypper',
    steps: [['--non-interactive', 'install']],
    packages: {
      chrome: ['chromium'],
      firefox: ['MozillaFirefox'],
      fonts: ['google-noto-sans-cjk-fonts'],
    },
    asRoot: true,
  },
  {
    command: 'brew',
    steps: [['install', '--cask']],
    packages: { chrome: ['google-chrome'], firefox: ['firefox'], fonts: [] },
    asRoot: false,
  },
];

/** The status of a program that an interrupt ended, as shells have it: 128 and the signal's number. */
const INTERRUPTED = 130;

const NAMES = { chrome: 'Chromium', firefox: 'Firefox' };

/**
 * Sees to it that the machine has browsers of these kinds: the system's package manager brings what is
 * missing, after a question where somebody sits at the terminal.
 *
 * @param {readonly BrowserKind[]} kinds
 * @throws {Error} saying what to install, where it cannot be brought or the person does not want it.
 */
export async function ensureBrowsers(kinds) {
  const missing = kinds.filter((kind) => findBrowser(kind) === undefined);
  if (missing.length === 0) return;

  const absence = `This machine has no ${missing.map((kind) => NAMES[kind]).join(' and no ')}.`;
  const advice = `Install ${missing.map((kind) => NAMES[kind]).join(' and ')}, or name its program in ${missing
    .map((kind) => `AI_FOOTNOTES_${kind.toUpperCase()}`)
    .join(' and ')}.`;
  const manager = PACKAGE_MANAGERS.find(({ command }) => which(command) !== undefined);
  const prefix = manager?.asRoot ? rootPrefix() : [];
  if (manager === undefined || prefix === undefined) {
    throw new Error(`${absence} ${advice}`);
  }

  const packages = [
    ...missing.flatMap((kind) => manager.packages[kind]),
    ...manager.packages.fonts,
  ];
  const commands = manager.steps.map((step, index) => [
    ...prefix,
    manager.command,
    ...step,
    ...(index === manager.steps.length - 1 ? packages : []),
  ]);
  const wanted = commands.map((command) => command.join(' ')).join(' && ');
  process.stderr.write(`${absence}\n`);
  if (!(await agreed(`Run "${wanted}"? [Y/n] `))) throw new Error(advice);
  for (const [command = '', ...args] of commands) {
    process.stderr.write(`Running ${[command, ...args].join(' ')} …\n`);
    const { status } = spawnSync(command, args, {
      stdio: ['inherit', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed. ${advice}`);
  }

  if (missing.some((kind) => findBrowser(kind) === undefined)) {
    throw new Error(`The installation did not bring what was missing. ${advice}`);
  }
}

/**
 * What goes before a command that needs the rights of root.
 *
 * @returns {string[] | undefined} Nothing for root itself; `undefined` where those rights cannot be had.
 */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (which('sudo') === undefined) return undefined;
  return somebodyIsThere() ? ['sudo'] : ['sudo', '--non-interactive'];
}

function somebodyIsThere() {
  return process.stdin.isTTY === true && !process.env.CI;
}

/**
 * @param {string} question
 * @returns {Promise<boolean>} True also where nobody is there to answer.
 */
async function agreed(question) {
  if (!somebodyIsThere()) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Whoever interrupts the question wants no answer taken for one, and nothing more to be run.
  terminal.on('SIGINT', () => process.exit(INTERRUPTED));
  try {
    return /^(y(es)?)?$/i.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}
