import { afterEach, describe, expect, test, vi } from 'vitest';
import { type CardEvent, shownHover } from '../../../src/card/card-state';
import type { Mark } from '../../../src/page/page-handle';
import { enters, markOf, O1, R1, STEP, startMachine } from './card-machine';

/*
 * Every arrow of the drawing in docs/card.md: what leads to an open card. The clock moves only where a
 * test says so.
 */

const is = (type: 'MARK_LEFT' | 'CARD_ENTERED' | 'CARD_LEFT' | 'ESCAPE_PRESSED'): CardEvent => ({
  type,
});

const renews = (mark: Mark): CardEvent => ({ type: 'MARK_RENEWED', mark, rested: 0 });

afterEach(() => {
  vi.useRealTimers();
});

describe('before a card opens', () => {
  test('nothing is asked until the pointer has rested for 150 ms', async () => {
    const machine = startMachine();
    await machine.happens(enters(R1));
    await machine.passes(149);
    expect(machine.asked).toEqual([]);
    expect(machine.phase).toBe('resting');
    await machine.passes(1);
    expect(machine.asked).toEqual(['deepseek-r1']);
    expect(machine.phase).toBe('ready');
  });

  test('the card opens at 400 ms and not before', async () => {
    const machine = startMachine();
    await machine.happens(enters(R1));
    await machine.passes(399);
    expect(machine.phase).toBe('ready');
    await machine.passes(1);
    expect(machine.state.hover).toMatchObject({ phase: 'open', over: 'mark', by: 'hover' });
  });

  test('a mark whose text was made anew meanwhile opens where that is now', async () => {
    const machine = startMachine();
    const renewed = [1, 2].map(() => markOf('openai-o1'));
    await machine.happens(enters(markOf('openai-o1')));
    await machine.passes(200);
    await machine.happens(renews(renewed[0] as Mark));
    await machine.passes(200);
    expect(shownHover(machine.state.hover)?.mark).toBe(renewed[0]);
    await machine.happens(renews(renewed[1] as Mark));
    expect(shownHover(machine.state.hover)?.mark).toBe(renewed[1]);
    expect(machine.asked).toEqual(['openai-o1']);
  });

  test('a card that went with its text opens again with it, of that mark alone', async () => {
    const machine = startMachine();
    const again = markOf('openai-o1');
    await machine.happens(enters(markOf('openai-o1')));
    await machine.passes(400);
    await machine.happens({ type: 'TEXT_CHANGED' }, renews(R1));
    expect(machine.phase).toBe('idle');
    await machine.happens(renews(again));
    await machine.passes(400);
    expect(shownHover(machine.state.hover)?.mark).toBe(again);
  });

  test.each<CardEvent>([
    { type: 'ESCAPE_PRESSED' },
    { type: 'PAGE_PRESSED' },
    { type: 'CLOSE_PRESSED', token: 1 },
    { type: 'PIN_PRESSED', at: { x: 0, y: 0 } },
    { type: 'MARK_LEFT' },
  ])('a card that was closed stays closed when its text is made anew: %o', async (event) => {
    const machine = startMachine();
    await machine.happens(enters(markOf('openai-o1')));
    await machine.passes(400);
    await machine.happens(event);
    await machine.passes(1_000);
    await machine.happens(renews(markOf('openai-o1')));
    await machine.passes(1_000);
    expect(machine.phase).toBe('idle');
  });

  test.each<CardEvent['type']>([
    'MARK_LEFT',
    'ESCAPE_PRESSED',
    'PAGE_PRESSED',
    'SELECTION_STARTED',
    'TAB_HIDDEN',
  ])('after %s, a mark that is made anew opens no card', async (type) => {
    const machine = startMachine();
    await machine.happens(enters(markOf('openai-o1')));
    await machine.passes(400);
    await machine.happens({ type: 'TEXT_CHANGED' }, { type } as CardEvent);
    await machine.happens(renews(markOf('openai-o1')));
    await machine.passes(1_000);
    expect(machine.phase).toBe('idle');
  });

  test.each([0, 100, 1_000])('a delay of %i ms is kept', async (open) => {
    const machine = startMachine({ open });
    await machine.happens(enters(R1));
    if (open > 0) {
      await machine.passes(open - 1);
      expect(shownHover(machine.state.hover)).toBeUndefined();
    }
    await machine.passes(1);
    expect(machine.phase).toBe('open');
  });

  test('the time the card took to load counts as rest', async () => {
    const machine = startMachine();
    await machine.happens(enters(R1, { rested: 250 }));
    await machine.passes(150);
    expect(machine.phase).toBe('open');
  });

  test('passing over twenty marks asks for nothing and opens nothing', async () => {
    const machine = startMachine();
    for (let at = 0; at < 20; at += 1) {
      await machine.happens(enters(markOf('openai-o1', `mark-${at}`)));
      await machine.passes(60);
    }
    await machine.happens(is('MARK_LEFT'));
    await machine.passes(5_000);
    expect(machine.asked).toEqual([]);
    expect(machine.phase).toBe('idle');
  });

  test('a timer of a mark left behind does not open the card of the next', async () => {
    const machine = startMachine();
    await machine.happens(enters(R1));
    await machine.passes(300);
    await machine.happens(enters(O1));
    await machine.passes(399);
    expect(shownHover(machine.state.hover)).toBeUndefined();
    await machine.passes(1);
    expect(machine.state.hover).toMatchObject({ phase: 'open', mark: { id: 'openai-o1' } });
  });

  test('coming upon the same mark again does not start the delay anew', async () => {
    const machine = startMachine();
    await machine.happens(enters(R1));
    await machine.passes(300);
    await machine.happens(enters(R1));
    await machine.passes(100);
    expect(machine.phase).toBe('open');
  });

  test('a scroll under the pointer begins the delay anew', async () => {
    for (const waited of [0, 160, 399]) {
      const machine = startMachine();
      await machine.happens(enters(R1));
      await machine.passes(waited);
      await machine.happens({ type: 'PAGE_SCROLLED' });
      await machine.passes(399);
      expect(shownHover(machine.state.hover)).toBeUndefined();
      await machine.passes(1);
      expect(shownHover(machine.state.hover)?.mark).toBe(R1);
    }
  });

  test.each<CardEvent['type']>([
    'MARK_LEFT',
    'PAGE_PRESSED',
    'SELECTION_STARTED',
    'TAB_HIDDEN',
    'ESCAPE_PRESSED',
  ])('%s ends the waiting at every step of it', async (type) => {
    for (const waited of [0, 160]) {
      const machine = startMachine();
      await machine.happens(enters(R1));
      await machine.passes(waited);
      await machine.happens({ type } as CardEvent);
      expect(machine.phase).toBe('idle');
      await machine.passes(5_000);
      expect(machine.phase).toBe('idle');
    }
  });

  test.each<CardEvent['type']>(['CARD_ENTERED', 'CARD_LEFT', 'FOCUS_LEFT', 'PATH_KEPT'])(
    '%s means nothing before a card is there',
    async (type) => {
      const machine = startMachine();
      await machine.happens({ type } as CardEvent, enters(R1), { type } as CardEvent);
      expect(machine.phase).toBe('resting');
    },
  );
});

