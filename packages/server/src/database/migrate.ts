import type { Database } from 'better-sqlite3';
import { ConfigurationError } from '../configuration-error.js';

/**
 * Step n brings the file from version n to n + 1 (`user_version`). Steps are only ever added. Ids
 * and hashes are the keys, so no second index is written per decision than the one by device.
 */
const steps: readonly string[] = [
  `
  CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE policies (hash BLOB PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE decisions (
    id TEXT PRIMARY KEY,
    device BLOB NOT NULL,
    body TEXT NOT NULL,
    received_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX decisions_of_device ON decisions (device, id);
  CREATE TABLE links (device BLOB PRIMARY KEY, subject BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX devices_of_subject ON links (subject, device);
  CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
    BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
  CREATE TRIGGER policies_stay BEFORE UPDATE ON policies
    BEGIN SELECT RAISE(ABORT, 'a policy is never changed'); END;
  `,
];

/** Brings the file to the newest version, each step whole or not at all. */
export function migrate(database: Database): void {
  database
    .transaction(() => {
      const version = Number(database.pragma('user_version', { simple: true }));
      if (version > steps.length) {
        throw new ConfigurationError(
          `The database has version ${version}, this server knows ${steps.length}. Start the newer server again.`,
        );
      }
      for (const step of steps.slice(version)) database.exec(step);
      database.pragma(`user_version = ${steps.length}`);
    })
    .immediate();
}
