/** What a page tells the service worker after each answer. */
export interface Rules {
  /** Hosts that pass, with their subdomains; null when every host does. */
  readonly hosts: readonly string[] | null;
  /** The Content-Security-Policy that own documents get; empty for none. */
  readonly policy: string;
  /** The blank page in which the gate shows what its own policy would not; it gets none. */
  readonly blank: string;
}

const place = '/sluis-rules';

/** Rules from a message or from the cache; undefined for anything else. */
export function readRules(value: unknown): Rules | undefined {
  const { hosts, policy, blank } = Object(value);
  const isList = Array.isArray(hosts) && hosts.every((one) => typeof one === 'string');
  if ((hosts !== null && !isList) || typeof policy !== 'string') return undefined;
  return { hosts, policy, blank: String(blank) };
}

/** The worker is stopped whenever it is idle: the next one finds them here. */
export async function storeRules(rules: Rules): Promise<void> {
  const cache = await caches.open('sluis');
  await cache.put(place, Response.json(rules));
}

export async function storedRules(): Promise<Rules | undefined> {
  const stored = await caches.match(place, { cacheName: 'sluis' });
  return readRules(await stored?.json());
}

export async function forgetRules(): Promise<void> {
  await caches.delete('sluis');
}
