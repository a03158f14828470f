import { afterEach, describe, expect, test, vi } from 'vitest';
import { type CardEvent, GRACE, shownHover } from '../../../src/card/card-state';
import { enters, leaving, markOf, O1, opened, R1 } from './card-machine';

/*
 * Every arrow of the drawing in docs/card.md: what keeps a card open and what closes it. The clock moves only where a
 * test says so.
 */

const is = (type: 'MARK_LEFT' | 'CARD_ENTERED' | 'CARD_LEFT' | 'ESCAPE_PRESSED'): CardEvent => ({
  type,
});

afterEach(() => {
  vi.useRealTimers();
});

describe('while a card is open', () => {
  test('it stays while the pointer is on mark or card', async () => {
    const machine = await opened();
    await machine.happens(is('MARK_LEFT'));
    await machine.passes(GRACE - 1);
    await machine.happens(is('CARD_ENTERED'));
    await machine.passes(60_000);
    expect(machine.state.hover).toMatchObject({ phase: 'open', over: 'card' });
    await machine.happens(is('CARD_LEFT'), enters(R1));
    await machine.passes(60_000);
    expect(machine.state.hover).toMatchObject({ phase: 'open', over: 'mark' });
  });

  test('it closes 300 ms after the pointer has left both', async () => {
    const machine = await leaving();
    await machine.passes(GRACE - 1);
    expect(machine.phase).toBe('leaving');
    await machine.passes(1);
    expect(machine.phase).toBe('idle');
  });

  test('leaving a second time starts the grace anew', async () => {
    const machine = await leaving();
    await machine.passes(200);
    await machine.happens(is('CARD_ENTERED'), is('CARD_LEFT'));
    await machine.passes(200);
    expect(machine.phase).toBe('leaving');
    await machine.passes(100);
    expect(machine.phase).toBe('idle');
  });

  test('a pointer on its way to the card keeps it', async () => {
    const machine = await leaving();
    for (let moves = 0; moves < 10; moves += 1) {
      await machine.passes(200);
      await machine.happens({ type: 'PATH_KEPT' });
    }
    expect(machine.phase).toBe('leaving');
    await machine.passes(GRACE);
    expect(machine.phase).toBe('idle');
  });

  test('a mark crossed on the way does not take over', async () => {
    const machine = await leaving();
    await machine.happens(enters(O1, { onPath: true }));
    await machine.passes(100);
    await machine.happens(is('CARD_ENTERED'));
    expect(machine.state.hover).toMatchObject({ phase: 'open', mark: { id: 'deepseek-r1' } });
  });

  test('a mark crossed and left again is forgotten', async () => {
    const machine = await leaving();
    await machine.happens(enters(O1, { onPath: true }), is('MARK_LEFT'));
    await machine.passes(GRACE);
    expect(machine.phase).toBe('idle');
  });

  test('a mark crossed and rested on gets its turn', async () => {
    const machine = await leaving();
    await machine.happens(enters(O1, { onPath: true }));
    await machine.passes(GRACE);
    expect(machine.state.hover).toMatchObject({ phase: 'resting', mark: { id: 'openai-o1' } });
  });

  test('a mark next to it takes over at once when it is not on the way', async () => {
    for (const start of [opened, leaving]) {
      const machine = await start();
      await machine.happens(enters(O1));
      expect(machine.state.hover).toMatchObject({ phase: 'resting', mark: { id: 'openai-o1' } });
    }
  });

  test('a mark that lies under the card is not come upon', async () => {
    const machine = await opened();
    await machine.happens(is('CARD_ENTERED'), enters(O1));
    expect(machine.state.hover).toMatchObject({ phase: 'open', mark: { id: 'deepseek-r1' } });
  });

  test('it belongs to the mark as it was come upon last', async () => {
    for (const start of [opened, leaving]) {
      const machine = await start();
      const renewed = markOf('deepseek-r1');
      await machine.happens(enters(renewed));
      expect(machine.state.hover).toMatchObject({ phase: 'open', over: 'mark' });
      expect(shownHover(machine.state.hover)?.mark).toBe(renewed);
    }
  });

  test('a change of its text closes it, but not before its time while it is being left', async () => {
    const machine = await opened();
    await machine.happens({ type: 'TEXT_CHANGED' });
    expect(machine.phase).toBe('idle');
    const left = await leaving();
    await left.passes(GRACE - 1);
    await left.happens({ type: 'TEXT_CHANGED' });
    expect(left.phase).toBe('leaving');
    await left.passes(1);
    expect(left.phase).toBe('idle');
  });

  test.each<CardEvent['type']>(['ESCAPE_PRESSED', 'PAGE_PRESSED', 'MARK_HIDDEN', 'TAB_HIDDEN'])(
    '%s closes it, and while it is being left too',
    async (type) => {
      for (const start of [opened, leaving]) {
        const machine = await start();
        await machine.happens({ type } as CardEvent);
        expect(machine.phase).toBe('idle');
      }
    },
  );

  test.each<CardEvent['type']>(['PAGE_SCROLLED', 'SELECTION_STARTED'])(
    '%s leaves it open',
    async (type) => {
      const machine = await opened();
      await machine.happens({ type } as CardEvent);
      expect(machine.phase).toBe('open');
    },
  );

  test('a reader in the card keeps it though the page changes', async () => {
    const machine = await opened();
    await machine.happens(is('CARD_ENTERED'), { type: 'TEXT_CHANGED' });
    expect(machine.phase).toBe('open');
    await machine.happens(is('CARD_LEFT'));
    await machine.passes(GRACE);
    expect(machine.phase).toBe('idle');
  });

  test('its close button closes it, one of another card does not', async () => {
    for (const start of [opened, leaving]) {
      const machine = await start();
      const { token } = machine;
      await machine.happens({ type: 'CLOSE_PRESSED', token: token - 1 });
      expect(shownHover(machine.state.hover)).toBeDefined();
      await machine.happens({ type: 'CLOSE_PRESSED', token });
      expect(machine.phase).toBe('idle');
    }
  });

  test('focus in it holds it while it is being left', async () => {
    const machine = await leaving();
    await machine.happens({ type: 'FOCUS_ENTERED' });
    await machine.passes(60_000);
    expect(machine.state.hover).toMatchObject({ phase: 'open', focused: true, over: 'neither' });
  });
});
