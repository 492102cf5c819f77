import type { Ask, Core, Realm } from '../keeper.js';
import type { Stoppable } from '../running.js';
import { addressIn, readOnce } from '../read-once.js';
import { standFor } from '../stand-for.js';
import { strictest } from '../verdicts.js';
import { waitFor, type WaitFor } from '../wait-for.js';
import { wrap } from '../wrap.js';

/** IndexedDB, Cache Storage, buckets and files: by the name of what is opened, whoever opens it. */
export function interceptDatabases(core: Core, realm: Realm): void {
  const { judge, ask, watch } = core;
  const stand = standFor(core, realm);
  wrap(realm, 'IDBFactory open', (_, args, run) => {
    const name = String(readOnce(args));
    const verdict: Ask = () => judge.storage(name);
    const open = (): IDBOpenDBRequest => {
      const made = run() as IDBOpenDBRequest;
      // An open one could still be written, and could not be deleted.
      made.addEventListener('success', () => {
        if (verdict() === 'drop') made.result.close();
        else watch(verdict, made.result as Stoppable);
      });
      return made;
    };
    return stand(verdict, open, realm.IDBOpenDBRequest);
  });

  const names = new WeakMap<object, string>();
  const wait = waitFor(core, realm);
  const full: Parameters<WaitFor>[2] = (_, reject) =>
    reject(new realm.DOMException('', 'QuotaExceededError'));
  const table =
    'CacheStorage open|StorageBucketManager open|FileSystemDirectoryHandle getFileHandle getDirectoryHandle';
  wrap(realm, table, (_, args, run) => {
    const name = String(readOnce(args));
    return wait(
      () => judge.storage(name),
      async () => {
        const cache = (await run()) as Cache;
        names.set(cache, name);
        return cache;
      },
      full,
    );
  });
  // It also asks for what it is told to add.
  wrap<Cache>(realm, 'Cache put add addAll', (self, [given], run) =>
    wait(
      () =>
        strictest([
          judge.storage(names.get(self) ?? ''),
          ...[given].flat().map((one) => ask(addressIn(realm, [one]))),
        ]),
      run,
      full,
    ),
  );
}
