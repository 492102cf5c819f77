import { matchesKey } from '@sluis/schema';
import type { Realm } from './keeper.js';
import { tracesAtOnce, tracesLater, type Trace } from './traces.js';

interface Patterns {
  readonly cookies: readonly string[];
  readonly storage: readonly string[];
}

interface Cleared {
  /** Names of cookies, storage keys, databases and caches that were there and are gone. */
  readonly removed: readonly string[];
  /** What is still there, for the page to tell. */
  readonly kept: readonly string[];
  /** Is a database or a cache among the latter? A page cannot see those at once. */
  readonly later: boolean;
}

/**
 * Deletes what a refused service left: its cookies in every domain and path variant, its keys in web
 * storage, its databases and caches. Cookies and keys are gone when this returns, the rest when it
 * resolves. An HttpOnly cookie cannot be seen from here, so it is in neither list.
 */
export async function clearTraces(realm: Realm, patterns: Patterns): Promise<Cleared> {
  const named = (traces: readonly Trace[]): Trace[] =>
    traces.filter(({ kind, name }) =>
      matchesKey(patterns[kind === 'cookie' ? 'cookies' : 'storage'], name),
    );
  const findLater = async (): Promise<Trace[]> =>
    patterns.storage.length ? named(await tracesLater(realm)) : [];

  const atOnce = named(tracesAtOnce(realm));
  for (const { remove } of atOnce) remove();
  const later = await findLater();
  await Promise.allSettled(later.map(({ remove }) => remove()));

  const names = (traces: readonly Trace[]): Set<string> => new Set(traces.map(({ name }) => name));
  const still = await findLater();
  const left = names([...named(tracesAtOnce(realm)), ...still]);
  return {
    removed: [...names([...atOnce, ...later])].filter((name) => !left.has(name)),
    kept: [...left],
    later: still.length > 0,
  };
}
