import { join } from 'node:path';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankConfig } from '../unit/bank-config.js';
import { decision, deviceSecret, folder, hashOf, server, token } from '../unit/server/arrange.js';
import { startCluster, type Cluster } from './postgres.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 150);
const key = 'fuzz-key';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ durable: false });
}, 60_000);
afterAll(() => cluster.remove(), 60_000);

function started(database: string): Promise<FastifyInstance> {
  return server({
    database,
    key: '5'.repeat(64),
    rateLimit: 1e9,
    page: bankConfig,
    access: { all: { sha256: hashOf(key), scopes: ['desk', 'contacts', 'statistics'] } },
    contacts: {
      channels: { mail: { purpose: 'marketing' } },
      kinds: { commercial: { counted: true, needsPurpose: false } },
    },
  });
}

const requests = [
  ['PUT', '/v1/decisions/0195510a-0000-7000-8000-000000000001'],
  ['POST', '/v1/decisions'],
  ['POST', '/v1/me/cases'],
  ['POST', '/v1/me/no-marketing'],
  ['POST', '/v1/desk/decisions'],
  ['POST', '/v1/desk/cases'],
  ['POST', '/v1/desk/links'],
  ['POST', '/v1/contacts/ask'],
  ['POST', '/v1/contacts/filter'],
  ['PUT', `/v1/policies/${'a'.repeat(64)}`],
  ['PUT', '/v1/me/device'],
] as const;

/** Texts that databases, parsers and patterns have stumbled over. */
const nasty = fc.constantFrom(
  '\u0000',
  '\ud800',
  "'; DROP TABLE kept; --",
  '\u202e',
  '__proto__',
  '${x}',
  '\\',
  'constructor',
  '☃'.repeat(300),
);
const text = fc.oneof(
  nasty,
  fc.string({ unit: 'binary' }),
  fc.constantFrom('mail', 'commercial', 'phone', 'nl', 'access', 'analytics', 'client-1'),
);
/** Bodies with the words that the addresses know, and anything in them. */
const words = fc.constantFrom(
  'id',
  'subject',
  'channel',
  'kind',
  'agent',
  'language',
  'answers',
  'purposes',
  'device',
  'decisions',
  'right',
  'purpose',
  'text',
  'at',
  'policy',
  'method',
  'surface',
  'subjects',
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom(true, false, null, 0, -1, 1e308),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(words, text), tie('value'), { maxKeys: 8 }),
  ),
}));
/** Whole ones in which one word is another. */
const nearly = fc.tuple(words, value).map(([word, other]) => ({
  ...decision(),
  subject: 'client-1',
  channel: 'mail',
  kind: 'commercial',
  agent: 'a',
  right: 'access',
  [word]: other,
}));

describe.each([
  ['SQLite', async () => join(folder(), 'sluis.db')],
  ['PostgreSQL', () => cluster.database()],
] as const)('whatever is sent, on %s', (_name, place) => {
  it(
    'R12 S52 gets 2xx or 4xx with a code, never a failure of the server',
    { timeout: 120_000 },
    async () => {
      const app = await started(await place());
      const bearer = await token('client-1');
      const device = deviceSecret();
      const seen = new Set<number>();

      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...requests),
          fc.oneof(value, nearly),
          async ([method, url], body) => {
            const answer = await app.inject({
              method,
              url,
              headers: {
                'content-type': 'application/json',
                'sluis-key': key,
                'sluis-device': device,
                ...(url.startsWith('/v1/me') && { authorization: `Bearer ${bearer}` }),
              },
              payload: JSON.stringify(body),
            });
            seen.add(answer.statusCode);
            expect(answer.statusCode, `${method} ${url}: ${answer.body}`).toBeLessThan(500);
          },
        ),
        { numRuns: runs * 4 },
      );

      expect(seen.has(400)).toBe(true);
    },
  );

  it(
    'S52 gets 4xx for whatever stands in a path, a tenant, a key or a token',
    { timeout: 120_000 },
    async () => {
      const app = await started(await place());

      await fc.assert(
        fc.asyncProperty(text, text, async (odd, other) => {
          const part = encodeURIComponent(odd.replaceAll(/\p{Surrogate}/gu, ''));
          const header = other.replaceAll(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '');
          const headers = {
            'sluis-tenant': header,
            'sluis-key': header,
            'sluis-device': header,
            authorization: `Bearer ${header}`,
          };
          for (const url of [
            `/v1/decisions/${part}/receipt`,
            `/opt-out/${part}`,
            '/v1/me',
            '/v1/me/data',
            '/v1/me/cases',
            '/v1/statistics',
          ]) {
            const answer = await app.inject({ url, headers });
            expect(answer.statusCode, `${url}: ${answer.body}`).toBeGreaterThanOrEqual(400);
            expect(answer.statusCode, `${url}: ${answer.body}`).toBeLessThan(500);
          }
          const answer = await app.inject({
            url: `/v1/decisions/${part}/receipt`,
            headers: { 'sluis-device': deviceSecret() },
          });
          expect(answer.statusCode).toBeGreaterThanOrEqual(400);
          expect(answer.statusCode, answer.body).toBeLessThan(500);
        }),
        { numRuns: runs },
      );
    },
  );
});
