import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { decisionId } from '@sluis/consent';
import { SignJWT } from 'jose';
import { openStore } from '../../packages/server/src/database/open-store.js';
import { startCluster, type Cluster } from '../contract/postgres.js';
import { familyCpu, processCpu } from './process-cpu.js';
import { spreadOf } from './statistics.js';

const root = resolve(import.meta.dirname, '../../..');
const key = '5'.repeat(64);
/** A hundredth of a second, in which Linux counts, is then 1 us a call. */
const perRound = 10_000;
const rounds = 5;
/** What a server compiles while it learns is no cost of a request. */
const warmUps = 2;
const sockets = 40;

interface Server {
  readonly name: string;
  readonly base: string;
  readonly process: ChildProcess;
}

interface Call {
  readonly method: 'PUT' | 'GET' | 'POST';
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: string;
}

/** One variant: who is asked, and what. */
interface Variant {
  readonly name: string;
  readonly server: Server;
  readonly call: () => Call;
}

async function start(
  name: string,
  file: string,
  environment: { readonly [name: string]: string },
  ...words: readonly string[]
): Promise<Server> {
  const child = spawn(process.execPath, [join(root, file), ...words], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const base = await new Promise<string | undefined>((resolve) => {
    lines.on('line', (line) => {
      const found = /listening at (http:[^"]+)"/.exec(line)?.[1];
      if (found) resolve(found);
    });
    lines.on('close', () => resolve(undefined));
  });
  if (base) return { name, base, process: child };
  throw new Error(`${name} did not start`);
}

function call(agent: Agent, base: string, { method, path, headers, body }: Call): Promise<number> {
  return new Promise((done, failed) => {
    const sent = request(`${base}${path}`, { method, headers, agent }, (response) => {
      response.resume().on('end', () => done(response.statusCode ?? 0));
    }).on('error', failed);
    sent.end(body);
  });
}

/** Calls on 40 sockets at once. @returns CPU of the server per call, microseconds */
async function round(
  { server, call: next }: Variant,
  agent: Agent,
  count: number,
): Promise<number> {
  const pid = server.process.pid ?? 0;
  const before = processCpu(pid);
  let left = count;
  async function lane(): Promise<void> {
    while (left-- > 0) {
      const status = await call(agent, server.base, next());
      if (![200, 201, 304].includes(status)) throw new Error(`${server.name} answered ${status}`);
    }
  }
  await Promise.all(Array.from({ length: sockets }, lane));
  return (processCpu(pid) - before) / count;
}

function decisionCall(): Call {
  const now = Date.now();
  const id = decisionId(now, randomBytes(16));
  const said = (answer: string): object => ({ answer, terms: '1x2y3z' });
  const body = JSON.stringify({
    id,
    policy: '',
    purposes: { analytics: said('granted'), marketing: said('refused'), offers: said('refused') },
    method: 'banner',
    language: 'nl',
    surface: 'www.bank.example',
    at: new Date(now).toISOString(),
  });
  const headers = {
    'content-type': 'application/json',
    'content-length': String(body.length),
    'sluis-device': randomBytes(16).toString('base64url'),
  };
  return { method: 'PUT', path: `/v1/decisions/${id}`, headers, body };
}

/** The same three answers, as the client of c15t sends them: its purposes have names of their own. */
function peerCall(): Call {
  const body = JSON.stringify({
    type: 'cookie_banner',
    subjectId: `sub_${randomBytes(10).toString('hex').replaceAll('0', 'x')}`,
    domain: 'www.bank.example',
    preferences: { measurement: true, marketing: false, experience: false },
    givenAt: Date.now(),
    jurisdiction: 'GDPR',
    jurisdictionModel: 'opt-in',
    uiSource: 'banner',
    consentAction: 'custom',
  });
  const headers = {
    'content-type': 'application/json',
    'content-length': String(body.length),
    origin: 'http://localhost',
  };
  return { method: 'POST', path: '/subjects', headers, body };
}

/** Puts records into a database past the server, as it would have. */
async function fill(database: string, from: number, to: number): Promise<void> {
  const store = await openStore(database, key);
  const body = decisionCall().body ?? '';
  for (let n = from; n < to; n += 500) {
    await Promise.all(
      Array.from({ length: Math.min(500, to - n) }, () => {
        const owner = createHash('sha256').update(randomBytes(16)).digest('hex');
        const id = decisionId(Date.now(), randomBytes(16));
        const fact = { id, kind: 'decision', owner, body, receivedAt: 1, expiresAt: 1e15 } as const;
        return store.fileFact('site', fact, '');
      }),
    );
  }
  await store.close();
}

interface Identity {
  readonly settings: { readonly [name: string]: string };
  readonly token: string;
}

async function identity(folder: string): Promise<Identity> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const path = join(folder, 'keys.json');
  writeFileSync(path, JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] }));
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer('i')
    .setAudience('a')
    .setSubject('client-1')
    .setIssuedAt()
    .setExpirationTime('1d')
    .sign(privateKey);
  const settings = {
    SLUIS_IDENTITY_KEYS: path,
    SLUIS_IDENTITY_ISSUER: 'i',
    SLUIS_IDENTITY_AUDIENCE: 'a',
    // A million records take longer to write than a token lives otherwise.
    SLUIS_IDENTITY_MAX_AGE: '86400',
  };
  return { settings, token };
}

