import type { Realm } from '../keeper.js';

/**
 * Keeps messages and connections that come before the worker's own script has run.
 * @returns gives them back, in order, once it has
 */
export function bufferEvents({
  MessageEvent,
  addEventListener,
  removeEventListener,
  dispatchEvent,
}: Realm): () => void {
  const kept: MessageEvent[] = [];
  const types = ['message', 'messageerror', 'connect'];
  const keep = (event: Event): void => {
    event.stopImmediatePropagation();
    kept.push(event as MessageEvent);
  };
  for (const type of types) addEventListener(type, keep);
  return () => {
    for (const type of types) removeEventListener(type, keep);
    for (const { type, data, origin, lastEventId, source, ports } of kept)
      dispatchEvent(
        new MessageEvent(type, { data, origin, lastEventId, source, ports: [...ports] }),
      );
  };
}
