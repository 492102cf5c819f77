import type { Rules } from './rules.js';
import type { GateInside } from './start-worker.js';
import { channelName, type News } from './worker-start.js';

interface Told extends GateInside {
  /** The rules have changed. */
  tell(): void;
}

/**
 * Tells the gates in workers what the gate of the page knows.
 * @param gate address of `worker.js`
 */
export function tellWorkers(gate: string, rules: () => Rules): Told {
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
