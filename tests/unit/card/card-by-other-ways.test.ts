import { afterEach, describe, expect, test, vi } from 'vitest';
import { type CardEvent, GRACE, MOST_PINNED, shownHover } from '../../../src/card/card-state';
import { shownTerm } from '../../../src/card/reading';
import {
  byKeys,
  enters,
  leaving,
  markOf,
  O1,
  opened,
  R1,
  STEP,
  startMachine,
  termOf,
} from './card-machine';

/*
 * Every arrow of the drawing in docs/card.md: keys, touch, kept cards and related terms. The clock moves only where a
 * test says so.
 */

const is = (type: 'MARK_LEFT' | 'CARD_ENTERED' | 'CARD_LEFT' | 'ESCAPE_PRESSED'): CardEvent => ({
  type,
});

afterEach(() => {
  vi.useRealTimers();
});

describe('by keyboard', () => {
  test('a command opens the card without delay and takes the focus in', async () => {
    const machine = await byKeys();
    expect(machine.state.hover).toMatchObject({ phase: 'open', by: 'keys', step: STEP });
    expect(machine.done).toEqual([`focus ${machine.token}`]);
  });

  test('the pointer does not close it', async () => {
    const machine = await byKeys();
    await machine.happens(enters(R1), is('MARK_LEFT'), is('CARD_ENTERED'), is('CARD_LEFT'));
    await machine.happens(enters(O1));
    await machine.passes(60_000);
    expect(machine.state.hover).toMatchObject({ phase: 'open', mark: { id: 'deepseek-r1' } });
  });

  test.each<CardEvent['type']>(['MARK_HIDDEN', 'TAB_HIDDEN', 'TEXT_CHANGED', 'PAGE_SCROLLED'])(
    '%s does not close it',
    async (type) => {
      const machine = await byKeys();
      await machine.happens({ type } as CardEvent);
      expect(machine.phase).toBe('open');
    },
  );

  test('Escape closes it and leads back to where the reader was', async () => {
    const machine = await byKeys();
    await machine.happens(is('ESCAPE_PRESSED'));
    expect(machine.phase).toBe('idle');
    expect(machine.done.at(-1)).toBe('restore focus');
  });

  test('a press in the page closes it and leaves the focus where it was put', async () => {
    const machine = await byKeys();
    await machine.happens({ type: 'PAGE_PRESSED' });
    expect(machine.phase).toBe('idle');
    expect(machine.done).not.toContain('restore focus');
  });

  test('it closes some time after the focus has left it', async () => {
    const machine = await byKeys();
    await machine.happens({ type: 'FOCUS_LEFT' });
    await machine.passes(GRACE);
    expect(machine.phase).toBe('idle');
  });

  test('the next mention takes its place', async () => {
    const machine = await byKeys();
    await machine.happens({ type: 'MARK_REACHED', mark: O1, step: { index: 3, count: 7 } });
    expect(machine.state.hover).toMatchObject({ phase: 'open', mark: { id: 'openai-o1' } });
  });
});

describe('by touch', () => {
  test('a tap opens the card, and only a tap elsewhere or its button closes it', async () => {
    const machine = startMachine();
    await machine.happens({ type: 'MARK_TAPPED', mark: R1 });
    await machine.happens(is('CARD_ENTERED'), is('CARD_LEFT'), { type: 'FOCUS_LEFT' });
    await machine.passes(60_000);
    expect(machine.state.hover).toMatchObject({ phase: 'open', by: 'touch' });
    expect(machine.done).toEqual([]);
    await machine.happens({ type: 'PAGE_PRESSED' });
    expect(machine.phase).toBe('idle');
  });
});