/** `GET /v1/me` by somebody with a device, with the tag of what is known already. */
async function accountCall({ base }: Server, token: string, agent: Agent): Promise<Call> {
  const put = decisionCall();
  await call(agent, base, put);
  const authorization = `Bearer ${token}`;
  const device = put.headers['sluis-device'] ?? '';
  const linked = await fetch(`${base}/v1/me/device`, {
    method: 'PUT',
    headers: { authorization, 'sluis-device': device },
  });
  const tag = linked.headers.get('etag') ?? '';
  return { method: 'GET', path: '/v1/me', headers: { authorization, 'if-none-match': tag } };
}

function tell(title: string, names: readonly string[], costs: ReadonlyMap<string, number[]>): void {
  console.log(`\n${title}: microseconds of CPU per answer, and times the bare server`);
  const base = costs.get(names[0] ?? '') ?? [];
  for (const name of names) {
    const own = costs.get(name) ?? [];
    const { median, low, high } = spreadOf(
      own.map((cost, index) => cost / (base[index] ?? Number.NaN)),
    );
    const cost = spreadOf(own).median.toFixed(0).padStart(5);
    const range = `${low.toFixed(2)}-${high.toFixed(2)}`;
    console.log(`  ${name.padEnd(24)} ${cost} us   ${median.toFixed(2)} (${range})`);
  }
}

/** Variants in turn, so that whatever else the machine does meets them all. */
async function compare(
  title: string,
  variants: readonly Variant[],
  agent: Agent,
  count = perRound,
): Promise<void> {
  const costs = new Map(variants.map(({ name }) => [name, [] as number[]]));
  for (let turn = 0; turn < warmUps; turn++)
    for (const one of variants) await round(one, agent, count);
  for (let turn = 0; turn < rounds; turn++)
    for (const one of variants) costs.get(one.name)?.push(await round(one, agent, count));
  tell(
    title,
    variants.map(({ name }) => name),
    costs,
  );
}

/**
 * CPU per acknowledged, durable decision, beside a bare server in the same run, and again with more records.
 * @param words sizes to measure at, `1000 100000` when left out
 */
export async function serverBench(words: readonly string[]): Promise<void> {
  const sizes = words.length ? words.map(Number) : [1000, 100_000];
  const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-'));
  const cluster: Cluster = await startCluster({ durable: true });
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const servers: Server[] = [];
  try {
    const { settings, token } = await identity(folder);
    const common = { ...settings, SLUIS_KEY: key, SLUIS_PORT: '0', SLUIS_RATE_LIMIT: '100000000' };
    const databases = [join(folder, 'sluis.db'), await cluster.database()] as const;
    let filled = 0;
    for (const size of sizes) {
      for (const database of databases) await fill(database, filled, size);
      filled = size;
      const bare = await start('bare', 'test/bench/bare-server.mjs', {});
      const path = join(folder, `bare-${size}.db`);
      const durable = await start('durable', 'test/bench/bare-server.mjs', {}, path);
      const main = 'packages/server/dist/main.js';
      const sqlite = await start('sqlite', main, { ...common, SLUIS_DATABASE: databases[0] });
      const postgres = await start('postgres', main, { ...common, DATABASE_URL: databases[1] });
      const peerPath = join(folder, `c15t-${size}.db`);
      const peer = await start('c15t', 'test/bench/c15t-server.mjs', {}, peerPath);
      servers.push(bare, durable, sqlite, postgres, peer);
      const beforePostgres = familyCpu(cluster.pid());
      await compare(
        `PUT of a decision, ${size} records`,
        [
          { name: 'node:http', server: bare, call: decisionCall },
          { name: 'node:http, on disk', server: durable, call: decisionCall },
          { name: 'Sluis on SQLite', server: sqlite, call: decisionCall },
          { name: 'Sluis on PostgreSQL', server: postgres, call: decisionCall },
        ],
        agent,
      );
      const own = (familyCpu(cluster.pid()) - beforePostgres) / (perRound * (rounds + warmUps));
      console.log(`  PostgreSQL itself        ${own.toFixed(0).padStart(5)} us`);
      await compare(
        `POST of the same answers to c15t, which begins empty`,
        [
          { name: 'node:http', server: bare, call: decisionCall },
          { name: 'c15t on SQLite', server: peer, call: peerCall },
        ],
        agent,
        1000,
      );
      const known = await accountCall(sqlite, token, agent);
      const get: Call = { method: 'GET', path: '/v1/me', headers: known.headers };
      await compare(
        `GET /v1/me answered 304, ${size} records`,
        [
          { name: 'node:http', server: bare, call: () => get },
          { name: 'Sluis on SQLite', server: sqlite, call: () => known },
        ],
        agent,
      );
      for (const { process: child } of servers.splice(0)) {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      }
    }
  } finally {
    for (const { process: child } of servers) child.kill('SIGKILL');
    agent.destroy();
    await cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
