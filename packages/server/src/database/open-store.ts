import { ConfigurationError } from '../configuration-error.js';
import { keyCheck } from '../key-check.js';
import type { Store } from './contract.js';
import { isPostgres } from './is-postgres.js';
import { postgresStore } from './postgres.js';
import { sealing } from './sealing.js';
import { sqliteStore } from './sqlite.js';

/**
 * Opens a database, made or brought to the newest version where needed.
 * @param database path of a SQLite file, or `postgres://user:password@host/database`
 * @param key 32 bytes in hex, the installation's
 * @throws {ConfigurationError} with another key than the database was written with: every known device
 * would quietly become a stranger
 */
export async function openStore(database: string, key: string): Promise<Store> {
  const open = isPostgres(database) ? postgresStore : sqliteStore;
  const store = await open(database, sealing(key));
  const check = keyCheck(key);
  if ((await store.keep('key-check', check)) === check) return store;
  await store.close();
  throw new ConfigurationError(
    'The key is not the one this database was written with. Restore SLUIS_KEY or the .key file beside the database.',
  );
}
