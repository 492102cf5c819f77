import type { Ask, Keeper } from './keeper.js';

/** More than this many held hits are not kept: a page that sends without end must not fill the memory. */
const limit = 200;

interface Held {
  readonly ask: Ask;
  readonly run: () => unknown;
  readonly refuse?: () => void;
  readonly key?: string;
}

export interface Queue extends Pick<Keeper, 'when'> {
  /** In the order of the calls. */
  readonly waiting: Set<Held>;
  /** Takes a hit out of the queue and does what is left to do about it. */
  finish(held: Held, done?: () => unknown): void;
  /** Refuses at once what is now dropped. */
  settle(): void;
}

/** Hits that wait for an answer. */
export function createQueue(): Queue {
  const waiting = new Set<Held>();
  const finish = (held: Held, done?: () => unknown): void => {
    waiting.delete(held);
    try {
      done?.();
    } catch {
      // The page's own call failed, later than it was made: there is nobody left to tell.
    }
  };
  const settle = (): void => {
    for (const held of waiting) if (held.ask() === 'drop') finish(held, held.refuse);
  };
  return {
    waiting,
    finish,
    settle,
    when(ask, run, refuse, key) {
      const verdict = ask();
      if (verdict === 'pass') return run();
      for (const held of waiting) if (key && held.key === key) finish(held, held.refuse);
      if (waiting.size >= limit) settle(); // some may have been given up by the page
      if (verdict === 'hold' && waiting.size < limit) waiting.add({ ask, run, refuse, key });
      else refuse?.();
      return undefined;
    },
  };
}
