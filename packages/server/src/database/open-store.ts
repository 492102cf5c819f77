import type { Store } from './contract.js';
import { isPostgres } from './is-postgres.js';
import { postgresStore } from './postgres.js';
import type { Sealing } from './sealing.js';
import { sqliteStore } from './sqlite.js';

/** @param database path of a SQLite file, or `postgres://user:password@host/database` */
export async function openStore(database: string, sealing: Sealing): Promise<Store> {
  return isPostgres(database) ? postgresStore(database, sealing) : sqliteStore(database, sealing);
}
