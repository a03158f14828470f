import { BROWSER_KINDS, type BrowserKind, findBrowser } from './browser/find-browsers.mjs';
import { ensureBrowsers } from './setup/browsers.mjs';

/**
 * The browser a command runs in: the one asked for, else the first the machine has. Where it is missing
 * it is installed, if the machine can do that.
 *
 * @param asked What stood behind `--browser`.
 * @throws {Error} where the name is unknown, or the browser is missing and cannot be brought.
 */
export async function chooseBrowser(asked: string | undefined): Promise<BrowserKind> {
  const kind =
    asked === undefined
      ? (BROWSER_KINDS.find((each) => findBrowser(each) !== undefined) ?? 'chrome')
      : BROWSER_KINDS.find((each) => each === asked);
  if (kind === undefined) {
    throw new Error(`--browser takes ${BROWSER_KINDS.join(' or ')}, not ${asked}.`);
  }
  await ensureBrowsers([kind]);
  return kind;
}
