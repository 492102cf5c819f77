import type { Acknowledgement, Decision, SluisError } from '@sluis/schema';
import type { Backend } from './backend.js';

/** The outbox as this room sees it: what waits, and what becomes of it. */
export interface OutboxPort {
  waiting(): Promise<readonly Waiting[]>;
  keep(acknowledgement: Acknowledgement): Promise<void>;
  giveUp(id: string, error: SluisError): Promise<void>;
  /** Nothing waits any more. */
  emptied(): void;
  /** The server is not to be had just now; told once per round. */
  delayed(error: SluisError): void;
}

export interface Waiting {
  readonly decision: Decision;
  readonly secret: string;
  /** The canonical policy, when the record has it. */
  readonly policy: string | undefined;
  /** Has the server acknowledged a decision under this policy before? */
  readonly isPolicyKnown: boolean;
}

export interface Outbox {
  /** Sends what waits, in order. Resolves when nothing waits or the server is not to be had. */
  flush(): Promise<void>;
}

/** Milliseconds before the first and the last kind of retry. */
const first = 1000;
const longest = 5 * 60_000;

async function onlyOneTab(work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work();
  await navigator.locks.request('sluis-outbox', work);
}

/**
 * One tab sends at a time. After a failure it tries again by itself, later each time and at a random
 * moment, so that a server that comes back is not overrun; and at once when the device is online again.
 */
export function openOutbox(backend: Backend, port: OutboxPort): Outbox {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const retryLater = (): void => {
    const delay = Math.min(longest, first * 2 ** failures++);
    clearTimeout(timer);
    timer = setTimeout(flush, delay * (0.5 + Math.random() / 2));
  };

  const sendAll = async (): Promise<void> => {
    for (const waiting of await port.waiting()) {
      const { decision } = waiting;
      const delivery = await backend.deliver(waiting);
      if (delivery.kind === 'kept') await port.keep(delivery.acknowledgement);
      else if (delivery.kind === 'refused') await port.giveUp(decision.id, delivery.error);
      else {
        port.delayed(delivery.error);
        return retryLater();
      }
    }
    failures = 0;
    port.emptied();
  };

  const flush = (): Promise<void> => onlyOneTab(sendAll);

  addEventListener('online', () => void flush());
  return { flush };
}
