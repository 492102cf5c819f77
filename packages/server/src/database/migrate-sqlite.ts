import type { Database } from 'better-sqlite3';
import { checkVersion } from './check-version.js';

/** Those before were never published: without tenants or chain, with other indexes, with a key per owner. */
const firstVersion = 8;

/**
 * Step 0 makes a new file; step n brings one from version n + 7 to n + 8 (`user_version`). Steps are only
 * ever added. A row of the ledger is a link of the chain, which stays, and a fact, which is there or swept.
 */
const steps: readonly string[] = [
  `
  CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE policies (
    tenant TEXT, hash BLOB, text TEXT NOT NULL, PRIMARY KEY (tenant, hash)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ledger (
    tenant TEXT, seq INTEGER, commitment BLOB NOT NULL, link BLOB NOT NULL, received_at INTEGER NOT NULL,
    id TEXT, kind TEXT, owner BLOB, sealed BLOB, expires_at INTEGER,
    PRIMARY KEY (tenant, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE fact_keys (
    tenant TEXT, seq INTEGER, key BLOB NOT NULL, PRIMARY KEY (tenant, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX fact_of_id ON ledger (tenant, id) WHERE id IS NOT NULL;
  CREATE INDEX facts_of_owner ON ledger (tenant, owner);
  CREATE INDEX facts_by_expiry ON ledger (tenant, expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE links (
    tenant TEXT, device BLOB, subject BLOB NOT NULL, PRIMARY KEY (tenant, device)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX devices_of_subject ON links (tenant, subject, device);
  CREATE TRIGGER facts_stay_or_go BEFORE UPDATE ON ledger WHEN
    NEW.tenant IS NOT OLD.tenant OR NEW.seq IS NOT OLD.seq OR NEW.commitment IS NOT OLD.commitment
    OR NEW.link IS NOT OLD.link OR NEW.received_at IS NOT OLD.received_at
    OR coalesce(NEW.id, NEW.kind, NEW.owner, NEW.sealed, NEW.expires_at) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a fact is never changed'); END;
  CREATE TRIGGER key_goes_with_fact AFTER UPDATE ON ledger
    BEGIN DELETE FROM fact_keys WHERE tenant = NEW.tenant AND seq = NEW.seq; END;
  CREATE TRIGGER ledger_is_whole BEFORE DELETE ON ledger
    BEGIN SELECT RAISE(ABORT, 'the chain is never shortened'); END;
  CREATE TRIGGER policies_stay BEFORE UPDATE ON policies
    BEGIN SELECT RAISE(ABORT, 'a policy is never changed'); END;
  `,
  `
  CREATE TABLE contacts (
    tenant TEXT, id TEXT, subject BLOB NOT NULL, channel TEXT NOT NULL, kind TEXT NOT NULL,
    counted INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (tenant, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX contacts_of_subject ON contacts (tenant, subject, at);
  CREATE TABLE counts (
    tenant TEXT, day TEXT, purpose TEXT, answer TEXT, method TEXT, language TEXT, count INTEGER NOT NULL,
    PRIMARY KEY (tenant, day, purpose, answer, method, language)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE counted (tenant TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE activities (
    tenant TEXT, subject BLOB, id TEXT, purpose TEXT NOT NULL, kind TEXT NOT NULL, place TEXT NOT NULL,
    profiling INTEGER NOT NULL, at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
    PRIMARY KEY (tenant, subject, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX activities_by_time ON activities (tenant, at);
  CREATE INDEX activities_by_expiry ON activities (tenant, expires_at);
  `,
  `
  CREATE TABLE messages (
    tenant TEXT, id TEXT, recipient TEXT NOT NULL, sealed BLOB NOT NULL, key BLOB NOT NULL,
    due_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, PRIMARY KEY (tenant, id)
  ) STRICT, WITHOUT ROWID;
  `,
];

/** Brings the file to the newest version, each step whole or not at all. */
export function migrate(database: Database): void {
  const newest = firstVersion + steps.length - 1;
  database
    .transaction(() => {
      const version = Number(database.pragma('user_version', { simple: true }));
      checkVersion(version, firstVersion, newest);
      for (const step of steps.slice(Math.max(0, version - firstVersion + 1))) database.exec(step);
      database.pragma(`user_version = ${newest}`);
    })
    .immediate();
}
