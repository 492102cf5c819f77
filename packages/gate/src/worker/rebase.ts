import type { Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** Makes a worker that was started from the gate's address live at its own. */
export function rebase(realm: Realm, url: string): void {
  const { href, origin, protocol, host, hostname, port, pathname, search, hash } = new URL(url);
  const parts = { href, origin, protocol, host, hostname, port, pathname, search, hash };
  const location = Object.create(Object.getPrototypeOf(realm.location), {
    ...Object.getOwnPropertyDescriptors(parts),
    toString: { value: () => href },
  });
  Object.defineProperty(realm, 'location', { value: location, configurable: true });

  const absolute = (address: unknown): unknown => {
    try {
      return typeof address === 'string' ? new URL(address, url).href : address;
    } catch {
      return address; // the browser has its own error for this
    }
  };
  wrap(realm, 'WorkerGlobalScope importScripts|Cache addAll', (_, args, run) =>
    run(args.map((arg) => (Array.isArray(arg) ? arg.map(absolute) : absolute(arg)))),
  );
  wrap(
    realm,
    'WorkerGlobalScope fetch|CacheStorage match|Cache add match matchAll put delete keys| Request WebSocket EventSource Worker',
    (_, args, run) => run(args.map((arg, index) => (index ? arg : absolute(arg)))),
  );
  wrap(realm, 'XMLHttpRequest open', (_, args, run) =>
    run(args.map((arg, index) => (index === 1 ? absolute(arg) : arg))),
  );
}
