import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tidyOnce } from '../../packages/server/src/commands.js';
import type { ServerOptions } from '../../packages/server/src/index.js';
import { bankConfig } from '../unit/bank-config.js';
import {
  decision,
  deviceSecret,
  folder,
  hashOf,
  origin,
  server,
  token,
} from '../unit/server/arrange.js';
import { startCluster, type Cluster } from './postgres.js';

const key = 'canary-free-key';

/** What must be found nowhere, in a form that each check of a field might let through. */
const canaries = [
  '203.0.113.77',
  'klant-kanarie-4711',
  'kanarie@mail.example',
  'kanarie\u0000\u{1f424}',
  'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJrYW5hcmllIn0.a2FuYXJpZQ',
];
/** By these they are found again, whole or cut. */
const needles = [/203\.0\.113\.77/, /kanarie/i, /a2FuYXJpZQ|rYW5hcml/];

const headers = [
  'authorization',
  'sluis-device',
  'sluis-key',
  'sluis-tenant',
  'if-none-match',
  'accept',
  'accept-language',
  'content-type',
  'cookie',
  'forwarded',
  'origin',
  'referer',
  'user-agent',
  'x-forwarded-for',
  'x-real-ip',
];

interface Body {
  readonly [word: string]: unknown;
}

/** A body that each address takes, so that the canary gets past the first check. */
function bodies(): { readonly [address: string]: Body } {
  const entry = { subject: 'client-1', channel: 'phone', agent: 'a.b' };
  const one = decision();
  const list = { channel: 'mail', kind: 'commercial' };
  return {
    'PUT /v1/decisions/{id}': { ...one },
    'POST /v1/decisions': { device: deviceSecret(), decisions: [one] },
    'POST /v1/me/cases': { right: 'access', purpose: 'analytics', text: 'Why?' },
    'POST /v1/desk/decisions': {
      ...entry,
      id: decision().id,
      language: 'nl',
      answers: { analytics: true },
    },
    'POST /v1/desk/cases': { ...entry, right: 'rectification', purpose: 'analytics', text: 'No.' },
    'POST /v1/desk/links': { subject: 'client-1', language: 'nl' },
    'POST /v1/contacts/ask': { id: 'a'.repeat(16), subject: 'client-1', ...list },
    'POST /v1/contacts/filter': { ...list, subjects: ['client-1'] },
    'POST /v1/retention/ask': {
      subject: 'client-1',
      purpose: 'analytics',
      since: '2026-01-01T00:00:00Z',
    },
    'POST /v1/activities': { kind: 'search', page: '/loans' },
    'POST /v1/mail/links': {
      subject: 'client-1',
      mailing: 'spring',
      purpose: 'marketing',
      opens: 'analytics',
      language: 'nl',
    },
  };
}

/** The body with the canary in the place of each word, and under its name. */
function* infested(body: Body, canary: string): Generator<Body> {
  for (const [word, value] of Object.entries(body)) {
    yield { ...body, [word]: Array.isArray(value) ? [canary] : canary };
    if (word === 'purposes')
      yield { ...body, purposes: { [canary]: { answer: 'granted', terms: 'kanarie' } } };
    if (word === 'decisions')
      for (const one of infested({ ...decision() }, canary)) yield { ...body, decisions: [one] };
  }
  yield { ...body, [canary]: canary };
}

interface Sent {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly payload?: string;
}

