import pg from 'pg';
import { Failure } from '../errors.js';
import { batched, type Batched } from './batched.js';
import type {
  Activity,
  ActivityCount,
  ChainEntry,
  Contact,
  Count,
  Fact,
  FactKind,
  Filing,
  Reads,
  Store,
} from './contract.js';
import { migrate } from './migrate-postgres.js';
import { freshOwnerKey, type Sealing } from './sealing.js';

interface FactRow {
  readonly id: string;
  readonly kind: FactKind;
  readonly owner: Buffer;
  readonly sealed: Buffer;
  readonly key: Buffer;
  readonly received_at: string;
  readonly expires_at: string;
}

interface LinkRow {
  readonly seq: string;
  readonly commitment: Buffer;
  readonly link: Buffer;
  readonly received_at: string;
}

type StretchRow = FactRow & { readonly seq: string };

type ContactRow = Omit<Contact, 'subject' | 'at'> & { readonly at: string };

type ActivityRow = Omit<Activity, 'subject' | 'at' | 'expiresAt'> & {
  readonly at: string;
  readonly expires_at: string;
};

type CountRow = Omit<Count, 'count'> & { readonly count: string };

interface FilingRow {
  readonly outcome: 'created' | 'there' | 'policy-unknown' | 'key-gone';
  readonly owner: string;
  readonly kind: string;
  readonly sealed: string;
  readonly received_at: string;
}

interface KeyRow {
  readonly owner: string;
  readonly kind: string;
  readonly key: string;
}

/** A fact on its way in. */
interface Arrival {
  readonly fact: Fact;
  readonly policy: string;
}

type Value = string | number | Buffer;

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

const columns = 'f.id, f.kind, f.owner, f.sealed, k.key, f.received_at, f.expires_at';

/** Only what has a key can be read. One look-up per fact, whatever the planner believes of the sizes. */
const withKey = `LATERAL (SELECT key FROM owner_keys o
  WHERE o.tenant = f.tenant AND o.owner = f.owner AND o.kind = f.kind LIMIT 1) k ON true`;

/** A subject ($2) and its devices. */
const owners =
  'ANY (ARRAY(SELECT device FROM links WHERE tenant = $1 AND subject = $2 UNION ALL SELECT $2))';

const ofPerson = `FROM facts f JOIN ${withKey} WHERE f.tenant = $1 AND f.owner = ${owners}`;

