import type { Ask, Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/**
 * localStorage and sessionStorage: by key, whoever writes it. A removal is done at once, and once more
 * behind a write that waits: a key that was only tried does not come back.
 */
export function interceptStorage({ judge, when }: Keeper, realm: Realm): void {
  wrap(realm, 'Storage setItem removeItem', (_, args, run, name) => {
    const ask: Ask = () => judge.storage(String(args[0]));
    if (name === 'removeItem' && ask() !== 'pass') run();
    return when(ask, run);
  });
}
