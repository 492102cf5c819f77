import { matchesKey } from '@sluis/schema';
import type { Realm } from './keeper.js';

interface Patterns {
  readonly cookies: readonly string[];
  readonly storage: readonly string[];
}

interface Traces {
  /** Names of cookies, storage keys, databases and caches that were there and are gone. */
  readonly removed: readonly string[];
  /** What is still there, for the page to tell. */
  readonly kept: readonly string[];
  /** Is a database or a cache among the latter? A page cannot see those at once. */
  readonly later: boolean;
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

/** Something on the device that a pattern names. */
interface Trace {
  readonly name: string;
  remove(): unknown;
}

/** What can be seen and removed at once. A name may stand in several places: each is a trace of its own. */
function findAtOnce(realm: Realm, { cookies, storage }: Patterns): Trace[] {
  const found = realm.document.cookie
    .split('; ')
    .map((pair) => pair.split('=')[0] ?? '')
    .filter((name) => matchesKey(cookies, name))
    .map((name): Trace => ({ name, remove: () => expire(realm, name) }));
  for (const place of ['localStorage', 'sessionStorage'] as const) {
    try {
      for (const name of Object.keys(realm[place])) {
        if (matchesKey(storage, name))
          found.push({ name, remove: () => realm[place].removeItem(name) });
      }
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

/** Databases and caches, where the browser lists them. */
async function findLater(realm: Realm, { storage }: Patterns): Promise<Trace[]> {
  if (!storage.length) return [];
  try {
    const databases = await realm.indexedDB.databases();
    const caches = (await realm.caches?.keys()) ?? []; // only where the page is secure
    return [
      ...databases.map(({ name = '' }): Trace => ({
        name,
        remove: () => deleteDatabase(realm, name),
      })),
      ...caches.map((name): Trace => ({ name, remove: () => realm.caches.delete(name) })),
    ].filter(({ name }) => matchesKey(storage, name));
  } catch {
    return []; // as above
  }
}

/**
 * Deletes what a refused service left: its cookies in every domain and path variant, its keys in web
 * storage, its databases and caches. Cookies and keys are gone when this returns, the rest when it
 * resolves. An HttpOnly cookie cannot be seen from here, so it is in neither list.
 */
export async function clearTraces(realm: Realm, patterns: Patterns): Promise<Traces> {
  const atOnce = findAtOnce(realm, patterns);
  for (const { remove } of atOnce) remove();
  const later = await findLater(realm, patterns);
  await Promise.allSettled(later.map(({ remove }) => remove()));

  const names = (traces: readonly Trace[]): Set<string> => new Set(traces.map(({ name }) => name));
  const still = await findLater(realm, patterns);
  const left = names([...findAtOnce(realm, patterns), ...still]);
  return {
    removed: [...names([...atOnce, ...later])].filter((name) => !left.has(name)),
    kept: [...left],
    later: still.length > 0,
  };
}
