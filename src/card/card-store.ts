import type { CardTerm } from '../glossary/card-term';
import {
  type CardEvent,
  type CardState,
  type Delays,
  type Effect,
  INITIAL_STATE,
} from './card-state';
import { reduceCard } from './reduce-card';

/** What the state machine needs of the world. */
export interface World {
  delays(): Delays;
  /** @throws where the facts cannot be read. */
  readTerm(id: string): Promise<CardTerm>;
  /** Calls back after some milliseconds. */
  wait(callback: () => void, ms: number): void;
  focusCard(token: number): void;
  restoreFocus(): void;
  /** The state is another; what is shown follows. */
  changed(state: CardState): void;
}

/** Runs the state machine: takes events, keeps the state, carries out what has to be done. */
export interface CardStore {
  readonly state: CardState;
  dispatch(event: CardEvent): void;
}

/** A store in its initial state: no card, nothing rested on. */
export function createCardStore(world: World): CardStore {
  let state = INITIAL_STATE;

  function dispatch(event: CardEvent): void {
    const [next, effects] = reduceCard(state, event, world.delays());
    const changed = next !== state;
    state = next;
    if (changed) world.changed(state);
    effects.forEach(carryOut);
  }

  function carryOut(effect: Effect): void {
    const { token } = { token: 0, ...effect };
    switch (effect.type) {
      case 'WAIT':
        world.wait(() => dispatch({ type: effect.event, token }), effect.ms);
        break;
      case 'FETCH':
        world.readTerm(effect.term).then(
          (term) => dispatch({ type: 'FACTS_ARRIVED', token, term }),
          () => dispatch({ type: 'FACTS_FAILED', token }),
        );
        break;
      case 'FETCH_RELATED':
        world.readTerm(effect.term).then(
          (term) =>
            dispatch({ type: 'READING_CHANGED', token, event: { type: 'TERM_ARRIVED', term } }),
          () =>
            dispatch({
              type: 'READING_CHANGED',
              token,
              event: { type: 'TERM_FAILED', term: effect.term },
            }),
        );
        break;
      case 'FOCUS_CARD':
        world.focusCard(token);
        break;
      case 'RESTORE_FOCUS':
        world.restoreFocus();
        break;
    }
  }

  return {
    get state() {
      return state;
    },
    dispatch,
  };
}
