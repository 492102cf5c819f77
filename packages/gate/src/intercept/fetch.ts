import type { Ask, Core, Realm } from '../keeper.js';
import { refusal } from '../refusal.js';
import type { Stoppable } from '../running.js';
import { addressIn } from '../read-once.js';
import { strictest } from '../verdicts.js';
import { wrap } from '../wrap.js';

type Send = (
  verdict: Ask,
  args: unknown[],
  run: (args: unknown[]) => unknown,
  own: AbortSignal | undefined,
) => object;

function signalOf([input, init]: unknown[]): AbortSignal | undefined {
  return Object(init).signal ?? Object(input).signal;
}

/** Sends requests such that a withdrawal can stop them, and the page by its own signal. */
function createSend({ watch }: Core, realm: Realm): Send {
  const { AbortController, AbortSignal } = realm;
  /** Keeps what can stop a request for as long as its promise is there. */
  const stops = new WeakMap<object, Stoppable>();
  /** A deferred one goes out with the page, whether or not anybody kept its result. */
  const deferred = new Map<object, Stoppable>();

  return (verdict, [input, init], run, own) => {
    const controller = new AbortController();
    const { referrer, referrerPolicy } = Object(input);
    // Browsers before `any` (Safari 17.4, Firefox 124) leave a request that has a signal to the page.
    const signal = own ? (AbortSignal.any?.([own, controller.signal]) ?? own) : controller.signal;
    // Settings beside a Request take its referrer away (Fetch, new Request, step 12). Those of the
    // page are not copied: what they have on their prototype would be lost.
    const settings = init
      ? new Proxy(
          {}, // of the page's own, a frozen one would have to say what it has (ECMAScript, 10.5.8)
          { get: (_, key) => (key === 'signal' ? signal : Reflect.get(Object(init), key)) },
        )
      : { signal, referrer, referrerPolicy };
    const sent = run([input, settings]) as object;
    const stop = { abort: () => controller.abort(refusal(realm)) };
    watch(verdict, stop);
    if (!('activated' in sent)) return stops.set(sent, stop) && sent;
    for (const one of deferred.keys()) if (Object(one).activated) deferred.delete(one);
    return deferred.set(sent, stop) && sent;
  };
}

/** Whom the browser asks about who somebody is: providers of identity (FedCM), and a party that shares its keys (WebAuthn 3, 5.11). */
function parties({ identity, publicKey }: CredentialRequestOptions & FedCm): unknown[] {
  const providers = Array.from(identity?.providers ?? [], ({ configURL }) => configURL);
  return [...providers, publicKey?.rpId && `https://${publicKey.rpId}`];
}

interface FedCm {
  readonly identity?: { readonly providers?: Iterable<{ readonly configURL: unknown }> };
}

/** Calls that answer with a promise wait for the verdict; hits that nobody waits for are on their way. */
export function interceptFetch(core: Core, realm: Realm): void {
  const { ask, askCode, when, isOther, route } = core;
  const { Promise } = realm;
  const send = createSend(core, realm);

  // The identity that somebody else vouches for (FedCM) is fetched from there.
  const table = ' fetch|WorkerGlobalScope fetch|Worklet addModule|CredentialsContainer get';
  wrap(realm, table, (_, args, run, name) => {
    const isGet = name === 'get';
    const [input, init] = [Object(args[0]), Object(args[1])];
    const address = isGet || addressIn(realm, args);
    const isFetch = name === 'fetch';
    if (isFetch && !isOther(address)) return run();
    const verdict: Ask = () =>
      isGet
        ? strictest(parties(input).map((one) => ask(one)))
        : (isFetch ? ask : askCode)(route(address));
    const own = signalOf(args);
    const go = (signal: AbortSignal | undefined): unknown => {
      const to = route(args[0]);
      if (to !== args[0]) return Promise.resolve(to).then((one) => run([one, args[1]]));
      return isFetch ? send(verdict, args, run, signal) : run();
    };
    if (own?.aborted || verdict() === 'pass') return go(own);
    // A page that gives up reading reads no more. Its time-out for what it sends is about the network,
    // where that has not been yet: it stays, since many a tracker would not send it again.
    const reads = /^(get|head|undefined)$/i.test(init.method ?? input.method);
    return new Promise((resolve, reject) => {
      if (reads) own?.addEventListener('abort', () => reject(own.reason));
      when(
        () => (reads && own?.aborted ? 'drop' : verdict()),
        () => resolve(go(own?.aborted ? undefined : own)),
        () => reject(refusal(realm)),
      );
    });
  });

  wrap(realm, 'Navigator sendBeacon| fetchLater', (_, args, run, name) => {
    const url = addressIn(realm, args);
    const verdict: Ask = () => ask(route(url));
    const isLater = name === 'fetchLater';
    return (
      when(verdict, () => {
        const to = route(args[0]);
        if (to !== args[0]) return run([to, args[1]]);
        return isLater && isOther(url) ? send(verdict, args, run, signalOf(args)) : run();
      }) ?? (isLater ? { activated: false } : true)
    );
  });
}
