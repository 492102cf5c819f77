import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** A service worker has no gate, and speaks for every page of the site: one that may not be installed waits until every host passes. */
export function interceptRegistration({ judge, when, mayRegister }: Keeper, realm: Realm): void {
  const { Promise, TypeError } = realm;
  wrap(
    realm,
    'ServiceWorkerContainer register',
    (_, args, run) =>
      new Promise((resolve, reject) =>
        when(
          () => (mayRegister(args[0]) ? 'pass' : judge.host('', '')),
          () => resolve(run()),
          () => reject(new TypeError('Failed to register')),
        ),
      ),
  );
}
