import type { Ask, Core, Realm } from '../keeper.js';
import type { Stoppable } from '../running.js';
import { standIn } from '../stand-in.js';
import { wrap } from '../wrap.js';

/** IndexedDB and Cache Storage: by the name of the database or cache, whoever opens it. */
export function interceptDatabases({ judge, when, watch }: Core, realm: Realm): void {
  wrap(realm, 'IDBFactory open', (_, args, run) => {
    const verdict: Ask = () => judge.storage(String(args[0]));
    const open = (): IDBOpenDBRequest => {
      const made = run() as IDBOpenDBRequest;
      // An open one could still be written, and could not be deleted.
      made.addEventListener('success', () => {
        if (verdict() === 'drop') made.result.close();
        else watch(verdict, made.result as Stoppable);
      });
      return made;
    };
    if (verdict() === 'pass') return open();
    const stand = standIn(new realm.EventTarget(), realm.IDBOpenDBRequest.prototype, '');
    when(verdict, () => stand.become(open()), stand.fail);
    return stand.face;
  });

  const names = new WeakMap<object, string>();
  const wait = (verdict: Ask, run: () => unknown): unknown =>
    verdict() === 'pass'
      ? run()
      : new realm.Promise((resolve, reject) =>
          when(
            verdict,
            () => resolve(run()),
            () => reject(new realm.DOMException('', 'QuotaExceededError')),
          ),
        );
  wrap(realm, 'CacheStorage open', (_, args, run) => {
    const name = String(args[0]);
    return wait(
      () => judge.storage(name),
      async () => {
        const cache = (await run()) as Cache;
        names.set(cache, name);
        return cache;
      },
    );
  });
  wrap<Cache>(realm, 'Cache put add addAll', (self, _, run) =>
    wait(() => judge.storage(names.get(self) ?? ''), run),
  );
}
