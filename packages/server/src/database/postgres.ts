import { batched, type Batched } from './batched.js';
import type { ChainEntry, Count, Fact, Filing, Reads, Store } from './contract.js';
import { factOf, type FactRow } from './fact-row.js';
import { connect, type Connections } from './postgres-connections.js';
import { postgresMessages } from './postgres-messages.js';
import { postgresPeople, type PeoplesTables } from './postgres-people.js';
import type { Sealing } from './sealing.js';

interface LinkRow {
  readonly seq: string;
  readonly commitment: Buffer;
  readonly link: Buffer;
  readonly received_at: string;
}

type StretchRow = FactRow<string> & { readonly seq: string };

type CountRow = Omit<Count, 'count'> & { readonly count: string };

/** Why a fact was not added. */
interface FilingRow {
  /** In the batch, from 0. */
  readonly place: number;
  readonly outcome: 'there' | 'policy-unknown';
  readonly owner: string;
  readonly kind: string;
  readonly sealed: Buffer;
  readonly key: Buffer;
  readonly received_at: string;
}

/** A fact on its way in. */
interface Arrival {
  readonly fact: Fact;
  readonly policy: string;
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

function entryOf(row: LinkRow, fact: FactRow<string> | undefined, sealing: Sealing): ChainEntry {
  return {
    seq: Number(row.seq),
    link: row.link.toString('hex'),
    commitment: row.commitment.toString('hex'),
    receivedAt: Number(row.received_at),
    ...(fact && { fact: { ...factOf(fact, sealing), salt: sealing.salt(fact.id, fact.key) } }),
  };
}

/** What became of a fact: it was added where no row says otherwise. */
function filingOf(row: FilingRow | undefined, fact: Fact, sealing: Sealing): Filing {
  if (!row) return { outcome: 'created', receivedAt: fact.receivedAt };
  const receivedAt = Number(row.received_at);
  if (row.outcome === 'policy-unknown') return { outcome: 'policy-unknown' };
  if (row.owner !== fact.owner) return { outcome: 'foreign' };
  return row.kind === fact.kind && sealing.open(fact.id, row.sealed, row.key) === fact.body
    ? { outcome: 'same', receivedAt }
    : { outcome: 'other' };
}

/** Files the facts of one tenant that came together: one round trip, one commit. */
async function fileTogether(
  connections: Connections,
  sealing: Sealing,
  tenant: string,
  arrivals: readonly Arrival[],
): Promise<readonly Filing[]> {
  const batch = arrivals.map(({ fact, policy }) => {
    const { sealed, key, commitment } = sealing.seal(fact);
    return {
      id: fact.id,
      kind: fact.kind,
      owner: fact.owner,
      sealed: sealed.toString('base64'),
      key: key.toString('hex'),
      commitment: commitment.toString('hex'),
      received_at: fact.receivedAt,
      expires_at: fact.expiresAt,
      policy,
    };
  });
  const { rows } = await connections.query<FilingRow>('file', [tenant, JSON.stringify(batch)]);
  const others = new Map(rows.map((row) => [row.place, row]));
  return arrivals.map(({ fact }, place) => filingOf(others.get(place), fact, sealing));
}

function reads({ query }: Connections, sealing: Sealing): Omit<Reads, keyof PeoplesTables> {
  return {
    async readFact(tenant, id) {
      const [row] = (await query<FactRow<string>>('fact', [tenant, id])).rows;
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
      const { rows } = await query<FactRow<string>>('facts', [tenant, bytes(subject)]);
      return rows.map((row) => factOf(row, sealing));
    },
    async versionOf(tenant, subject) {
      const { rows } = await query<{ version: string }>('version', [tenant, bytes(subject)]);
      return rows[0]?.version ?? '';
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
    ...postgresPeople(connections),
    ...postgresMessages(connections, sealing),
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
