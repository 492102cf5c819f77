import type { Verdict } from './judge.js';

/** More than this many held hits are not kept: a page that sends without end must not fill the memory. */
const limit = 200;

interface Held {
  ask(): Verdict;
  send(): void;
  refuse?(): void;
}

interface Queue {
  when(ask: () => Verdict, send: () => void, refuse?: () => void): void;
  /** Refuses at once what is now dropped. */
  settle(): void;
  /** Sends what passes by now, each once, in order. */
  release(): Generator<void>;
}

/** Nothing of ours may throw into the page. */
function quietly(work: (() => void) | undefined): void {
  try {
    work?.();
  } catch {
    // The page's own call failed, later than it was made: there is nobody left to tell.
  }
}

/** Hits that wait for an answer. */
export function createQueue(): Queue {
  let queue: Held[] = [];
  return {
    when(ask, send, refuse) {
      const verdict = ask();
      if (verdict === 'pass') send();
      else if (verdict === 'hold' && queue.length < limit) queue.push({ ask, send, refuse });
      else refuse?.();
    },
    settle() {
      const dropped = queue.filter((held) => held.ask() === 'drop');
      queue = queue.filter((held) => !dropped.includes(held));
      for (const held of dropped) quietly(held.refuse);
    },
    *release() {
      for (const held of [...queue]) {
        if (held.ask() !== 'pass' || !queue.includes(held)) continue;
        queue.splice(queue.indexOf(held), 1);
        quietly(held.send);
        yield;
      }
    },
  };
}
