import Sqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import type {
  Activity,
  ChainEntry,
  Claim,
  Contact,
  Count,
  Fact,
  Filing,
  Head,
  Reads,
  Store,
} from './contract.js';
import { groupCommit, type GroupCommit } from './group-commit.js';
import { migrate } from './migrate-sqlite.js';
import { nextLink } from './next-link.js';
import type { Sealing } from './sealing.js';
import { factOf } from './fact-row.js';
import { recentVersions } from './recent-versions.js';
import { sqliteMessages } from './sqlite-messages.js';
import { prepare, type LedgerRow, type Statements } from './sqlite-statements.js';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

function open(path: string): Database {
  // Waiting for another process's lock stops all requests, so not long: clients send again after 503.
  const database = new Sqlite(path, { timeout: 1000 });
  database.pragma('journal_mode = WAL');
  // FULL syncs the log at every commit: NORMAL may lose acknowledged decisions at a power cut.
  database.pragma('synchronous = FULL');
  // A destroyed key is overwritten, not only let go of.
  database.pragma('secure_delete = ON');
  database.pragma('trusted_schema = OFF');
  // 32 MB of log before it goes into the file: pages that many decisions write, go there once for all of them.
  database.pragma('wal_autocheckpoint = 8000');
  migrate(database);
  return database;
}

function entryOf(row: LedgerRow, sealing: Sealing): ChainEntry {
  return {
    seq: row.seq,
    link: row.link.toString('hex'),
    commitment: row.commitment.toString('hex'),
    receivedAt: row.received_at,
    ...(row.key && { fact: { ...factOf(row, sealing), salt: sealing.salt(row.id, row.key) } }),
  };
}

function headOf(sql: Statements, tenant: string): Head {
  const row = sql.head.get(tenant);
  return row ? { seq: row.seq, link: row.link.toString('hex') } : { seq: 0, link: '' };
}

/** What there is under the id already, if anything. */
function filed(sql: Statements, sealing: Sealing, tenant: string, fact: Fact): Filing | undefined {
  const there = sql.factOwner.get(tenant, fact.id);
  if (!there) return undefined;
  if (!there.owner.equals(bytes(fact.owner))) return { outcome: 'foreign' };
  const row = sql.fact.get(tenant, fact.id);
  return row?.kind === fact.kind && sealing.open(row.id, row.sealed, row.key) === fact.body
    ? { outcome: 'same', receivedAt: row.received_at }
    : { outcome: 'other' };
}

function addFact(
  sql: Statements,
  sealing: Sealing,
  heads: Map<string, Head>,
  tenant: string,
  fact: Fact,
): Filing {
  const { id, kind, receivedAt, expiresAt } = fact;
  const owner = bytes(fact.owner);
  const { sealed, key, commitment } = sealing.seal(fact);
  const last = heads.get(tenant) ?? headOf(sql, tenant);
  const next = nextLink(last, commitment.toString('hex'), receivedAt);
  sql.addFact.run(
    tenant,
    next.seq,
    commitment,
    bytes(next.link),
    receivedAt,
    id,
    kind,
    owner,
    sealed,
    expiresAt,
  );
  sql.addKey.run(tenant, next.seq, key);
  heads.set(tenant, next);
  return { outcome: 'created', receivedAt };
}

function linkDevice(sql: Statements, tenant: string, device: Buffer, subject: Buffer): boolean {
  const linked = sql.link.get(tenant, device);
  if (!linked) sql.addLink.run(tenant, device, subject);
  return !linked || linked.subject.equals(subject);
}

function keep(sql: Statements, name: string, value: string): string {
  sql.addKept.run(name, value);
  return sql.kept.get(name)?.value ?? value;
}

function claimContact(
  sql: Statements,
  tenant: string,
  contact: Contact,
  after: number,
  most: number,
): Claim {
  const { id, channel, kind, counted, at } = contact;
  const subject = bytes(contact.subject);
  if (sql.contact.get(tenant, id)) return { granted: true };
  const last = counted ? sql.limit.get(tenant, subject, after, most - 1) : undefined;
  if (last) return { granted: false, since: last.at };
  sql.addContact.run(tenant, id, subject, channel, kind, Number(counted), at);
  return { granted: true };
}

function addActivity(
  sql: Statements,
  tenant: string,
  { subject, id, purpose, kind, place, profiling, at, expiresAt }: Activity,
): void {
  const owner = bytes(subject);
  sql.addActivity.run(tenant, owner, id, purpose, kind, place, Number(profiling), at, expiresAt);
}

function addCounts(
  sql: Statements,
  tenant: string,
  from: number,
  to: number,
  counts: readonly Count[],
): boolean {
  if ((sql.counted.get(tenant)?.seq ?? 0) !== from) return false;
  for (const { day, purpose, answer, method, language, count } of counts)
    sql.addCount.run(tenant, day, purpose, answer, method, language, count);
  sql.setCounted.run(tenant, to);
  return true;
}

