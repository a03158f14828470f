import type { Page } from 'puppeteer-core';
import type { World } from './in-each-browser';

/** The terms of the names on a page, in reading order, as the extension's script there found them. */
export function termsOn({ extension }: World, page: Page): Promise<string[]> {
  return extension.inPage(page, async () => {
    const handles = globalThis as unknown as Record<
      symbol,
      { list(): Promise<{ term: string }[]> } | undefined
    >;
    const listed = await handles[Symbol.for('ai-footnotes.page')]?.list();
    return listed?.map(({ term }) => term) ?? [];
  });
}
