import type { Ask, Keeper } from './keeper.js';

/** Anything with its own way to end: a request, a connection, a database, a worker. */
export type Stoppable = Partial<Record<'abort' | 'close' | 'terminate', () => void>>;

interface Running extends Pick<Keeper, 'watch'> {
  /** Ends what is refused by now (GDPR art. 7(3): from the withdrawal on nothing goes on). */
  stop(): void;
}

/** What is under way to other parties, held weakly: what the page forgets is forgotten here too. */
export function createRunning(): Running {
  let running: (readonly [WeakRef<Stoppable>, Ask])[] = [];
  let room = 99;
  return {
    watch(ask, made) {
      running.push([new WeakRef(made), ask]);
      if (running.length < room) return;
      running = running.filter(([ref]) => ref.deref());
      room = running.length * 2 + 99;
    },
    stop() {
      running = running.filter(([ref, ask]) => {
        const made = ref.deref();
        if (!made || ask() !== 'drop') return made;
        (made.abort ?? made.close ?? made.terminate)?.call(made);
        return false;
      });
    },
  };
}
