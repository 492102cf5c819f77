export type Answer = Response | PromiseLike<Response>;

interface OtherListeners {
  /** The one listener that the browser knows. */
  listen(listener: (event: FetchEvent) => void): void;
  /** What the site's own worker answers, if it does. */
  ask(event: FetchEvent): Answer | undefined;
}

/**
 * The `fetch` listeners of the site's own worker, into which this was imported. `respondWith` ends the
 * event for all listeners that follow (Service Workers, 4.6.1), so the first one has to ask the others.
 */
export function otherListeners(worker: ServiceWorkerGlobalScope): OtherListeners {
  const others = new Set<EventListenerOrEventListenerObject>();
  const { addEventListener, removeEventListener } = worker;
  worker.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void => {
    if (type === 'fetch') others.add(listener);
    else addEventListener.call(worker, type, listener, options);
  };
  worker.removeEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void => {
    if (!others.delete(listener)) removeEventListener.call(worker, type, listener, options);
  };
  Object.defineProperty(worker, 'onfetch', {
    set(listener) {
      others.add(listener);
    },
  });

  return {
    listen: (listener) =>
      addEventListener.call(worker, 'fetch', (event) => listener(event as FetchEvent)),
    ask(event) {
      let answer: Answer | undefined;
      Object.defineProperty(event, 'respondWith', {
        configurable: true,
        value: (given: Answer) => void (answer ??= given),
      });
      for (const other of others) {
        if (answer) break;
        if (typeof other === 'function') other.call(worker, event);
        else other.handleEvent(event);
      }
      Reflect.deleteProperty(event, 'respondWith');
      return answer;
    },
  };
}
