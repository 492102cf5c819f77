import type { Ask, Core, Realm } from '../keeper.js';
import type { Stoppable } from '../running.js';
import { wrap } from '../wrap.js';

/** Calls that answer with a promise wait for the verdict; hits that nobody waits for are on their way. */
export function interceptFetch({ ask, askCode, when, watch, isOther }: Core, realm: Realm): void {
  const { Promise, TypeError, AbortController, AbortSignal } = realm;
  /** Keeps what can stop a request for as long as its promise is there. */
  const stops = new WeakMap<object, Stoppable>();
  /** A deferred one goes out with the page, whether or not anybody kept its result. */
  const deferred = new Map<object, Stoppable>();

  /** Sends it such that a withdrawal can stop it. */
  const send = (
    verdict: Ask,
    [input, init]: unknown[],
    run: (args: unknown[]) => unknown,
  ): object => {
    const controller = new AbortController();
    const own: AbortSignal | undefined = Object(init).signal ?? Object(input).signal;
    const signal = own ? AbortSignal.any([own, controller.signal]) : controller.signal;
    // A copy would lose what a Request that is given as settings has on its prototype.
    const settings = new Proxy(Object(init), {
      get: (from, key) => (key === 'signal' ? signal : Reflect.get(from, key)),
    });
    const sent = run([input, settings]) as object;
    const stop = { abort: () => controller.abort(new TypeError('Failed to fetch')) };
    watch(verdict, stop);
    if (!('activated' in sent)) return stops.set(sent, stop) && sent;
    for (const one of deferred.keys()) if (Object(one).activated) deferred.delete(one);
    return deferred.set(sent, stop) && sent;
  };

  wrap(realm, ' fetch|WorkerGlobalScope fetch|Worklet addModule', (_, args, run, name) => {
    const [input, init] = args.map(Object);
    const address = input.url ?? input;
    const isFetch = name === 'fetch';
    const verdict: Ask = () => (isFetch ? ask : askCode)(address);
    const go = (): unknown => (isFetch && isOther(address) ? send(verdict, args, run) : run());
    if (verdict() === 'pass') return go();
    return new Promise((resolve, reject) => {
      const signal = init?.signal ?? input.signal;
      signal?.addEventListener('abort', () => reject(signal.reason));
      // As when the network is down.
      when(
        verdict,
        () => resolve(go()),
        () => reject(new TypeError('Failed to fetch')),
      );
    });
  });

  wrap(realm, 'Navigator sendBeacon| fetchLater', (_, args, run, name) => {
    const { url = args[0] } = Object(args[0]);
    const verdict: Ask = () => ask(url);
    const isLater = name === 'fetchLater';
    return (
      when(verdict, () => (isLater && isOther(url) ? send(verdict, args, run) : run())) ??
      (isLater ? { activated: false } : true)
    );
  });
}
