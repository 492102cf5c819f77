import type { Keeper, Realm } from '../keeper.js';

/** What our own policy refuses is our business: a page that reports violations does not hear of it. */
export function interceptRefused({ refused }: Keeper, realm: Realm): void {
  realm.addEventListener('securitypolicyviolation', refused, true);
}