async function* requests(app: FastifyInstance, canary: string): AsyncGenerator<Sent> {
  const { paths } = JSON.parse((await app.inject('/openapi.json')).body);
  const bearer = `Bearer ${await token(canary.includes('\u0000') ? 'client-1' : canary)}`;
  const known = { 'sluis-device': deviceSecret(), 'sluis-key': key, origin };
  const json = { ...known, 'content-type': 'application/json' };
  const escaped = encodeURIComponent(canary);
  for (const path of Object.keys(paths)) {
    for (const method of Object.keys(paths[path]).map(
      (one) => one.toUpperCase() as Sent['method'],
    )) {
      const url = path.replaceAll(/\{\w+\}/g, escaped);
      const body = bodies()[`${method} ${path}`];
      for (const name of headers) {
        const plain = canary.replace('\u0000', '').replace('\u{1f424}', '');
        yield {
          method,
          url,
          headers: { ...json, [name]: plain },
          payload: body && JSON.stringify(body),
        };
      }
      yield {
        method,
        url: `${url}?${escaped}=${escaped}`,
        headers: { ...known, authorization: bearer },
      };
      yield { method, url, headers: json, payload: `{"${canary}": ${canary}` };
      for (const one of body ? infested(body, canary) : []) {
        const id = typeof one['id'] === 'string' ? one['id'] : escaped;
        const own = path.replaceAll(/\{\w+\}/g, encodeURIComponent(id));
        for (const person of [json, { ...json, authorization: bearer }])
          yield { method, url: own, headers: person, payload: JSON.stringify(one) };
      }
    }
  }
}

function filesIn(path: string): readonly (readonly [name: string, text: string])[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => [file, readFileSync(file, 'latin1')]);
}

interface Place {
  readonly database: string;
  /** All that it wrote anywhere. */
  readonly written: () => Promise<readonly (readonly [name: string, text: string])[]>;
}

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ durable: false });
}, 60_000);
afterAll(() => cluster.remove(), 60_000);

const stores: readonly (readonly [name: string, place: () => Promise<Place>])[] = [
  [
    'SQLite',
    async () => {
      const path = folder();
      return { database: join(path, 'sluis.db'), written: async () => filesIn(path) };
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const database = await cluster.database();
      const client = new pg.Client({ connectionString: database });
      await client.connect();
      return {
        database,
        async written() {
          await client.query('CHECKPOINT');
          await client.end();
          return [['log of PostgreSQL', cluster.log()], ...filesIn(join(cluster.folder, 'data'))];
        },
      };
    },
  ],
];

describe.each(stores)('a canary in every field, on %s', { timeout: 300_000 }, (_name, place) => {
  it('S45 S46 S52 is in no log, metric, failure or file afterwards', async () => {
    const { database, written } = await place();
    let log = '';
    const options: ServerOptions = {
      database,
      key: '5'.repeat(64),
      origins: [origin],
      rateLimit: 1e9,
      trustProxy: ['127.0.0.1'],
      page: bankConfig,
      access: { all: { sha256: hashOf(key), scopes: ['desk', 'contacts', 'statistics'] } },
      contacts: {
        channels: { mail: { purpose: 'marketing' } },
        kinds: { commercial: { counted: true, needsPurpose: false } },
      },
      operator: { host: '127.0.0.1', port: 0 },
      log: { write: (line) => void (log += line) },
    };
    const app = await server(options);
    await app.listen({ host: '127.0.0.1', port: 0 });
    const statuses = new Map<number, number>();
    const failures: string[] = [];

    for (const canary of canaries)
      for await (const one of requests(app, canary)) {
        const { statusCode, body } = await app.inject(one);
        statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
        if (statusCode >= 400) failures.push(body);
      }
    const port = /"port":(\d+)[^\n]*"metrics"/.exec(log)?.[1];
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    await app.close();
    await tidyOnce(options, () => undefined);

    expect(metrics).toContain('sluis_request_seconds');
    expect(log).toContain('203.0.113.0');
    for (const status of [200, 201, 400, 401, 404, 422])
      expect(statuses.get(status)).toBeGreaterThan(0);
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    const all = [
      ['log', log],
      ['metrics', metrics],
      ['failures', failures.join('\n')],
      ...(await written()),
    ];
    const hits = all.flatMap(([name, text = '']) =>
      needles.filter((needle) => needle.test(text)).map((needle) => `${needle} in ${name}`),
    );
    expect(hits).toEqual([]);
  });
});
