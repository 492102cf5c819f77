import { matchesKey } from '@sluis/schema';
import type { Realm } from './keeper.js';

interface Patterns {
  readonly cookies: readonly string[];
  readonly storage: readonly string[];
}

interface Traces {
  /** Names of cookies and storage keys that were there and are gone. */
  readonly removed: string[];
  /** What is still there, for the page to tell. */
  readonly kept: string[];
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

/** Everything on the device that a pattern names, as ways to see whether it is there and to remove it. */
function find(realm: Realm, { cookies, storage }: Patterns): Map<string, () => void> {
  const found = new Map<string, () => void>();
  for (const pair of realm.document.cookie.split('; ')) {
    const name = pair.split('=')[0] ?? '';
    if (matchesKey(cookies, name)) found.set(name, () => expire(realm, name));
  }
  for (const place of ['localStorage', 'sessionStorage'] as const) {
    try {
      for (const key of Object.keys(realm[place])) {
        if (matchesKey(storage, key)) found.set(key, () => realm[place].removeItem(key));
      }
    } catch {
      // Refused storage holds no traces.
    }
  }
  return found;
}

/**
 * Deletes what a refused service left: its cookies in every domain and path variant, its keys in web
 * storage. An HttpOnly cookie cannot be seen from here, so it is in neither list.
 */
export function clearTraces(realm: Realm, patterns: Patterns): Traces {
  const found = find(realm, patterns);
  for (const remove of found.values()) remove();
  const left = find(realm, patterns);
  const names = [...found.keys()];
  return {
    removed: names.filter((name) => !left.has(name)),
    kept: [...left.keys()],
  };
}
