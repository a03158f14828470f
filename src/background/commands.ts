import browser, { type Scripting, type Tabs } from 'webextension-polyfill';
import type { PageHandle } from '../page/page-handle';
import { showFootnoteForm } from './footnote-service';
import { lookUpSelection } from './look-up';
import { muteSiteOf } from './muting';

/** What the keyboard can do, by the names in the manifest. */
const COMMANDS: Record<string, (tab: Tabs.Tab) => Promise<void>> = {
  'next-mention': (tab) => step(tab, 1),
  'previous-mention': (tab) => step(tab, -1),
  'look-up': async (tab) => {
    const { frame, selection } = await readFocus(tab);
    await lookUpSelection(tab, frame, selection);
  },
  'save-footnote': async (tab) => {
    const { frame } = await readFocus(tab);
    if (tab.id !== undefined) await showFootnoteForm({ tabId: tab.id, frameIds: [frame] });
  },
  'mute-site': (tab) => muteSiteOf(tab.url),
};

/**
 * Milliseconds until a command acts on the page itself, though a frame in it has not answered: one that hangs never
 * does, and the browser gives no answer of any frame before all have.
 */
const FRAMES_PATIENCE = 1_000;

/** Firefox for Android has no keyboard commands. */
const commands = browser.commands as typeof browser.commands | undefined;

/** Answers the keyboard commands. */
export function keepCommands(): void {
  commands?.onCommand.addListener(async (name, tab) => {
    if (tab !== undefined) await COMMANDS[name]?.(tab);
  });
}

/** What is known of a frame of a tab. */
interface KnownFrame {
  frame: number;
  /**
   * How many frames it stands in, where the focus is in it or in a frame inside it; else -1. Whatever holds a frame, be
   * it `frame`, `object` or an element of a closed shadow tree, all documents around the focus have it, and the
   * innermost of them is where the reader is.
   */
  focusDepth: number;
  selection: string;
  /** None where they are not asked for. */
  mentions: number;
}

/** Opens the next or previous card in the frame the reader is in, or in the first that has any mention. */
async function step({ id: tabId }: Tabs.Tab, direction: 1 | -1): Promise<void> {
  if (tabId === undefined) return;
  const inFrames = readFrames({ tabId, allFrames: true }, { counts: true });
  const frame =
    withMentions(await soon(inFrames)) ??
    // One that is still loading has its script once it is idle.
    withMentions(await readFrames({ tabId }, { counts: true, injectImmediately: false })) ??
    // Where none hangs, they were still being read.
    withMentions(await inFrames);
  if (frame === undefined) return;
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frame.frame] },
    func: stepInFrame,
    args: [direction],
    injectImmediately: true,
  });
}

/** The frame the reader is in; where the focus is in none of these, the first. */
function readersFrame(frames: readonly KnownFrame[]): KnownFrame | undefined {
  return frames.toSorted((one, other) => other.focusDepth - one.focusDepth)[0];
}

function withMentions(frames: readonly KnownFrame[]): KnownFrame | undefined {
  return readersFrame(frames.filter(({ mentions }) => mentions > 0));
}

async function readFocus({
  id: tabId,
}: Tabs.Tab): Promise<Pick<KnownFrame, 'frame' | 'selection'>> {
  const nowhere = { frame: 0, selection: '' };
  if (tabId === undefined) return nowhere;
  return (
    readersFrame(await soon(readFrames({ tabId, allFrames: true }))) ??
    readersFrame(await readFrames({ tabId })) ??
    nowhere
  );
}

interface Reading {
  /** Whether mentions are counted: a frame that is still being read answers once it has been. */
  counts?: boolean;
  /** Else frames are waited for, and one that never ends to load keeps the reader from all. */
  injectImmediately?: boolean;
}

/** What frames say of themselves, in the order of their numbers. */
async function readFrames(
  target: Scripting.InjectionTarget,
  { counts = false, injectImmediately = true }: Reading = {},
): Promise<KnownFrame[]> {
  try {
    const frames = await browser.scripting.executeScript({
      target,
      func: readFrame,
      args: [counts],
      injectImmediately,
    });
    return frames
      .sort((one, other) => one.frameId - other.frameId)
      .flatMap(({ frameId, result }) =>
        result ? [{ frame: frameId, ...(result as Awaited<ReturnType<typeof readFrame>>) }] : [],
      );
  } catch {
    return []; // a page that extensions are kept out of
  }
}

/** What frames say, or nothing once patience is at its end. */
function soon(frames: Promise<KnownFrame[]>): Promise<KnownFrame[]> {
  const none = new Promise<KnownFrame[]>((resolve) =>
    setTimeout(() => resolve([]), FRAMES_PATIENCE),
  );
  return Promise.race([frames, none]);
}

// These two run in the page's isolated world and see nothing of this module.

async function readFrame(counts: boolean) {
  const handles = globalThis as unknown as Record<symbol, PageHandle | undefined>;
  const mentions = counts ? await handles[Symbol.for('ai-footnotes.page')]?.list() : [];
  let focusDepth = document.hasFocus() ? 0 : -1;
  for (let at: Window = window; focusDepth >= 0 && at !== at.parent; at = at.parent) {
    focusDepth += 1;
  }
  return {
    focusDepth,
    selection: String(getSelection() ?? ''),
    mentions: mentions?.length ?? 0,
  };
}

function stepInFrame(direction: 1 | -1): void {
  const handles = globalThis as unknown as Record<symbol, PageHandle | undefined>;
  handles[Symbol.for('ai-footnotes.page')]?.step(direction);
}
