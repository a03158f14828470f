import type { Page } from 'puppeteer-core';
import type { Extension } from '../../../scripts/browser/extension';
import { MARK_NAMES } from '../../../src/paint/mark-names';

/** How many mentions are painted in a page, over all its frames. */
export async function paintedMarks(extension: Extension, page: Page): Promise<number> {
  const answers = await extension.inFrames(
    page,
    (_, names: readonly string[]) =>
      names.reduce((sum, name) => sum + (CSS.highlights.get(name)?.size ?? 0), 0),
    MARK_NAMES,
  );
  return answers.reduce((sum, { result }) => sum + result, 0);
}