/** Every statement there is: constant text, values only as parameters. */
const statements = {
  keys: 'SELECT * FROM owner_keys_of($1, $2)',
  file: 'SELECT * FROM file_facts($1, $2)',
  fact: `SELECT ${columns} FROM facts f JOIN ${withKey} WHERE f.tenant = $1 AND f.id = $2`,
  facts: `SELECT ${columns} ${ofPerson} ORDER BY f.id`,
  version: `SELECT count(*) || '.' || coalesce(max(f.seq), 0) AS version ${ofPerson}`,
  erase: 'SELECT erase($1, $2, $3) AS count',
  head: 'SELECT seq, link FROM heads WHERE tenant = $1',
  chain: `SELECT seq, commitment, link, received_at FROM chain
    WHERE tenant = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
  // The numbers of a chain have no gaps, so these are the facts of that stretch.
  stretch: `SELECT f.seq, ${columns} FROM facts f JOIN ${withKey}
    WHERE f.tenant = $1 AND f.seq > $2 AND f.seq <= $2::bigint + $3::bigint`,
  months: "SELECT make_months((now() AT TIME ZONE 'UTC')::date, 3)",
  dropMonths: 'SELECT drop_months($1) AS count',
  sweep: `DELETE FROM facts WHERE tenant = $1 AND id IN
    (SELECT id FROM facts WHERE tenant = $1 AND expires_at <= $2 ORDER BY expires_at LIMIT $3)`,
  claim: 'SELECT claim_contact($1, $2, $3, $4) AS since',
  contacts: `SELECT id, channel, kind, counted, at FROM contacts
    WHERE tenant = $1 AND subject = $2 ORDER BY at, id`,
  dropContacts: 'DELETE FROM contacts WHERE tenant = $1 AND subject = $2',
  sweepContacts: 'DELETE FROM contacts WHERE tenant = $1 AND at < $2',
  addActivities: `INSERT INTO activities
    SELECT $1, decode(a.subject, 'hex'), a.id, a.purpose, a.kind, a.place, a.profiling, a.at, a."expiresAt"
    FROM json_to_recordset($2) AS a(subject text, id text, purpose text, kind text, place text,
      profiling boolean, at bigint, "expiresAt" bigint) ON CONFLICT DO NOTHING`,
  activities: `SELECT id, purpose, kind, place, profiling, at, expires_at FROM activities
    WHERE tenant = $1 AND subject = $2 ORDER BY at, id`,
  activityCounts: `SELECT to_char(to_timestamp(at / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
      purpose, kind, place, count(*)::int AS count, count(DISTINCT subject)::int AS people
    FROM activities WHERE tenant = $1 AND at >= $2 AND at < $3
    GROUP BY 1, purpose, kind, place ORDER BY 1, purpose, kind, place`,
  dropActivities: 'DELETE FROM activities WHERE tenant = $1 AND subject = $2',
  sweepActivities: 'DELETE FROM activities WHERE tenant = $1 AND expires_at <= $2',
  counted: 'SELECT seq FROM counted WHERE tenant = $1',
  addCounts: 'SELECT add_counts($1, $2, $3, $4) AS added',
  counts: `SELECT day, purpose, answer, method, language, count FROM counts
    WHERE tenant = $1 AND day BETWEEN $2 AND $3`,
  addPolicy: 'INSERT INTO policies (tenant, hash, text) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
  policy: 'SELECT text FROM policies WHERE tenant = $1 AND hash = $2',
  addLink: 'INSERT INTO links (tenant, device, subject) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
  link: 'SELECT subject FROM links WHERE tenant = $1 AND device = $2',
  addKept: 'INSERT INTO kept (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING',
  kept: 'SELECT value FROM kept WHERE name = $1',
  probe: `INSERT INTO kept (name, value) VALUES ('probe', $1)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
} as const;

function factOf(row: FactRow, sealing: Sealing): Fact {
  return {
    id: row.id,
    kind: row.kind,
    owner: row.owner.toString('hex'),
    body: sealing.open(row.id, row.sealed, row.key),
    receivedAt: Number(row.received_at),
    expiresAt: Number(row.expires_at),
  };
}

function entryOf(row: LinkRow, fact: FactRow | undefined, sealing: Sealing): ChainEntry {
  return {
    seq: Number(row.seq),
    link: row.link.toString('hex'),
    commitment: row.commitment.toString('hex'),
    receivedAt: Number(row.received_at),
    ...(fact && { fact: { ...factOf(fact, sealing), salt: sealing.salt(fact.id, fact.key) } }),
  };
}

/** What became of a fact, where its row says what there is under its id. */
function filingOf(row: FilingRow, fact: Fact, key: Buffer, sealing: Sealing): Filing {
  const receivedAt = Number(row.received_at);
  if (row.outcome === 'created') return { outcome: 'created', receivedAt };
  if (row.outcome === 'policy-unknown') return { outcome: 'policy-unknown' };
  // Its owner was erased while it was on its way; the client sends it again, or not.
  if (row.outcome === 'key-gone') throw new Failure('store');
  if (row.owner !== fact.owner) return { outcome: 'foreign' };
  return row.kind === fact.kind &&
    sealing.open(fact.id, Buffer.from(row.sealed, 'base64'), key) === fact.body
    ? { outcome: 'same', receivedAt }
    : { outcome: 'other' };
}

interface Connections {
  readonly query: <Row extends pg.QueryResultRow>(
    name: keyof typeof statements,
    values?: readonly Value[],
  ) => Promise<pg.QueryResult<Row>>;
  readonly end: () => Promise<void>;
}

/** Statements go by name, so that a connection parses each once. Whatever fails is the store's failure. */
async function connect(address: string): Promise<Connections> {
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'sluis',
    connectionTimeoutMillis: 5000,
    statement_timeout: 10_000,
    // Whatever the database is set to: an answer means that it is on disk.
    options: '-c synchronous_commit=on',
  });
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    await migrate(client);
  } finally {
    client.release();
  }

  return {
    end: () => pool.end(),
    async query<Row extends pg.QueryResultRow>(
      name: keyof typeof statements,
      values: readonly Value[] = [],
    ) {
      try {
        return await pool.query<Row>({ name, text: statements[name], values: [...values] });
      } catch (error) {
        throw new Failure('store', { cause: error });
      }
    },
  };
}

