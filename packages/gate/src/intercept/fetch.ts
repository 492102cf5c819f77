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
    const { signal: given, referrer, referrerPolicy } = Object(input);
    const own: AbortSignal | undefined = Object(init).signal ?? given;
    // Browsers before `any` (Safari 17.4, Firefox 124) leave a request that has a signal to the page.
    const signal = own ? (AbortSignal.any?.([own, controller.signal]) ?? own) : controller.signal;
    // Settings beside a Request take its referrer away (Fetch, new Request, step 12). Those of the
    // page are not copied: what they have on their prototype would be lost.
    const settings = init
      ? new Proxy(init, {
          get: (from, key) => (key === 'signal' ? signal : Reflect.get(from, key)),
        })
      : { signal, referrer, referrerPolicy };
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
