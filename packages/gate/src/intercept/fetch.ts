import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

type Held = { readonly url?: string; readonly signal?: AbortSignal } | undefined;

/** Calls that answer with a promise wait for the verdict; a refusal looks like a network that is down. */
export function interceptFetch({ ask, askCode, when }: Keeper, realm: Realm): void {
  wrap<Window>(realm, 'fetch', (native, self, args) => {
    const [input, init] = args as [Held, Held];
    const address = input?.url ?? input;
    if (ask(address) === 'pass') return Reflect.apply(native, self, args);
    return new realm.Promise((resolve, reject) => {
      const signal = init?.signal ?? input?.signal;
      signal?.addEventListener('abort', () => reject(signal.reason));
      when(
        () => ask(address),
        () => resolve(Reflect.apply(native, self, args)),
        () => reject(new realm.TypeError('Failed to fetch')),
      );
    });
  });

  wrap(Reflect.get(realm, 'Worklet')?.prototype, 'addModule', (native, self, args) => {
    if (askCode(args[0]) === 'pass') return Reflect.apply(native, self, args);
    return new realm.Promise((resolve, reject) =>
      when(
        () => askCode(args[0]),
        () => resolve(Reflect.apply(native, self, args)),
        () => reject(new realm.DOMException('Unable to load a worklet’s module.', 'AbortError')),
      ),
    );
  });
}