/** Files the facts of one tenant that came together: two round trips, one commit. */
async function fileTogether(
  connections: Connections,
  sealing: Sealing,
  tenant: string,
  arrivals: readonly Arrival[],
): Promise<readonly Filing[]> {
  const offers = arrivals.map(({ fact: { owner, kind } }) => ({
    owner,
    kind,
    key: freshOwnerKey().toString('hex'),
  }));
  const keyRows = await connections.query<KeyRow>('keys', [tenant, JSON.stringify(offers)]);
  const keys = new Map(
    keyRows.rows.map(({ owner, kind, key }) => [`${owner} ${kind}`, bytes(key)]),
  );
  const keyOf = ({ owner, kind }: Fact): Buffer => keys.get(`${owner} ${kind}`) ?? freshOwnerKey();
  const batch = arrivals.map(({ fact, policy }) => {
    const key = keyOf(fact);
    const { sealed, commitment } = sealing.seal(fact, key);
    return {
      key: key.toString('hex'),
      id: fact.id,
      kind: fact.kind,
      owner: fact.owner,
      sealed: sealed.toString('base64'),
      commitment: commitment.toString('hex'),
      received_at: fact.receivedAt,
      expires_at: fact.expiresAt,
      policy,
    };
  });
  const { rows } = await connections.query<FilingRow>('file', [tenant, JSON.stringify(batch)]);
  return rows.flatMap((row, index) => {
    const fact = arrivals[index]?.fact;
    return fact ? [filingOf(row, fact, keyOf(fact), sealing)] : [];
  });
}

function reads({ query }: Connections, sealing: Sealing): Reads {
  return {
    async readFact(tenant, id) {
      const [row] = (await query<FactRow>('fact', [tenant, id])).rows;
      return row && factOf(row, sealing);
    },
    async readPolicy(tenant, hash) {
      return (await query<{ text: string }>('policy', [tenant, bytes(hash)])).rows[0]?.text;
    },
    async subjectOf(tenant, device) {
      const { rows } = await query<{ subject: Buffer }>('link', [tenant, bytes(device)]);
      return rows[0]?.subject.toString('hex');
    },
    async factsOf(tenant, subject) {
      const { rows } = await query<FactRow>('facts', [tenant, bytes(subject)]);
      return rows.map((row) => factOf(row, sealing));
    },
    async versionOf(tenant, subject) {
      const { rows } = await query<{ version: string }>('version', [tenant, bytes(subject)]);
      return rows[0]?.version ?? '';
    },
    async contactsOf(tenant, subject) {
      const { rows } = await query<ContactRow>('contacts', [tenant, bytes(subject)]);
      return rows.map((row) => ({ ...row, subject, at: Number(row.at) }));
    },
    async activitiesOf(tenant, subject) {
      const { rows } = await query<ActivityRow>('activities', [tenant, bytes(subject)]);
      return rows.map(({ expires_at: expiresAt, ...row }) => ({
        ...row,
        subject,
        at: Number(row.at),
        expiresAt: Number(expiresAt),
      }));
    },
    async countActivities(tenant, from, until) {
      return (await query<ActivityCount>('activityCounts', [tenant, from, until])).rows;
    },
    async counted(tenant) {
      return Number((await query<{ seq: string }>('counted', [tenant])).rows[0]?.seq ?? 0);
    },
    async countsBetween(tenant, first, last) {
      const { rows } = await query<CountRow>('counts', [tenant, first, last]);
      return rows.map((row) => ({ ...row, count: Number(row.count) }));
    },
    async head(tenant) {
      const [row] = (await query<{ seq: string; link: string }>('head', [tenant])).rows;
      return row ? { seq: Number(row.seq), link: row.link } : { seq: 0, link: '' };
    },
    async chain(tenant, after, limit) {
      const stretch = [tenant, after, limit];
      const links = await query<LinkRow>('chain', stretch);
      const { rows } = await query<StretchRow>('stretch', stretch);
      const facts = new Map(rows.map((row) => [row.seq, row]));
      return links.rows.map((row) => entryOf(row, facts.get(row.seq), sealing));
    },
  };
}

