import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** localStorage and sessionStorage: by key, whoever writes it. */
export function interceptStorage({ judge, when }: Keeper, realm: Realm): void {
  wrap(realm, 'Storage setItem', (_, args, run) => when(() => judge.storage(String(args[0])), run));
}
