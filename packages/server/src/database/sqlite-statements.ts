import type { Database, Statement } from 'better-sqlite3';
import type { ActivityCount, Count, FactKind } from './contract.js';
import type { FactRow } from './fact-row.js';

/** A link of the chain; the rest of the row is null once the fact cannot be read. */
export type LedgerRow = {
  readonly seq: number;
  readonly commitment: Buffer;
  readonly link: Buffer;
} & (FactRow | { readonly received_at: number; readonly key: null });

interface ContactRow {
  readonly id: string;
  readonly subject: Buffer;
  readonly channel: string;
  readonly kind: string;
  readonly counted: number;
  readonly at: number;
}

interface ActivityRow {
  readonly id: string;
  readonly purpose: string;
  readonly kind: string;
  readonly place: string;
  readonly profiling: number;
  readonly at: number;
  readonly expires_at: number;
}

interface Person {
  readonly tenant: string;
  readonly subject: Buffer;
}

type OfKind = Person & { readonly kind: FactKind };

/** Every statement there is: constant text, values only as parameters. */
export interface Statements {
  readonly fact: Statement<[string, string], FactRow>;
  readonly factOwner: Statement<[string, string], { readonly owner: Buffer }>;
  readonly facts: Statement<[Person], FactRow>;
  readonly version: Statement<[Person], { readonly version: string }>;
  readonly addFact: Statement<
    [string, number, Buffer, Buffer, number, string, FactKind, Buffer, Buffer, number]
  >;
  readonly addKey: Statement<[string, number, Buffer]>;
  readonly dropFacts: Statement<[OfKind]>;
  readonly head: Statement<[string], { readonly seq: number; readonly link: Buffer }>;
  readonly ledger: Statement<[string, number, number], LedgerRow>;
  readonly sweep: Statement<
    [{ readonly tenant: string; readonly now: number; readonly limit: number }]
  >;
  readonly policy: Statement<[string, Buffer], { readonly text: string }>;
  /** Not its text, which is long. */
  readonly hasPolicy: Statement<[string, Buffer], { readonly there: 1 }>;
  readonly addPolicy: Statement<[string, Buffer, string]>;
  readonly link: Statement<[string, Buffer], { readonly subject: Buffer }>;
  readonly addLink: Statement<[string, Buffer, Buffer]>;
  readonly contact: Statement<[string, string], { readonly subject: Buffer }>;
  readonly limit: Statement<[string, Buffer, number, number], { readonly at: number }>;
  readonly addContact: Statement<[string, string, Buffer, string, string, number, number]>;
  readonly contacts: Statement<[string, Buffer], ContactRow>;
  readonly dropContacts: Statement<[string, Buffer]>;
  readonly sweepContacts: Statement<[string, number]>;
  readonly addActivity: Statement<
    [string, Buffer, string, string, string, string, number, number, number]
  >;
  readonly activities: Statement<[string, Buffer], ActivityRow>;
  readonly activityCounts: Statement<[string, number, number], ActivityCount>;
  readonly dropActivities: Statement<[string, Buffer]>;
  readonly sweepActivities: Statement<[string, number]>;
  readonly counted: Statement<[string], { readonly seq: number }>;
  readonly setCounted: Statement<[string, number]>;
  readonly addCount: Statement<[string, string, string, string, string, string, number]>;
  readonly counts: Statement<[string, string, string], Count>;
  readonly kept: Statement<[string], { readonly value: string }>;
  readonly addKept: Statement<[string, string]>;
  readonly probe: Statement<[string]>;
}

const fact = 'l.id, l.kind, l.owner, l.sealed, k.key, l.received_at, l.expires_at';

/** Only what has a key can be read. */
const withKey = 'fact_keys k ON k.tenant = l.tenant AND k.seq = l.seq';

/** What a row is without its fact, whose key goes with it. */
const gone = 'id = NULL, kind = NULL, owner = NULL, sealed = NULL, expires_at = NULL';

/** A subject and its devices. */
const owners =
  '(SELECT device FROM links WHERE tenant = @tenant AND subject = @subject UNION ALL SELECT @subject)';

/** Named, because the planner would rather read the whole tenant; a statement that cannot use it does not compile. */
const byOwner = 'INDEXED BY facts_of_owner';

const ofPerson = `FROM ledger l ${byOwner} JOIN ${withKey} WHERE l.tenant = @tenant AND l.owner IN ${owners}`;

type LedgerStatement =
  | 'fact'
  | 'factOwner'
  | 'facts'
  | 'version'
  | 'addFact'
  | 'addKey'
  | 'dropFacts'
  | 'head'
  | 'ledger'
  | 'sweep';

