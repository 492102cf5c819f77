import type { Ask, Keeper, Realm } from '../keeper.js';
import { readOnce } from '../read-once.js';
import { wrap, type Trap } from '../wrap.js';

interface Area {
  /** Tells it from the others in the queue. */
  readonly number: number;
  readonly real: Storage;
  /** What the page holds in its place. */
  readonly face: Storage;
}

/** By either of the two. For all realms: a page may call the methods of one on the storage of another. */
const areas = new WeakMap<object, Area>();
let count = 0;

const realOf = (given: unknown): unknown => areas.get(given as object)?.real ?? given;

/** Ways to write that are no call of a method, so that no prototype can stand before them (Web IDL, 3.9). */
const writing = ['set', 'defineProperty', 'deleteProperty'] as const;

/**
 * localStorage and sessionStorage: by key, whoever writes it, also as a property (`localStorage.name = 1`).
 * For that the page holds a proxy of each; whatever takes a Storage gets the real one. A removal is done at
 * once, and once more in the place of a write that waits: a key that was only tried does not come back.
 */
export function interceptStorage({ judge, when }: Keeper, realm: Realm): void {
  const write = (verb: string, area: unknown, given: unknown, run: () => unknown): unknown => {
    const key = String(given);
    const ask: Ask = () => judge.storage(key);
    if (/^[dr]e[lm]/.test(verb) && ask() !== 'pass') run();
    return when(ask, run, undefined, `${areas.get(area as object)?.number} ${key}`);
  };

  const show: Trap = (_, _args, run) => {
    const real = run() as Storage | null; // none in an event that does not say, or where the user wants none
    if (!real) return real;
    let area = areas.get(real);
    if (!area) {
      const handler: ProxyHandler<Storage> = {};
      for (const verb of writing) {
        handler[verb] = (_area: Storage, key: string | symbol, given?: unknown) =>
          write(verb, real, key, () => Reflect[verb](real, key, given as never)) !== false;
      }
      area = { number: ++count, real, face: new Proxy(real, handler) };
      areas.set(real, area).set(area.face, area);
    }
    return area.face;
  };
  wrap(realm, ' localStorage sessionStorage|StorageEvent storageArea', show, 'get');
  wrap(realm, ' StorageEvent|StorageEvent initStorageEvent', (_, args, run) =>
    run(
      args.map((one) => {
        const { storageArea } = Object(one);
        return storageArea ? { ...Object(one), storageArea: realOf(storageArea) } : realOf(one);
      }),
    ),
  );

  const use: Trap = (self, args, run, name) => {
    const go = (): unknown => run(args, realOf(self));
    return /^(se|r)/.test(name) ? write(name, self, readOnce(args), go) : go();
  };
  wrap(realm, 'Storage getItem setItem removeItem key clear', use);
  wrap(realm, 'Storage length', use, 'get');
}
