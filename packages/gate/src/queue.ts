import type { Ask, Keeper } from './keeper.js';

/** More than this many held hits are not kept: a page that sends without end must not fill the memory. */
const limit = 200;

interface Held {
  readonly ask: Ask;
  readonly run: () => unknown;
  readonly refuse?: () => void;
}

interface Queue extends Pick<Keeper, 'when'> {
  /** Refuses at once what is now dropped. */
  settle(): void;
  /** Runs what passes by now, each once, in order. */
  release(): Generator<void>;
}

/** Hits that wait for an answer. */
export function createQueue(): Queue {
  const queue = new Set<Held>();
  const finish = (held: Held, done?: () => unknown): void => {
    queue.delete(held);
    try {
      done?.();
    } catch {
      // The page's own call failed, later than it was made: there is nobody left to tell.
    }
  };
  return {
    when(ask, run, refuse) {
      const verdict = ask();
      if (verdict === 'pass') return run();
      if (verdict === 'hold' && queue.size < limit) queue.add({ ask, run, refuse });
      else refuse?.();
      return undefined;
    },
    settle() {
      for (const held of queue) if (held.ask() === 'drop') finish(held, held.refuse);
    },
    *release() {
      for (const held of queue) {
        if (held.ask() === 'pass') yield finish(held, held.run);
      }
    },
  };
}
