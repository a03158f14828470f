import type { Page } from 'puppeteer-core';
import type { ListedMention, PageHandle } from '../../src/page/page-handle';
import type { Extension } from './extension';
import { PageProblem } from './page-address';

/** A mention and the frame it stands in. */
export interface FrameMention extends ListedMention {
  /** The frame's address, as the browser has it. */
  frame: string;
  frameId: number;
}

/**
 * Milliseconds until the page script must be there, on however busy a machine: in the page and in each frame that is
 * loaded, and in one that is still loading after all the time it was given.
 */
const SCRIPT_LIMITS = { loaded: 20_000, loading: 1_000 };

/** Milliseconds until its scan must have settled. */
const SCAN_LIMIT = 30_000;

interface FrameReport {
  frame: string;
  /** Where it stands among the frames: the index in its parent, from the outermost on. */
  path: number[];
  mentions: ListedMention[] | 'no script';
}

/**
 * Every mention of a page in reading order: the page's own, then those of its frames in the order in
 * which they stand in the document.
 *
 * @throws {PageProblem} where the extension does not run in the page, or its scan does not settle.
 */
export async function listMentions(
  extension: Extension,
  page: Page,
  { name, why }: { name: string; why: boolean },
): Promise<FrameMention[]> {
  const limit = SCRIPT_LIMITS.loaded + SCAN_LIMIT;
  const answers = await within(
    limit,
    extension.inFrames(page, reportFrame, why, SCRIPT_LIMITS),
    new PageProblem(`${name} cannot be read: its scan did not settle in ${limit / 1_000} seconds.`),
  ).catch((error: unknown) => {
    if (error instanceof PageProblem) throw error;
    throw new PageProblem(`${name} cannot be read: ${firstLine(error)}`);
  });
  const [main] = answers;
  if (main?.frameId !== 0 || main.result.mentions === 'no script') {
    throw new PageProblem(`${name} cannot be read: the extension does not run in it.`);
  }
  return answers
    .sort((one, other) => comparePaths(one.result.path, other.result.path))
    .flatMap(({ frameId, result: { frame, mentions } }) =>
      mentions === 'no script' ? [] : mentions.map((mention) => ({ ...mention, frame, frameId })),
    );
}

/** Runs in each frame, beside the page script. */
async function reportFrame(
  _: unknown,
  why: boolean,
  limits: typeof SCRIPT_LIMITS,
): Promise<FrameReport> {
  const path: number[] = [];
  for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
    const siblings = Array.from({ length: frame.parent.length }, (_, index) => frame.parent[index]);
    path.unshift(siblings.indexOf(frame));
  }
  const isPage = document.documentElement instanceof HTMLHtmlElement;
  // The script comes to every page, but not to pictures and the like in frames.
  const limit = !isPage ? 0 : document.readyState === 'complete' ? limits.loaded : limits.loading;
  const patience = path.length === 0 ? limits.loaded : limit;
  const key = Symbol.for('ai-footnotes.page');
  const script = () => (globalThis as { [key]?: PageHandle })[key];
  for (let end = performance.now() + patience; !script() && performance.now() < end; ) {
    await new Promise((done) => setTimeout(done, 20));
  }
  const mentions = (await script()?.list({ why })) ?? 'no script';
  return { frame: location.href, path, mentions };
}

function comparePaths(one: readonly number[], other: readonly number[]): number {
  for (const [depth, index] of one.entries()) {
    const otherIndex = other[depth];
    if (otherIndex === undefined) return 1;
    if (index !== otherIndex) return index - otherIndex;
  }
  return one.length - other.length;
}

async function within<Result>(
  milliseconds: number,
  work: Promise<Result>,
  late: Error,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(late), milliseconds);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
