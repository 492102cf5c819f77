import type { Keeper, Realm } from '../keeper.js';
import { refusal } from '../refusal.js';
import { waitFor } from '../wait-for.js';
import { wrap } from '../wrap.js';

/** A service worker has no gate, and speaks for every page of the site: one that may not be installed waits until every host passes. */
export function interceptRegistration(keeper: Keeper, realm: Realm): void {
  const { judge, mayRegister } = keeper;
  const wait = waitFor(keeper, realm);
  wrap(realm, 'ServiceWorkerContainer register', (_, args, run) =>
    wait(
      () => (mayRegister(args[0]) ? 'pass' : judge.host('', '')),
      run,
      (_resolve, reject) => reject(refusal(realm)),
    ),
  );
}
