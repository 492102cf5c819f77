import type { Queue } from '../queue.js';

/** Runs what passes by now, each once, in order. */
export function* releaseWaiting({
  waiting,
  finish,
}: Pick<Queue, 'waiting' | 'finish'>): Generator<void> {
  for (const one of waiting) if (one.ask() === 'pass') yield finish(one, one.run);
}
