import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** Calls that answer with a promise wait for the verdict; hits that nobody waits for are on their way. */
export function interceptFetch({ ask, askCode, when }: Keeper, realm: Realm): void {
  const { Promise, TypeError } = realm;
  wrap(realm, ' fetch|Worklet addModule', (_, args, run, name) => {
    const [input, init] = args.map(Object);
    const verdict = (): ReturnType<typeof ask> =>
      (name === 'fetch' ? ask : askCode)(input.url ?? input);
    if (verdict() === 'pass') return run();
    return new Promise((resolve, reject) => {
      const signal = init?.signal ?? input.signal;
      signal?.addEventListener('abort', () => reject(signal.reason));
      // As when the network is down.
      when(
        verdict,
        () => resolve(run()),
        () => reject(new TypeError('Failed to fetch')),
      );
    });
  });

  wrap(realm, 'Navigator sendBeacon| fetchLater', (_, args, run, name) => {
    const { url = args[0] } = Object(args[0]);
    return when(() => ask(url), run) ?? (name === 'fetchLater' ? { activated: false } : true);
  });
}