function reads(sql: Statements, sealing: Sealing): Omit<Reads, 'versionOf'> {
  return {
    async readFact(tenant, id) {
      const row = sql.fact.get(tenant, id);
      return row && factOf(row, sealing);
    },
    readPolicy: async (tenant, hash) => sql.policy.get(tenant, bytes(hash))?.text,
    subjectOf: async (tenant, device) =>
      sql.link.get(tenant, bytes(device))?.subject.toString('hex'),
    factsOf: async (tenant, subject) =>
      sql.facts.all({ tenant, subject: bytes(subject) }).map((row) => factOf(row, sealing)),
    contactsOf: async (tenant, subject) =>
      sql.contacts.all(tenant, bytes(subject)).map((row) => ({
        ...row,
        subject,
        counted: row.counted === 1,
      })),
    activitiesOf: async (tenant, subject) =>
      sql.activities.all(tenant, bytes(subject)).map(({ expires_at: expiresAt, ...row }) => ({
        ...row,
        subject,
        profiling: row.profiling === 1,
        expiresAt,
      })),
    countActivities: async (tenant, from, until) => sql.activityCounts.all(tenant, from, until),
    counted: async (tenant) => sql.counted.get(tenant)?.seq ?? 0,
    countsBetween: async (tenant, first, last) => sql.counts.all(tenant, first, last),
    head: async (tenant) => headOf(sql, tenant),
    chain: async (tenant, after, limit) =>
      sql.ledger.all(tenant, after, limit).map((row) => entryOf(row, sealing)),
  };
}

interface Transactions extends GroupCommit {
  /** The ends of the chains, as far as this transaction has come. */
  readonly heads: Map<string, Head>;
}

function transactions(database: Database, begun: () => void): Transactions {
  const transaction = database.transaction((work: () => void) => work());
  const heads = new Map<string, Head>();
  const commit = groupCommit((work) => {
    begun();
    heads.clear();
    transaction.immediate(work);
  });
  return { ...commit, heads };
}

/** What is kept of people beside their facts. */
function peoplesTables(
  sql: Statements,
  { write }: GroupCommit,
): Pick<Store, 'claimContact' | 'dropContacts' | 'addActivities' | 'dropActivities'> {
  return {
    claimContact: (tenant, contact, after, most) =>
      write(() => claimContact(sql, tenant, contact, after, most)),
    dropContacts: (tenant, whose) =>
      write(
        () =>
          ('subject' in whose
            ? sql.dropContacts.run(tenant, bytes(whose.subject))
            : sql.sweepContacts.run(tenant, whose.before)
          ).changes,
      ),
    addActivities: (tenant, activities) =>
      write(() => {
        for (const one of activities) addActivity(sql, tenant, one);
      }),
    dropActivities: (tenant, whose) =>
      write(
        () =>
          ('subject' in whose
            ? sql.dropActivities.run(tenant, bytes(whose.subject))
            : sql.sweepActivities.run(tenant, whose.expired)
          ).changes,
      ),
  };
}

/**
 * The default store: one file, its write-ahead log beside it, one process.
 * @param path of the database file; it is made when absent
 */
export function sqliteStore(path: string, sealing: Sealing): Store {
  const database = open(path);
  const sql = prepare(database);
  const versions = recentVersions(
    database,
    (tenant, subject) => sql.version.get({ tenant, subject: bytes(subject) })?.version ?? '',
  );
  const commit = transactions(database, versions.forget);
  const { heads, write, flush } = commit;

  return {
    ...reads(sql, sealing),
    versionOf: async (tenant, subject) => versions.versionOf(tenant, subject),
    ...sqliteMessages(database, commit, sealing),
    fileFact: (tenant, fact, policy) =>
      write(
        () =>
          filed(sql, sealing, tenant, fact) ??
          (policy && !sql.hasPolicy.get(tenant, bytes(policy))
            ? { outcome: 'policy-unknown' }
            : addFact(sql, sealing, heads, tenant, fact)),
      ),
    filePolicy: (tenant, hash, text) =>
      write(() => sql.addPolicy.run(tenant, bytes(hash), text).changes > 0),
    linkDevice: (tenant, device, subject) =>
      write(() => linkDevice(sql, tenant, bytes(device), bytes(subject))),
    async erase(tenant, subject, kind) {
      const person = { tenant, subject: bytes(subject), kind };
      const count = await write(() => sql.dropFacts.run(person).changes);
      // The log held the key as well: it goes into the file, which has it no more, and is cut to nothing.
      database.pragma('wal_checkpoint(TRUNCATE)');
      return count;
    },
    ...peoplesTables(sql, commit),
    addCounts: (tenant, from, to, counts) => write(() => addCounts(sql, tenant, from, to, counts)),
    sweep: (tenant, now, limit) => write(() => sql.sweep.run({ tenant, now, limit }).changes),
    keep: (name, value) => write(() => keep(sql, name, value)),
    probe: () => write(() => void sql.probe.run(String(Date.now()))),
    async close() {
      flush();
      database.close();
    },
  };
}
