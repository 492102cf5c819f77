import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** localStorage and sessionStorage: by key, whoever writes it. */
export function interceptStorage({ judge, when }: Keeper, { Storage }: Realm): void {
  wrap(Storage.prototype, 'setItem', (native, self, args) =>
    when(() => judge.storage(String(args[0])), () => Reflect.apply(native, self, args)),
  );
}
