import type { Database } from 'better-sqlite3';

/** Versions that are remembered: beyond it all are forgotten. */
const bound = 10_000;

type VersionOf = (tenant: string, subject: string) => string;

export interface RecentVersions {
  readonly versionOf: VersionOf;
  /** Something is written: any version may be another now. */
  readonly forget: () => void;
}

/**
 * Remembers versions until something is written: by this process, which says so, or by another one, of which
 * SQLite tells (`data_version`). Most who ask hear that nothing is new, and a third of that answer's cost was
 * looking it up.
 */
export function recentVersions(database: Database, look: VersionOf): RecentVersions {
  const dataVersion = database.prepare<[], number>('PRAGMA data_version').pluck();
  const known = new Map<string, string>();
  let knownAt: number | undefined;

  function versionOf(tenant: string, subject: string): string {
    const now = dataVersion.get();
    if (now !== knownAt || known.size === bound) known.clear();
    knownAt = now;
    const name = `${tenant} ${subject}`;
    const version = known.get(name) ?? look(tenant, subject);
    known.set(name, version);
    return version;
  }

  return { versionOf, forget: () => known.clear() };
}
