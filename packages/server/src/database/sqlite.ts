import Sqlite from 'better-sqlite3';
import type { Database, Statement } from 'better-sqlite3';
import type { DecisionRecord, Filing, Store } from './contract.js';
import { groupCommit } from './group-commit.js';
import { migrate } from './migrate.js';

interface DecisionRow {
  readonly id: string;
  readonly device: Buffer;
  readonly body: string;
  readonly received_at: number;
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

function open(path: string): Database {
  // Waiting for another process's lock stops all requests, so not long: clients send again after 503.
  const database = new Sqlite(path, { timeout: 1000 });
  database.pragma('journal_mode = WAL');
  // FULL syncs the log at every commit: NORMAL may lose acknowledged decisions at a power cut.
  database.pragma('synchronous = FULL');
  database.pragma('trusted_schema = OFF');
  migrate(database);
  return database;
}

/** Every statement there is: constant text, values only as parameters. */
interface Statements {
  readonly decision: Statement<[string], DecisionRow>;
  readonly addDecision: Statement<[string, Buffer, string, number]>;
  readonly policy: Statement<[Buffer], { readonly text: string }>;
  readonly addPolicy: Statement<[Buffer, string]>;
  readonly link: Statement<[Buffer], { readonly subject: Buffer }>;
  readonly addLink: Statement<[Buffer, Buffer]>;
  readonly decisions: Statement<[Buffer], { readonly body: string }>;
  readonly kept: Statement<[string], { readonly value: string }>;
  readonly addKept: Statement<[string, string]>;
  readonly probe: Statement<[string]>;
}

function prepare(database: Database): Statements {
  return {
    decision: database.prepare('SELECT id, device, body, received_at FROM decisions WHERE id = ?'),
    addDecision: database.prepare(
      'INSERT INTO decisions (id, device, body, received_at) VALUES (?, ?, ?, ?)',
    ),
    policy: database.prepare('SELECT text FROM policies WHERE hash = ?'),
    addPolicy: database.prepare(
      'INSERT INTO policies (hash, text) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    link: database.prepare('SELECT subject FROM links WHERE device = ?'),
    addLink: database.prepare('INSERT INTO links (device, subject) VALUES (?, ?)'),
    decisions: database.prepare(
      'SELECT body FROM decisions WHERE device IN (SELECT device FROM links WHERE subject = ?) ORDER BY id',
    ),
    kept: database.prepare('SELECT value FROM kept WHERE name = ?'),
    addKept: database.prepare(
      'INSERT INTO kept (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    probe: database.prepare(
      "INSERT INTO kept (name, value) VALUES ('probe', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    ),
  };
}

function fileDecision(sql: Statements, record: DecisionRecord, policy: string): Filing {
  const device = bytes(record.device);
  const there = sql.decision.get(record.id);
  if (there && !there.device.equals(device)) return { outcome: 'foreign' };
  if (there)
    return there.body === record.body
      ? { outcome: 'same', receivedAt: there.received_at }
      : { outcome: 'other' };
  if (policy && !sql.policy.get(bytes(policy))) return { outcome: 'policy-unknown' };
  sql.addDecision.run(record.id, device, record.body, record.receivedAt);
  return { outcome: 'created', receivedAt: record.receivedAt };
}

function linkDevice(sql: Statements, device: Buffer, subject: Buffer): boolean {
  const linked = sql.link.get(device);
  if (!linked) sql.addLink.run(device, subject);
  return !linked || linked.subject.equals(subject);
}

function keep(sql: Statements, name: string, value: string): string {
  sql.addKept.run(name, value);
  return sql.kept.get(name)?.value ?? value;
}

/**
 * The default store: one file, its write-ahead log beside it, one process.
 * @param path of the database file; it is made when absent
 */
export function sqliteStore(path: string): Store {
  const database = open(path);
  const sql = prepare(database);
  const transaction = database.transaction((work: () => void) => work());
  const { write, flush } = groupCommit((work) => transaction.immediate(work));

  return {
    fileDecision: (record, policy) => write(() => fileDecision(sql, record, policy)),
    async readDecision(id) {
      const row = sql.decision.get(id);
      return (
        row && {
          id,
          device: row.device.toString('hex'),
          body: row.body,
          receivedAt: row.received_at,
        }
      );
    },
    filePolicy: (hash, text) => write(() => sql.addPolicy.run(bytes(hash), text).changes > 0),
    readPolicy: async (hash) => sql.policy.get(bytes(hash))?.text,
    linkDevice: (device, subject) => write(() => linkDevice(sql, bytes(device), bytes(subject))),
    subjectOf: async (device) => sql.link.get(bytes(device))?.subject.toString('hex'),
    decisionsOf: async (subject) => sql.decisions.all(bytes(subject)).map((row) => row.body),
    keep: (name, value) => write(() => keep(sql, name, value)),
    probe: () => write(() => void sql.probe.run(String(Date.now()))),
    async close() {
      flush();
      database.close();
    },
  };
}
