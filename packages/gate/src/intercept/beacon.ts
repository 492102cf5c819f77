import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** Hits that nobody waits for: the caller hears that they are on their way. */
export function interceptBeacon({ ask, when }: Keeper, realm: Realm): void {
  const forget = (owner: object, name: string, answer: () => unknown): void =>
    wrap<unknown>(owner, name, (native, self, args) => {
      const address = Object(args[0]).url ?? args[0];
      if (ask(address) === 'pass') return Reflect.apply(native, self, args);
      when(() => ask(address), () => Reflect.apply(native, self, args));
      return answer();
    });
  forget(realm.Navigator.prototype, 'sendBeacon', () => true);
  forget(realm, 'fetchLater', () => ({ activated: false }));
}
