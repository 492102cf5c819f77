import type { Rules } from './rules.js';
import { channelName, type News, type WorkerStart } from './worker-start.js';

export interface Workers {
  /** Does `worker.js` lie at the page's own origin? Only there can a worker start from it. */
  readonly own: boolean;
  /** What a worker of this page is told at its start. */
  start(shared: boolean): WorkerStart;
  /** The rules have changed. */
  tell(): void;
}

/**
 * Tells the gates in workers what the gate of the page knows.
 * @param gate address of `worker.js`
 */
export function tellWorkers(gate: string, rules: () => Rules): Workers {
  let page: string | undefined;
  let channel: BroadcastChannel | undefined;
  const tell = (): void => {
    if (page) channel?.postMessage([page, rules()] satisfies News);
  };
  return {
    own: gate.startsWith(`${origin}/`),
    tell,
    start(shared) {
      page ??= `${Math.random()}`;
      if (!channel) {
        channel = new BroadcastChannel(channelName);
        channel.addEventListener('message', ({ data }) => data || tell());
      }
      return shared ? { gate } : { gate, page, rules: rules() };
    },
  };
}