function ledgerStatements(database: Database): Pick<Statements, LedgerStatement> {
  return {
    fact: database.prepare(
      `SELECT ${fact} FROM ledger l JOIN ${withKey} WHERE l.tenant = ? AND l.id = ?`,
    ),
    factOwner: database.prepare('SELECT owner FROM ledger WHERE tenant = ? AND id = ?'),
    facts: database.prepare(`SELECT ${fact} ${ofPerson} ORDER BY l.id`),
    version: database.prepare(
      `SELECT count(*) || '.' || coalesce(max(l.seq), 0) AS version ${ofPerson}`,
    ),
    addFact: database.prepare(
      `INSERT INTO ledger (tenant, seq, commitment, link, received_at, id, kind, owner, sealed, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    addKey: database.prepare('INSERT INTO fact_keys (tenant, seq, key) VALUES (?, ?, ?)'),
    dropFacts: database.prepare(
      `UPDATE ledger ${byOwner} SET ${gone} WHERE tenant = @tenant AND kind = @kind AND owner IN ${owners}`,
    ),
    head: database.prepare(
      'SELECT seq, link FROM ledger WHERE tenant = ? ORDER BY seq DESC LIMIT 1',
    ),
    ledger: database.prepare(
      `SELECT l.seq, l.commitment, l.link, ${fact} FROM ledger l LEFT JOIN ${withKey}
       WHERE l.tenant = ? AND l.seq > ? ORDER BY l.seq LIMIT ?`,
    ),
    sweep: database.prepare(
      `UPDATE ledger SET ${gone}
       WHERE tenant = @tenant AND seq IN (SELECT seq FROM ledger
         WHERE tenant = @tenant AND expires_at <= @now ORDER BY expires_at LIMIT @limit)`,
    ),
  };
}

type ContactStatement =
  | 'contact'
  | 'limit'
  | 'addContact'
  | 'contacts'
  | 'dropContacts'
  | 'sweepContacts';

function contactStatements(database: Database): Pick<Statements, ContactStatement> {
  return {
    contact: database.prepare('SELECT subject FROM contacts WHERE tenant = ? AND id = ?'),
    limit: database.prepare(
      `SELECT at FROM contacts WHERE tenant = ? AND subject = ? AND counted = 1 AND at > ?
       ORDER BY at DESC LIMIT 1 OFFSET ?`,
    ),
    addContact: database.prepare(
      'INSERT INTO contacts (tenant, id, subject, channel, kind, counted, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    contacts: database.prepare(
      'SELECT id, subject, channel, kind, counted, at FROM contacts WHERE tenant = ? AND subject = ? ORDER BY at, id',
    ),
    dropContacts: database.prepare('DELETE FROM contacts WHERE tenant = ? AND subject = ?'),
    sweepContacts: database.prepare('DELETE FROM contacts WHERE tenant = ? AND at < ?'),
  };
}

type ActivityStatement =
  | 'addActivity'
  | 'activities'
  | 'activityCounts'
  | 'dropActivities'
  | 'sweepActivities';

function activityStatements(database: Database): Pick<Statements, ActivityStatement> {
  return {
    addActivity: database.prepare(
      `INSERT INTO activities (tenant, subject, id, purpose, kind, place, profiling, at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    activities: database.prepare(
      `SELECT id, purpose, kind, place, profiling, at, expires_at FROM activities
       WHERE tenant = ? AND subject = ? ORDER BY at, id`,
    ),
    activityCounts: database.prepare(
      `SELECT strftime('%Y-%m-%d', at / 1000, 'unixepoch') AS day, purpose, kind, place,
         count(*) AS count, count(DISTINCT subject) AS people
       FROM activities WHERE tenant = ? AND at >= ? AND at < ?
       GROUP BY day, purpose, kind, place ORDER BY day, purpose, kind, place`,
    ),
    dropActivities: database.prepare('DELETE FROM activities WHERE tenant = ? AND subject = ?'),
    sweepActivities: database.prepare(
      'DELETE FROM activities WHERE tenant = ? AND expires_at <= ?',
    ),
  };
}

export function prepare(database: Database): Statements {
  return {
    ...ledgerStatements(database),
    ...contactStatements(database),
    ...activityStatements(database),
    policy: database.prepare('SELECT text FROM policies WHERE tenant = ? AND hash = ?'),
    hasPolicy: database.prepare('SELECT 1 AS there FROM policies WHERE tenant = ? AND hash = ?'),
    addPolicy: database.prepare(
      'INSERT INTO policies (tenant, hash, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    link: database.prepare('SELECT subject FROM links WHERE tenant = ? AND device = ?'),
    addLink: database.prepare('INSERT INTO links (tenant, device, subject) VALUES (?, ?, ?)'),
    kept: database.prepare('SELECT value FROM kept WHERE name = ?'),
    addKept: database.prepare(
      'INSERT INTO kept (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    probe: database.prepare(
      "INSERT INTO kept (name, value) VALUES ('probe', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    ),
    counted: database.prepare('SELECT seq FROM counted WHERE tenant = ?'),
    setCounted: database.prepare(
      'INSERT INTO counted (tenant, seq) VALUES (?, ?) ON CONFLICT (tenant) DO UPDATE SET seq = excluded.seq',
    ),
    addCount: database.prepare(
      `INSERT INTO counts (tenant, day, purpose, answer, method, language, count) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET count = count + excluded.count`,
    ),
    counts: database.prepare(
      `SELECT day, purpose, answer, method, language, count FROM counts
       WHERE tenant = ? AND day BETWEEN ? AND ?`,
    ),
  };
}
