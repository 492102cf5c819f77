import { randomBytes } from 'node:crypto';
import { decisionId } from '@sluis/consent';
import type { Account } from '@sluis/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  audience,
  decision,
  deviceSecret,
  folder,
  hashOf,
  issuer,
  publicJwk,
  send,
  server,
  token,
  type Sent,
} from '../unit/server/arrange.js';
import type { ServerOptions } from '../../packages/server/src/index.js';
import { startCluster, type Cluster } from './postgres.js';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ durable: false });
}, 60_000);
afterAll(() => cluster.remove());

const stores = [
  ['SQLite', async () => `${folder()}/sluis.db`],
  ['PostgreSQL', () => cluster.database()],
] as const;

const identity = { keys: { keys: [publicJwk] }, issuer, audience };
const originOf = (tenant: string): string => `https://www.${tenant}.example`;
const answer = (of: string) => ({ answer: of, terms: '1x2y3z' }) as const;

const key = 'contacts-key-4711';
const sending = {
  page: {
    controller: { name: 'Bank', contact: 'privacy@bank.example', policyUrl: '/privacy' },
    profile: 'nl',
    purposes: [{ id: 'offers', legalBasis: 'a', label: 'Offers', text: 'We send offers.' }],
  },
  access: { mail: { sha256: hashOf(key), scopes: ['contacts'] } },
  contacts: {
    channels: { mail: { purpose: 'offers' } },
    kinds: { commercial: { counted: true, needsPurpose: true } },
  },
} as const;

/** A bank and its insurer share `offers`; the insurer would share `health`, which the bank does not name. */
function tenants(): NonNullable<ServerOptions['tenants']> {
  const site = (name: string) => ({ origins: [originOf(name)], identity });
  return {
    bank: { ...site('bank'), ...sending, group: { name: 'dam', purposes: ['offers'] } },
    insurer: { ...site('insurer'), group: { name: 'dam', purposes: ['offers', 'health'] } },
    rival: { ...site('rival'), group: { name: 'keizer', purposes: ['offers', 'health'] } },
    shop: site('shop'),
  };
}

describe.each(stores)('a group of controllers on %s', { timeout: 30_000 }, (_name, database) => {
  async function opened(): Promise<{
    ask: (tenant: string, subject: string, known?: string) => Promise<Sent>;
    answers: (tenant: string, subject: string, purposes: object, now?: number) => Promise<string>;
    mayMail: (subject: string) => Promise<unknown>;
  }> {
    const options = { origins: undefined, identity: undefined, key: '5'.repeat(64) };
    const app = await server({ ...options, database: await database(), tenants: tenants() });
    return {
      ask: async (tenant, subject, known) =>
        send(app, 'GET', '/v1/me', {
          bearer: await token(subject),
          headers: { origin: originOf(tenant), ...(known && { 'if-none-match': known }) },
        }),
      async answers(tenant, subject, purposes, now = Date.now()) {
        const id = decisionId(now, randomBytes(16));
        const one = { ...decision(), id, at: new Date(now).toISOString(), purposes };
        const headers = { origin: originOf(tenant) };
        const device = deviceSecret();
        const path = `/v1/decisions/${one.id}`;
        await send(app, 'PUT', path, { device, payload: one, headers });
        await send(app, 'PUT', '/v1/me/device', { device, bearer: await token(subject), headers });
        return one.id;
      },
      async mayMail(subject) {
        const headers = { 'sluis-key': key, 'sluis-tenant': 'bank' };
        const payload = { channel: 'mail', kind: 'commercial', subjects: [subject] };
        return (await send(app, 'POST', '/v1/contacts/filter', { headers, payload })).body;
      },
    };
  }

  const purposesIn = ({ body }: Sent): object =>
    Object.assign({}, ...(body as Account).decisions.map(({ purposes }) => purposes));

  it('S19 gives the other domains the answer to a shared purpose, and nothing of one that is not', async () => {
    const { ask, answers } = await opened();
    const said = { offers: answer('refused'), health: answer('granted'), count: answer('granted') };
    await answers('insurer', 'client-1', said);

    const told = await Promise.all(
      ['insurer', 'bank', 'rival', 'shop'].map(async (one) =>
        purposesIn(await ask(one, 'client-1')),
      ),
    );

    expect(told).toEqual([said, { offers: answer('refused') }, {}, {}]);
  });

  it('S15 S19 gives nothing of a person to another one, nor of a device without a person', async () => {
    const { ask, answers } = await opened();
    await answers('insurer', 'client-1', { offers: answer('granted') });

    const other = await ask('bank', 'client-2');

    expect(other.body).toEqual({ decisions: [] });
  });

  it('S10 S19 stops contact where a shared purpose was withdrawn elsewhere, and starts none by a yes there', async () => {
    const { answers, mayMail } = await opened();
    const yes = { allowed: ['client-1'] };
    const no = { allowed: [] };
    const seen: unknown[] = [];
    const start = Date.now() - 60_000;
    const says = async (tenant: string, of: string, purpose = 'offers'): Promise<void> => {
      const now = start + seen.length * 1000;
      await answers(tenant, 'client-1', { [purpose]: answer(of) }, now);
      seen.push(await mayMail('client-1'));
    };

    await says('insurer', 'granted');
    await says('bank', 'granted');
    await says('insurer', 'withdrawn', 'health');
    await says('rival', 'withdrawn');
    await says('insurer', 'withdrawn');
    await says('bank', 'granted');

    expect(seen).toEqual([no, yes, yes, yes, no, yes]);
  });

  it('S19 tells all answers in the order of their ids, whoever took them, with a tag that follows each', async () => {
    const { ask, answers } = await opened();
    const ids = [await answers('insurer', 'client-1', { offers: answer('granted') })];
    ids.push(await answers('bank', 'client-1', { offers: answer('refused') }));
    const before = await ask('bank', 'client-1');
    const tag = String(before.headers['etag']);
    const unchanged = await ask('bank', 'client-1', tag);

    ids.push(await answers('insurer', 'client-1', { offers: answer('withdrawn') }));
    const after = await ask('bank', 'client-1', tag);

    expect([before.status, unchanged.status, after.status]).toEqual([200, 304, 200]);
    expect((after.body as Account).decisions.map(({ id }) => id)).toEqual(ids.toSorted());
  });
});

describe('the settings of a group', () => {
  it.each([
    ['without an identity', { bank: { group: { name: 'dam', purposes: [] } } }, /not one identity/],
    [
      'with two issuers',
      {
        bank: { identity, group: { name: 'dam', purposes: [] } },
        shop: {
          identity: { ...identity, issuer: 'https://other.example' },
          group: { name: 'dam', purposes: [] },
        },
      },
      /not one identity/,
    ],
  ])('S52 does not start %s', async (_name, several, sentence) => {
    const options = { origins: undefined, identity: undefined, tenants: several };
    await expect(server(options)).rejects.toThrow(sentence);
  });

  it('does not start with a group of one site', async () => {
    await expect(server({ group: { name: 'dam', purposes: [] } })).rejects.toThrow(
      /several tenants/,
    );
  });
});
