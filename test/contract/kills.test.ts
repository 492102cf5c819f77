import { join } from 'node:path';
import { randomInt } from 'node:crypto';
import { canonical } from '@sluis/consent';
import type { Acknowledgement, Decision } from '@sluis/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../packages/server/src/database/contract.js';
import { nextLink } from '../../packages/server/src/database/next-link.js';
import { openStore } from '../../packages/server/src/database/open-store.js';
import { decision, deviceSecret, folder } from '../unit/server/arrange.js';
import { bundle, run, type Fault, type Program } from '../unit/server/program.js';
import { freePort } from './free-port.js';
import { startCluster, type Cluster } from './postgres.js';

/** `npm run test:durability` kills a hundred times. */
const kills = Number(process.env['KILLS'] ?? 3);
const stops = Math.ceil(kills / 5);
const puts = kills > 3 ? 10_000 : 500;
const time = { timeout: 60_000 + kills * 20_000 };
const key = '5'.repeat(64);
const main = 'packages/server/src/main.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ durable: true });
}, 120_000);
afterAll(() => cluster.remove(), 60_000);

/** A server process on a port of its own that is started again on the same one. */
interface Server {
  readonly base: string;
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

async function server(
  file: string,
  database: { readonly [name: string]: string },
): Promise<Server> {
  const port = await freePort();
  let program: Program;
  const settings = { ...database, SLUIS_KEY: key, SLUIS_RATE_LIMIT: '100000000' };
  async function start(): Promise<void> {
    program = run(file, { ...settings, SLUIS_PORT: String(port) });
    await program.line(/"Server listening at /);
  }
  await start();
  return {
    base: `http://127.0.0.1:${port}`,
    start,
    async kill() {
      program.process.kill('SIGKILL');
      await program.exit;
    },
  };
}

interface Ledger {
  /** What was acknowledged, and how. */
  readonly acknowledged: Map<string, { readonly one: Decision; readonly said: Acknowledgement }>;
  /** Resolves when so many more are acknowledged. */
  readonly more: (count: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

function put(base: string, device: string, one: Decision): Promise<Response> {
  return fetch(`${base}/v1/decisions/${one.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'sluis-device': device },
    body: JSON.stringify(one),
  });
}

/** Sends until the end; what was not acknowledged is sent again, to the next server. */
function load(servers: readonly Server[], device: string): Ledger {
  const acknowledged: Ledger['acknowledged'] = new Map();
  const waiting: { readonly at: number; readonly done: () => void }[] = [];
  const ending = new AbortController();

  async function sendOne(one: Decision, which: number): Promise<void> {
    for (let turn = which; !ending.signal.aborted; turn++) {
      try {
        const answer = await put(servers[turn % servers.length]?.base ?? '', device, one);
        if (answer.ok) {
          acknowledged.set(one.id, { one, said: (await answer.json()) as Acknowledgement });
          return;
        }
        await answer.body?.cancel();
      } catch {
        // Nobody listens just now.
      }
      // The pace of a client that tries again, so that a dead server is not asked in a tight loop.
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async function send(which: number): Promise<void> {
    while (!ending.signal.aborted) {
      await sendOne(decision(), which);
      for (const one of waiting) if (acknowledged.size >= one.at) one.done();
    }
  }

  const senders = Array.from({ length: 8 }, (_, which) => send(which));
  return {
    acknowledged,
    more: (count) =>
      new Promise((done) => void waiting.push({ at: acknowledged.size + count, done })),
    async end() {
      ending.abort();
      await Promise.all(senders);
    },
  };
}

/** Ids that are not there exactly as they were acknowledged. */
async function lost(store: Store, { acknowledged }: Ledger): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const [id, { one, said }] of acknowledged) {
    const fact = await store.readFact('site', id);
    const isThere =
      fact?.body === canonical(one) && new Date(fact.receivedAt).toISOString() === said.receivedAt;
    if (!isThere) missing.push(id);
  }
  return missing;
}

/** Links that do not follow from the one before; how many there are. */
async function chainOf(store: Store): Promise<{ readonly links: number; readonly broken: number }> {
  let last = { seq: 0, link: '' };
  let broken = 0;
  for (;;) {
    const entries = await store.chain('site', last.seq, 1000);
    if (!entries.length) break;
    for (const { seq, link, commitment, receivedAt } of entries) {
      const next = nextLink(last, commitment, receivedAt);
      if (next.seq !== seq || next.link !== link) broken++;
      last = { seq, link };
    }
  }
  return { links: last.seq, broken };
}

interface Outcome {
  readonly acknowledged: number;
  readonly lost: number;
  readonly broken: number;
}

async function check(database: string, ledger: Ledger, title: string): Promise<Outcome> {
  const store = await openStore(database, key);
  const { links, broken } = await chainOf(store);
  const missing = await lost(store, ledger);
  await store.close();
  const { size } = ledger.acknowledged;
  console.log(`${title}: ${size} acknowledged, ${links} in the chain, ${missing.length} lost`);
  return { acknowledged: size, lost: missing.length, broken };
}

async function killSqlite(count: number, title: string, fault?: Fault): Promise<Outcome> {
  const database = join(folder(), 'sluis.db');
  const one = await server(await bundle(main, fault), { SLUIS_DATABASE: database });
  const ledger = load([one], deviceSecret());
  for (let n = 0; n < count; n++) {
    await ledger.more(randomInt(20, 100));
    await one.kill();
    await one.start();
  }
  await ledger.more(20);
  await ledger.end();
  await one.kill();
  return check(database, ledger, `${title}, ${count} kills`);
}

/** Kills now one and now the other of two servers, and after every fifth the database itself. */
async function killPostgres(
  counts: { readonly kills: number; readonly stops: number },
  title: string,
  fault?: Fault,
): Promise<Outcome> {
  const database = await cluster.database();
  const file = await bundle(main, fault);
  const servers = [
    await server(file, { DATABASE_URL: database }),
    await server(file, { DATABASE_URL: database }),
  ];
  const ledger = load(servers, deviceSecret());
  const each = Math.max(1, Math.floor(counts.kills / counts.stops));
  for (let n = 0; n < Math.max(counts.kills, counts.stops); n++) {
    await ledger.more(randomInt(20, 100));
    if (n < counts.kills) {
      await servers[n % 2]?.kill();
      await servers[n % 2]?.start();
    }
    if (n % each === 0 && n / each < counts.stops) {
      await ledger.more(randomInt(20, 60));
      await cluster.stopImmediate();
      await cluster.start();
    }
  }
  await ledger.more(20);
  await ledger.end();
  for (const one of servers) await one.kill();
  return check(database, ledger, `${title}, ${counts.kills} kills, ${counts.stops} stops`);
}

describe('what was acknowledged', () => {
  it(`R12 is there after ${kills} kills of a server on SQLite`, time, async () => {
    const outcome = await killSqlite(kills, 'SQLite');

    expect(outcome.acknowledged).toBeGreaterThan(20 * kills);
    expect(outcome).toMatchObject({ lost: 0, broken: 0 });
  });

  it(
    `R12 is there after ${kills} kills of one of two servers and ${stops} of PostgreSQL`,
    time,
    async () => {
      const outcome = await killPostgres({ kills, stops }, 'PostgreSQL');

      expect(outcome.acknowledged).toBeGreaterThan(20 * kills);
      expect(outcome).toMatchObject({ lost: 0, broken: 0 });
    },
  );

  it(
    'R12 is not there when SQLite commits after the answer: the ledger sees it',
    time,
    async () => {
      const outcome = await killSqlite(5, 'Control, SQLite that commits later', {
        file: /database\/sqlite\.ts$/,
        from: 'transaction.immediate(work)',
        to: `{
        if (!database.inTransaction) {
          database.exec('BEGIN IMMEDIATE');
          setTimeout(() => database.exec('COMMIT'), 50);
        }
        work();
      }`,
      });

      expect(outcome.lost).toBeGreaterThan(0);
    },
  );

  it(
    'R12 is not there when PostgreSQL answers before the disk: the ledger sees it',
    time,
    async () => {
      const outcome = await killPostgres(
        { kills: 0, stops: 3 },
        'Control, PostgreSQL that does not wait',
        {
          file: /database\/postgres-connections\.ts$/,
          from: 'synchronous_commit=on',
          to: 'synchronous_commit=off',
        },
      );

      expect(outcome.lost).toBeGreaterThan(0);
    },
  );
});

describe('replays', () => {
  it(
    `R12 make exactly ${puts} records of ${puts} PUTs three times, shuffled, on 40 sockets of two servers`,
    time,
    async () => {
      const database = await cluster.database();
      const file = await bundle(main);
      const servers = [
        await server(file, { DATABASE_URL: database }),
        await server(file, { DATABASE_URL: database }),
      ];
      const device = deviceSecret();
      const all = Array.from({ length: puts }, () => decision());
      const queue = [...all, ...all, ...all]
        .map((one) => ({ one, order: randomInt(2 ** 32) }))
        .sort((a, b) => a.order - b.order);
      const statuses = new Map<number, number>();

      async function send(which: number): Promise<void> {
        for (let next = queue.pop(); next; next = queue.pop()) {
          const { status, body } = await put(servers[which % 2]?.base ?? '', device, next.one);
          await body?.cancel();
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      }
      await Promise.all(Array.from({ length: 40 }, (_, which) => send(which)));

      const store = await openStore(database, key);
      const { links } = await chainOf(store);
      await store.close();
      expect(Object.fromEntries(statuses)).toEqual({ 200: 2 * puts, 201: puts });
      expect(links).toBe(puts);
    },
  );
});
