import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import { BROWSER_KINDS, type BrowserKind } from '../../scripts/browser/find-browsers.mjs';
import { type ReaderWishes, setWishes } from '../../scripts/browser/reader-wishes';
import { Session } from '../../scripts/browser/session';
import { browsersOfFile } from '../browser/support/file-browsers';
import { type GalleryOptions, galleryPage, galleryQuery } from './gallery-page';

const WINDOW = { width: 760, height: 680 };

/** A gallery in one browser; its members are there once the tests run. */
export interface Gallery {
  readonly kind: BrowserKind;
  /** Shows a gallery page in the one tab all tests of a file share, for a reader with these wishes. */
  show(
    options: GalleryOptions,
    viewport?: { width: number; height: number },
    wishes?: ReaderWishes,
  ): Promise<Page>;
  /** Shows another page in that tab. */
  showHtml(html: string, wishes?: ReaderWishes): Promise<Page>;
}

/** Runs a file's tests on the gallery in Chromium and in Firefox, without the extension. */
export function inGallery(define: (gallery: Gallery) => void): void {
  const script = inject('gallery');
  const browsers = browsersOfFile('bare', (kind) => Session.launch(kind, { offline: true }));

  describe.each(BROWSER_KINDS)('in %s', (kind) => {
    let session: Session | undefined;
    let page: Page | undefined;
    const usual = JSON.stringify([{}, WINDOW]);
    let granted = usual;
    let isZoomed = false;
    let isPassed = true;

    async function load(path: string, html: string, wishes: ReaderWishes, viewport = WINDOW) {
      if (!session) throw new Error('The browser is there only inside a test.');
      const address = session.pages.handle(path.split('?')[0] ?? path, html);
      page ??= await session.open('about:blank');
      // Off all marks, so that no card opens by itself.
      await page.mouse.move(1, 1);
      // A viewport is set in vain in Firefox while the page is zoomed: it waits for a width that never comes.
      if (isZoomed) await setWishes(session, page, {});
      await page.setViewport(viewport);
      await page.goto(new URL(path, address).href);
      const wanted = JSON.stringify([wishes, viewport]);
      isZoomed = wishes.zoom !== undefined || wishes.textZoom !== undefined;
      if (isZoomed || wanted !== granted) await setWishes(session, page, wishes);
      granted = wanted;
      return page;
    }

    beforeAll(async () => {
      session = await browsers.take(kind);
    });

    afterEach(({ task }) => {
      isPassed &&= task.result?.state !== 'fail';
    });

    afterAll(async () => {
      if (session === undefined) return;
      if (page && granted !== usual) await setWishes(session, page, {});
      await page?.close();
      await browsers.giveBack(session, isPassed);
    });

    define({
      kind,
      show: (options, viewport, wishes = {}) =>
        load(`/gallery${galleryQuery(options)}`, galleryPage(options, script), wishes, viewport),
      showHtml: (html, wishes = {}) => load('/page', html, wishes),
    });
  });
}

/** A language, a theme, and a language of the facts where it is another. */
export type Look = Required<Pick<GalleryOptions, 'language' | 'theme'>> &
  Pick<GalleryOptions, 'facts'>;

/** What gallery pages offer to tests; see `gallery.ts`. */
interface GalleryGlobal {
  gallery: {
    asked: { name: string; params: unknown }[];
    taken: string[];
    reach(id: string): Promise<void>;
    tap(id: string): Promise<void>;
    look(wanted: Look): void;
    changed(): Promise<void>;
    stop(): Promise<void>;
  };
}

/** Calls the gallery as the page script calls the card, and waits until it has answered. */
export function tellCard(page: Page, what: 'reach' | 'tap', id = 'mark'): Promise<void> {
  return page.evaluate(
    (name, mark) => (globalThis as unknown as GalleryGlobal).gallery[name](mark),
    what,
    id,
  );
}

/** Shows the cards that are there in another language and theme; they stay in the state they are in. */
export function showAs(page: Page, look: Look): Promise<void> {
  return page.evaluate(
    (wanted) => (globalThis as unknown as GalleryGlobal).gallery.look(wanted),
    look,
  );
}

/** What the card has asked of the background, by name. */
export function askedNames(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (globalThis as unknown as GalleryGlobal).gallery.asked.map(({ name }) => name),
  );
}

/** Marks that were taken away by "not this". */
export function takenMarks(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as GalleryGlobal).gallery.taken);
}

/** Tells the card that marks have changed. */
export function marksChange(page: Page): Promise<void> {
  return page.evaluate(() => (globalThis as unknown as GalleryGlobal).gallery.changed());
}

/** Ends the card's script, as that of the page does when the extension is gone. */
export function stopCard(page: Page): Promise<void> {
  return page.evaluate(() => (globalThis as unknown as GalleryGlobal).gallery.stop());
}

/** The number of cards to be seen. */
export function cardCount(page: Page): Promise<number> {
  return page.evaluate(
    () => document.querySelector('ai-footnotes')?.shadowRoot?.querySelectorAll('.card').length ?? 0,
  );
}

/** Waits until a card is there, placed, and still. */
export async function cardShown(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const root = document.querySelector('ai-footnotes')?.shadowRoot;
    return root?.querySelector('.card') && root.getAnimations().length === 0;
  });
}

/** Waits until no card is there. */
export async function cardGone(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !document.querySelector('ai-footnotes')?.shadowRoot?.querySelector('.card'),
  );
}

/** Where something of the card lies: the middle of it, for the mouse. */
export async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const root = document.querySelector('ai-footnotes')?.shadowRoot;
    const element = document.querySelector(wanted) ?? root?.querySelector(wanted);
    if (!element) throw new Error(`there is no ${wanted}`);
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
}