describe('pinned cards', () => {
  const AT = { x: 40, y: 60 };

  test('a kept card stays, and another one can open beside it', async () => {
    for (const start of [opened, leaving]) {
      const machine = await start();
      await machine.happens({ type: 'PIN_PRESSED', at: AT }, { type: 'PAGE_PRESSED' });
      await machine.happens({ type: 'TAB_HIDDEN' }, enters(O1));
      await machine.passes(400);
      expect(machine.state.pinned).toMatchObject([{ mark: { id: 'deepseek-r1' }, at: AT }]);
      expect(machine.state.hover).toMatchObject({ phase: 'open', mark: { id: 'openai-o1' } });
    }
  });

  test('it can be moved', async () => {
    const machine = await opened();
    const { token } = machine;
    await machine.happens({ type: 'PIN_PRESSED', at: AT });
    await machine.happens({ type: 'PINNED_MOVED', token, at: { x: 1, y: 2 } });
    expect(machine.state.pinned).toMatchObject([{ at: { x: 1, y: 2 } }]);
  });

  test('Escape closes the one that has the focus, and its button closes it too', async () => {
    for (const end of ['escape', 'button']) {
      const machine = await opened();
      const { token } = machine;
      await machine.happens({ type: 'PIN_PRESSED', at: AT }, is('ESCAPE_PRESSED'));
      expect(machine.state.pinned).toHaveLength(1);
      await machine.happens(
        end === 'escape'
          ? { type: 'ESCAPE_PRESSED', pinned: token }
          : { type: 'CLOSE_PRESSED', token },
      );
      expect(machine.state.pinned).toEqual([]);
      expect(machine.done).toEqual(['restore focus']);
    }
  });

  test(`there are never more than ${MOST_PINNED}`, async () => {
    const machine = startMachine({ open: 0 });
    for (let at = 0; at <= MOST_PINNED; at += 1) {
      await machine.happens(enters(markOf('openai-o1', `mark-${at}`)));
      await machine.passes(1);
      await machine.happens({ type: 'PIN_PRESSED', at: AT });
    }
    expect(machine.state.pinned).toHaveLength(MOST_PINNED);
    expect(machine.phase).toBe('open');
  });

  test('the focus goes along when a card is kept by keyboard', async () => {
    const machine = await byKeys();
    const { token } = machine;
    await machine.happens({ type: 'PIN_PRESSED', at: AT });
    expect(machine.done.at(-1)).toBe(`focus ${token}`);
  });
});

describe('related terms', () => {
  test('one opens in place, with a way back', async () => {
    const machine = await opened();
    const { token } = machine;
    const shown = () =>
      shownTerm(shownHover(machine.state.hover)?.reading ?? { trail: [], expanded: false })?.id;
    await machine.happens({
      type: 'READING_CHANGED',
      token,
      event: { type: 'RELATED_CHOSEN', term: 'openai-o1' },
    });
    expect(shown()).toBe('openai-o1');
    await machine.happens({ type: 'READING_CHANGED', token, event: { type: 'WENT_BACK' } });
    expect(shown()).toBe('deepseek-r1');
  });

  test('one opens in a kept card too', async () => {
    const machine = await opened();
    const { token } = machine;
    await machine.happens({ type: 'PIN_PRESSED', at: { x: 0, y: 0 } });
    await machine.happens({
      type: 'READING_CHANGED',
      token,
      event: { type: 'RELATED_CHOSEN', term: 'nvidia' },
    });
    expect(machine.state.pinned[0]?.reading.trail.map(({ id }) => id)).toEqual([
      'deepseek-r1',
      'nvidia',
    ]);
  });

  test('its facts are dropped when the card has closed meanwhile', async () => {
    const machine = await opened();
    const { token } = machine;
    machine.hold();
    await machine.happens({
      type: 'READING_CHANGED',
      token,
      event: { type: 'RELATED_CHOSEN', term: 'nvidia' },
    });
    await machine.happens(is('ESCAPE_PRESSED'));
    const before = machine.state;
    await machine.release();
    expect(machine.state).toEqual(before);
  });

  test('a failure to read it is said and leaves the shown term', async () => {
    const machine = await opened();
    const { token } = machine;
    machine.breakFacts();
    await machine.happens({
      type: 'READING_CHANGED',
      token,
      event: { type: 'RELATED_CHOSEN', term: 'nvidia' },
    });
    expect(shownHover(machine.state.hover)?.reading).toMatchObject({
      trail: [termOf('deepseek-r1')],
      failed: true,
    });
  });
});
