import type { Realm } from './keeper.js';

/** Something that a script can see on the device, and remove. */
export interface Trace {
  readonly kind: 'cookie' | 'localStorage' | 'sessionStorage' | 'database' | 'cache';
  readonly name: string;
  remove(): unknown;
}

const past = 'expires=Thu, 01 Jan 1970 00:00:00 GMT';

/** Every parent of a name: `a.b.c` gives `a.b.c`, `b.c`, `c`. */
function parents(parts: readonly string[]): string[][] {
  return parts.map((_, index) => parts.slice(index));
}

/** A cookie goes only by the domain and path it was set with, and nobody can read those: so all of them. */
function expire({ document, location }: Realm, name: string): void {
  const domains = [
    '',
    ...parents(location.hostname.split('.')).map((parts) => `;domain=${parts.join('.')}`),
  ];
  const folders = parents(location.pathname.split('/').reverse()).map((parts) =>
    parts.reverse().join('/'),
  );
  const paths = new Set(folders.flatMap((folder) => [folder, `${folder}/`.replace('//', '/')]));
  for (const domain of domains) {
    for (const path of paths) {
      for (const jar of ['', ';secure', ';secure;partitioned']) {
        document.cookie = `${name}=;${past};path=${path || '/'}${domain}${jar}`;
      }
    }
  }
}

/** What can be seen and removed at once. A name may stand in several places: each is a trace of its own. */
export function tracesAtOnce(realm: Realm): Trace[] {
  const found = realm.document.cookie
    .split('; ')
    .map((pair) => pair.split('=')[0] ?? '')
    .filter(Boolean)
    .map((name): Trace => ({ kind: 'cookie', name, remove: () => expire(realm, name) }));
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    try {
      for (const name of Object.keys(realm[kind]))
        found.push({ kind, name, remove: () => realm[kind].removeItem(name) });
    } catch {
      // Refused storage holds no traces.
    }
  }
  return found;
}

/** How long a deletion waits for another page to let go of a database, in milliseconds. */
const patience = 3000;

/** Resolves when the database is gone, or when another page holds on to it: then it is for a later page. */
function deleteDatabase({ indexedDB, setTimeout }: Realm, name: string): Promise<unknown> {
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(name);
    for (const type of ['success', 'error']) request.addEventListener(type, done);
    request.addEventListener('blocked', () => setTimeout(done, patience));
  });
}

interface Stores {
  readonly storageBuckets?: { keys(): Promise<string[]>; delete(name: string): Promise<void> };
}

/** Files of the site's own and buckets: to a visitor they are databases. */
async function stores({ navigator }: Realm): Promise<Trace[]> {
  const { storage, storageBuckets } = navigator as Navigator & Stores;
  try {
    const folder = await storage.getDirectory();
    const files: string[] = [];
    for await (const name of folder.keys()) files.push(name);
    const buckets = (await storageBuckets?.keys()) ?? [];
    return [
      ...files.map((name) => ({
        name,
        remove: () => folder.removeEntry(name, { recursive: true }),
      })),
      ...buckets.map((name) => ({ name, remove: () => storageBuckets?.delete(name) })),
    ].map((one): Trace => ({ kind: 'database', ...one }));
  } catch {
    return []; // a private window, or a page that is not secure
  }
}

/** Databases, caches, files and buckets, where the browser lists them. */
export async function tracesLater(realm: Realm): Promise<Trace[]> {
  try {
    const databases = await realm.indexedDB.databases();
    const caches = (await realm.caches?.keys()) ?? []; // only where the page is secure
    return [
      ...databases.map(({ name = '' }): Trace => ({
        kind: 'database',
        name,
        remove: () => deleteDatabase(realm, name),
      })),
      ...caches.map((name): Trace => ({
        kind: 'cache',
        name,
        remove: () => realm.caches.delete(name),
      })),
      ...(await stores(realm)),
    ];
  } catch {
    return []; // as above
  }
}
