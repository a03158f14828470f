import { expect, vi } from 'vitest';
import type { CardEvent, CardState } from '../../../src/card/card-state';
import { createCardStore } from '../../../src/card/card-store';
import type { CardTerm } from '../../../src/glossary/card-term';
import { type Mark, REST_DELAY } from '../../../src/page/page-handle';

/** A mark that stands nowhere, for a term. */
export function markOf(term: string, id = term): Mark {
  return { id, term, text: term, element: {} as Element, rects: () => [] };
}

/** A term of which nothing is known but its name and what it leads to. */
export function termOf(id: string, related: readonly string[] = []): CardTerm {
  return {
    id,
    category: 'model',
    name: { text: id, language: 'en' },
    facts: [],
    languages: ['en'],
    measures: [],
    related: related.map((other) => ({ id: other, name: { text: other, language: 'en' } })),
    sources: [],
  };
}

/**
 * The state machine with a clock that stands still until it is told to go on. Facts come at once unless
 * `hold` keeps them back.
 */
export function startMachine({ open = 400 } = {}) {
  vi.useFakeTimers();
  const done: string[] = [];
  const asked: string[] = [];
  let answers: (() => void)[] | undefined;
  let broken = false;

  const store = createCardStore({
    delays: () => ({ rest: REST_DELAY, open }),
    async readTerm(id) {
      asked.push(id);
      if (answers) await new Promise<void>((resolve) => answers?.push(resolve));
      if (broken) throw new Error('no facts');
      return termOf(id);
    },
    wait: (callback, ms) => void setTimeout(callback, ms),
    focusCard: (token) => void done.push(`focus ${token}`),
    restoreFocus: () => void done.push('restore focus'),
    changed() {},
  });

  return {
    /** What was done, in order. */
    done,
    /** Terms whose facts were asked for. */
    asked,
    get state(): CardState {
      return store.state;
    },
    get phase() {
      return store.state.hover.phase;
    },
    get token(): number {
      return 'token' in store.state.hover ? store.state.hover.token : 0;
    },
    /** Lets events happen, and their answers come. */
    async happens(...events: CardEvent[]) {
      for (const event of events) {
        store.dispatch(event);
        await vi.advanceTimersByTimeAsync(0);
      }
    },
    /** Lets time pass. */
    passes: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    /** Keeps answers back until {@link release}. */
    hold() {
      answers = [];
    },
    async release() {
      for (const answer of answers ?? []) answer();
      await vi.advanceTimersByTimeAsync(0);
    },
    breakFacts() {
      broken = true;
    },
  };
}

export const enters = (
  mark: Mark,
  more: { rested?: number; onPath?: boolean } = {},
): CardEvent => ({
  type: 'MARK_ENTERED',
  mark,
  rested: 0,
  onPath: false,
  ...more,
});

export const R1 = markOf('deepseek-r1');
export const O1 = markOf('openai-o1');
export const STEP = { index: 2, count: 7 };

/** A card that the pointer has opened. */
export async function opened(open = 400) {
  const machine = startMachine({ open });
  await machine.happens(enters(R1));
  await machine.passes(open);
  expect(machine.phase).toBe('open');
  return machine;
}

/** A card that the pointer has just left. */
export async function leaving() {
  const machine = await opened();
  await machine.happens({ type: 'MARK_LEFT' });
  expect(machine.phase).toBe('leaving');
  return machine;
}

/** A card that a command has opened. */
export async function byKeys() {
  const machine = startMachine();
  await machine.happens({ type: 'MARK_REACHED', mark: R1, step: STEP });
  await machine.happens({ type: 'FOCUS_ENTERED' });
  return machine;
}
