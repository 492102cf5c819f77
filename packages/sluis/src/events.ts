import type { SluisEvents } from './sluis.js';

export interface Events {
  on<E extends keyof SluisEvents>(event: E, callback: (detail: SluisEvents[E]) => void): () => void;
  emit<E extends keyof SluisEvents>(event: E, detail: SluisEvents[E]): void;
}

/** Listeners are the page's code: what they throw is theirs and stops nobody else. */
export function createEvents(): Events {
  const target = new EventTarget();
  return {
    on(event, callback) {
      const listener = (happened: Event): void => {
        if (happened instanceof CustomEvent) callback(happened.detail);
      };
      target.addEventListener(event, listener);
      return () => target.removeEventListener(event, listener);
    },
    emit: (event, detail) => void target.dispatchEvent(new CustomEvent(event, { detail })),
  };
}
