import { render } from 'preact';
import { createCardHost } from '../card/card-host';
import { type CardSettings, followSettings } from '../card/follow-settings';
import { viewportRect } from '../card/measure';
import { MARGIN } from '../card/placement';
import { createPressGuard } from '../card/press-guard';
import hostCss from '../card/view/host.css?inline';
import { calendarDay } from '../footnotes/calendar-day';
import { guessTerms } from '../footnotes/guess-term';
import { isOrphaned } from '../messaging/extension-api';
import { send } from '../messaging/send';
import type { SaveResult } from '../messaging/vocabulary';
import { CLIP_HANDLE, type ClipHandle } from '../page/clip-handle';
import { elementAbove } from '../page/element-above';
import type { PageHandle } from '../page/page-handle';
import { interfaceLanguage, message } from '../ui/message';
import { NOTICE_FOR } from '../ui/notice-for';
import themeCss from '../ui/theme.css?inline';
import clipCss from './clip.css?inline';
import { ClipForm } from './clip-form';
import { countOccurrences } from './count-occurrences';
import { readPageFacts } from './read-page-facts';
import {
  type DraftFields,
  draftForFootnote,
  draftForSelection,
  footnoteFrom,
  problemsOfDraft,
} from './start-draft';

/** What the form is about: the frame's selection, and one of the reader's footnotes where one is edited. */
interface ClipRequest {
  /** The id of the footnote to edit. */
  edit: string | undefined;
  /** The script in this frame, if there is one by now: it may be replaced while it reads. */
  page(): PageHandle | undefined;
}

/** Shows the form at the selection, in the place of one that is open. */
export async function startClip({ edit, page }: ClipRequest): Promise<void> {
  const selection = getSelection();
  const text = selection?.toString() ?? '';
  const box =
    selection && selection.rangeCount > 0
      ? selection.getRangeAt(0).getBoundingClientRect()
      : undefined;
  const [terms, footnote] = await Promise.all([
    send('terms.list', {}),
    edit === undefined ? undefined : send('footnote.read', { fact: edit }),
    page()?.list(), // until then not all names of the passage need be known
  ]);
  const likely = edit === undefined ? guessTerms(page()?.selectedTerms() ?? []) : [];
  const initial = footnote
    ? draftForFootnote(footnote)
    : draftForSelection(text, readPageFacts(), likely, calendarDay(new Date()));

  const world = globalThis as { [CLIP_HANDLE]?: ClipHandle };
  world[CLIP_HANDLE]?.close();
  const focused = document.activeElement;
  const anchor = elementOf(selection) ?? document.documentElement;
  const host = createCardHost([hostCss, themeCss, clipCss], () => host.showFor(anchor));
  const guard = createPressGuard(host);
  const pageText = document.body?.textContent ?? '';
  const ending = new AbortController();
  const { signal } = ending;

  let theme: CardSettings['theme'] = 'system';

  /** Ends the form. @param said What is said in its place for a moment; without it there is nothing more. */
  function close(said?: string): void {
    const isOpen = !signal.aborted;
    ending.abort();
    if (said === undefined) remove();
    else {
      show(said);
      setTimeout(remove, NOTICE_FOR);
    }
    if (isOpen && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  function remove(): void {
    if (world[CLIP_HANDLE] === handle) delete world[CLIP_HANDLE];
    render(null, host.root);
    host.remove();
  }

  function closeOnEscape(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Escape' || event.isComposing) return;
    // It closes the form alone, not what the page has open below it.
    event.stopImmediatePropagation();
    event.preventDefault();
    close();
  }

  async function save(fields: DraftFields): Promise<SaveResult> {
    const wrong = problemsOfDraft(fields);
    if (wrong.length > 0) return { problems: wrong };
    const footnote = footnoteFrom(fields);
    const replaces = edit === undefined ? {} : { replaces: edit };
    const saved = await send('footnote.save', { footnote, ...replaces });
    if (saved.problems.length === 0 && saved.unmarked === undefined) close(message('clipSaved'));
    return saved;
  }

  function show(said = ''): void {
    render(
      <div
        class="layer"
        data-theme={theme === 'system' ? undefined : theme}
        lang={interfaceLanguage()}
      >
        {!signal.aborted && (
          <ClipForm
            initial={initial}
            isNew={edit === undefined}
            likely={likely}
            terms={terms}
            countOnPage={(spelling) => countOccurrences(pageText, spelling)}
            save={save}
            close={() => close()}
          />
        )}
        <p class="said" role="status">
          {said}
        </p>
      </div>,
      host.root,
    );
  }

  const handle: ClipHandle = { host: host.element, isOrphaned, close: () => close() };
  world[CLIP_HANDLE] = handle;
  host.showFor(anchor);
  show();
  const following = followSettings((settings) => {
    theme = settings.theme;
    if (!signal.aborted) show();
  });
  signal.addEventListener('abort', following.stop);
  addEventListener('keydown', closeOnEscape, { capture: true, signal });
  host.root.addEventListener(
    'click',
    (event) => isPressByPointer(event as UIEvent) && guard.check(event),
    {
      capture: true,
    },
  );
  const form = host.root.querySelector<HTMLElement>('.clip');
  if (form) {
    const settle = () => {
      host.undoZoom();
      place(form, box);
      guard.placed(form);
    };
    settle();
    // A new term takes more fields, and a warning more room.
    const observer = new ResizeObserver(settle);
    observer.observe(form);
    signal.addEventListener('abort', () => observer.disconnect());
    addEventListener('resize', settle, { signal });
  }
  host.root.querySelector<HTMLElement>('textarea')?.focus({ preventScroll: true });
}

/** The inmost element around a selection. */
function elementOf(selection: Selection | null): Element | null {
  const node = selection?.rangeCount ? selection.getRangeAt(0).commonAncestorContainer : null;
  return node instanceof Element ? node : node && elementAbove(node);
}

/**
 * Whether a click on a button was made at a place on the screen, where a page could have moved the button. Enter
 * in a field also clicks the button, and comes as soon as the last letter is typed: it must never be lost.
 */
function isPressByPointer({ target, detail, isTrusted }: UIEvent): boolean {
  const isByKeys = isTrusted && detail === 0;
  return !isByKeys && target instanceof Element && target.closest('button') !== null;
}

/** Puts the form under the selection, or above where there is more room; wholly in sight. */
function place(form: HTMLElement, box: DOMRect | undefined): void {
  const viewport = viewportRect();
  const { width, height } = form.getBoundingClientRect();
  const within = (value: number, size: number, room: number) =>
    Math.max(MARGIN, Math.min(value, room - size - MARGIN));
  const below = box ? box.bottom + MARGIN : (viewport.height - height) / 2;
  const fits = below + height <= viewport.height - MARGIN;
  const top = fits || !box ? below : box.top - height - MARGIN;
  form.style.setProperty(
    '--footnotes-left',
    `${within(box ? box.left : (viewport.width - width) / 2, width, viewport.width)}px`,
  );
  form.style.setProperty('--footnotes-top', `${within(top, height, viewport.height)}px`);
}