async function sweep(
  { query }: Connections,
  tenant: string,
  now: number,
  limit: number,
): Promise<number> {
  await query('months');
  const { rows } = await query<{ count: string }>('dropMonths', [now]);
  const { rowCount } = await query('sweep', [tenant, now, limit]);
  return Number(rows[0]?.count ?? 0) + (rowCount ?? 0);
}

/** What is kept of people beside their facts. */
function peoplesTables({
  query,
}: Connections): Pick<Store, 'claimContact' | 'dropContacts' | 'addActivities' | 'dropActivities'> {
  return {
    async claimContact(tenant, contact, after, most) {
      const values = [tenant, JSON.stringify(contact), after, most];
      const since = (await query<{ since: string | null }>('claim', values)).rows[0]?.since;
      return since ? { granted: false, since: Number(since) } : { granted: true };
    },
    async dropContacts(tenant, whose) {
      const dropped =
        'subject' in whose
          ? await query('dropContacts', [tenant, bytes(whose.subject)])
          : await query('sweepContacts', [tenant, whose.before]);
      return dropped.rowCount ?? 0;
    },
    async addActivities(tenant, activities) {
      await query('addActivities', [tenant, JSON.stringify(activities)]);
    },
    async dropActivities(tenant, whose) {
      const dropped =
        'subject' in whose
          ? await query('dropActivities', [tenant, bytes(whose.subject)])
          : await query('sweepActivities', [tenant, whose.expired]);
      return dropped.rowCount ?? 0;
    },
  };
}

/**
 * The store for any number of processes: all state is in PostgreSQL.
 * @param address `postgres://user:password@host/database`
 */
export async function postgresStore(address: string, sealing: Sealing): Promise<Store> {
  const connections = await connect(address);
  const { query } = connections;
  const filing = new Map<string, Batched<Arrival, Filing>>();

  /** Each tenant has a chain, and so a line, of its own. */
  function filingOfTenant(tenant: string): Batched<Arrival, Filing> {
    const there = filing.get(tenant);
    if (there) return there;
    const fresh = batched((arrivals: readonly Arrival[]) =>
      fileTogether(connections, sealing, tenant, arrivals),
    );
    filing.set(tenant, fresh);
    return fresh;
  }

  return {
    ...reads(connections, sealing),
    fileFact: (tenant, fact, policy) => filingOfTenant(tenant).add({ fact, policy }),
    async filePolicy(tenant, hash, text) {
      return (await query('addPolicy', [tenant, bytes(hash), text])).rowCount === 1;
    },
    async linkDevice(tenant, device, subject) {
      const added = await query('addLink', [tenant, bytes(device), bytes(subject)]);
      if (added.rowCount === 1) return true;
      const { rows } = await query<{ subject: Buffer }>('link', [tenant, bytes(device)]);
      return rows[0]?.subject.toString('hex') === subject;
    },
    async erase(tenant, subject, kind) {
      const { rows } = await query<{ count: string }>('erase', [tenant, bytes(subject), kind]);
      return Number(rows[0]?.count ?? 0);
    },
    ...peoplesTables(connections),
    async addCounts(tenant, from, to, counts) {
      const values = [tenant, from, to, JSON.stringify(counts)];
      return (await query<{ added: boolean }>('addCounts', values)).rows[0]?.added ?? false;
    },
    sweep: (tenant, now, limit) => sweep(connections, tenant, now, limit),
    async keep(name, value) {
      await query('addKept', [name, value]);
      return (await query<{ value: string }>('kept', [name])).rows[0]?.value ?? value;
    },
    async probe() {
      await query('probe', [String(Date.now())]);
    },
    async close() {
      await Promise.all([...filing.values()].map((one) => one.idle()));
      await connections.end();
    },
  };
}
