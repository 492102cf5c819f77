import type { Keeper, Realm } from '../keeper.js';
import { isRefusal } from '../refusal.js';

/**
 * What we refuse is our business: a page that reports violations and what nobody catches does not hear of it.
 */
export function interceptRefused({ refused }: Keeper, realm: Realm): void {
  realm.addEventListener('securitypolicyviolation', refused, true);
  realm.addEventListener('unhandledrejection', (event) => {
    if (!isRefusal(event.reason)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
}