describe('when facts come late', () => {
  test('the card waits for them after the delay', async () => {
    const machine = startMachine();
    machine.hold();
    await machine.happens(enters(R1));
    await machine.passes(150);
    expect(machine.phase).toBe('fetching');
    await machine.passes(250);
    expect(machine.phase).toBe('awaiting');
    await machine.release();
    expect(machine.phase).toBe('open');
  });

  test('facts of a mark left behind open nothing', async () => {
    const machine = startMachine();
    machine.hold();
    await machine.happens(enters(R1));
    await machine.passes(500);
    await machine.happens(is('MARK_LEFT'));
    await machine.release();
    expect(machine.phase).toBe('idle');
  });

  test('another mark meanwhile takes over', async () => {
    const machine = startMachine();
    machine.hold();
    await machine.happens(enters(R1));
    await machine.passes(500);
    await machine.happens(enters(O1));
    await machine.passes(500);
    await machine.release();
    expect(machine.state.hover).toMatchObject({ phase: 'open', mark: { id: 'openai-o1' } });
  });

  test('a failure is said, not hidden', async () => {
    const machine = startMachine();
    machine.breakFacts();
    await machine.happens(enters(R1));
    await machine.passes(400);
    expect(shownHover(machine.state.hover)?.reading).toMatchObject({ trail: [], failed: true });
  });

  test.each([
    ['SELECTION_STARTED', 'idle'],
    ['PAGE_SCROLLED', 'resting'],
  ] as [CardEvent['type'], string][])(
    '%s ends the wait of a pointer, or begins it anew, but not of a command',
    async (type, pointed) => {
      for (const [event, phase] of [
        [enters(R1), pointed],
        [{ type: 'MARK_REACHED', mark: R1, step: STEP } as CardEvent, 'awaiting'],
      ] as const) {
        const machine = startMachine();
        machine.hold();
        await machine.happens(event);
        await machine.passes(500);
        await machine.happens({ type } as CardEvent);
        expect(machine.phase).toBe(phase);
      }
    },
  );

  test.each<CardEvent['type']>(['ESCAPE_PRESSED', 'PAGE_PRESSED', 'TAB_HIDDEN'])(
    '%s ends every wait',
    async (type) => {
      const machine = startMachine();
      machine.hold();
      await machine.happens({ type: 'MARK_REACHED', mark: R1, step: STEP }, { type } as CardEvent);
      expect(machine.phase).toBe('idle');
    },
  );
});
