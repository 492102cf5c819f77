import type { Account } from '@sluis/schema';
import { describe, expect, it } from 'vitest';
import {
  audience,
  decision,
  deviceSecret,
  hashOf,
  issuer,
  publicJwk,
  putDecision,
  send,
  server,
  token,
} from './arrange.js';

const identity = { keys: { keys: [publicJwk] }, issuer, audience };
const bank = 'https://www.bank.example';
const shop = 'https://www.shop.example';
const tenants = { bank: { origins: [bank], identity }, shop: { origins: [shop], identity } };
const two = { origins: undefined, identity: undefined, tenants };

describe('tenants', { timeout: 30_000 }, () => {
  it('S52 keeps device, person, policy and record of one from the other, at every address', async () => {
    const app = await server(two);
    const device = deviceSecret();
    const policy = '{"controller":{"name":"Bank"}}';
    const one = decision({ policy: hashOf(policy) });
    const from = (origin: string) => ({ headers: { origin } });
    const bearer = await token('client-1');
    await send(app, 'PUT', `/v1/policies/${hashOf(policy)}`, { payload: policy, ...from(bank) });
    await send(app, 'PUT', `/v1/decisions/${one.id}`, { device, payload: one, ...from(bank) });
    await send(app, 'PUT', '/v1/me/device', { device, bearer, ...from(bank) });

    const mine = await send(app, 'GET', '/v1/me', { bearer, ...from(bank) });
    const theirs = [
      await send(app, 'GET', '/v1/me', { bearer, ...from(shop) }),
      await send(app, 'GET', `/v1/decisions/${one.id}/receipt`, { device, ...from(shop) }),
      await send(app, 'GET', `/v1/decisions/${one.id}/receipt`, { bearer, ...from(shop) }),
      await send(app, 'PUT', `/v1/decisions/${one.id}`, { device, payload: one, ...from(shop) }),
    ];

    expect(mine.body).toEqual({ decisions: [one] } satisfies Account);
    expect(theirs[0]?.body).toEqual({ decisions: [] });
    expect(theirs.slice(1).map(({ status }) => status)).toEqual([404, 404, 422]);
  });

  it('goes by Origin, then Sluis-Tenant, then Host, and answers 400 to what says nothing', async () => {
    const app = await server(two);
    const device = deviceSecret();
    const one = decision();
    const url = `/v1/decisions/${one.id}/receipt`;
    await send(app, 'PUT', `/v1/decisions/${one.id}`, {
      device,
      payload: one,
      headers: { origin: bank },
    });

    const ask = (headers: { [name: string]: string }) => send(app, 'GET', url, { device, headers });
    const answers = [
      await ask({ 'sluis-tenant': 'bank' }),
      await ask({ host: 'www.bank.example' }),
      await ask({ origin: shop, 'sluis-tenant': 'bank' }),
      await ask({ 'sluis-tenant': 'none' }),
      await ask({}),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 400, 400]);
    expect(answers[4]?.body).toMatchObject({ code: 'tenant' });
    expect((await send(app, 'GET', '/healthz')).status).toBe(200);
  });

  it.each([
    [{ tenants: { Bank: {} } }, /tenant "Bank" cannot be called so/],
    [{ tenants, origins: [bank] }, /settings of a site beside them/],
    [{ tenants: { a: { origins: [bank] }, b: { origins: [bank] } } }, /is named twice/],
    [{ tenants: { a: { access: { x: { sha256: 'x', scopes: [] } } } } }, /has no SHA-256/],
    [
      { tenants: { a: { access: { x: { sha256: 'a'.repeat(64), scopes: ['all'] } } } } },
      /has the scope "all"/,
    ],
    [
      { tenants: { a: { contacts: { channels: { mail: { purpose: 'x' } }, kinds: {} } } } },
      /which the page has not/,
    ],
    [{ tenants: { a: { recipients: [{ name: 'R', url: 'r' }] } } }, /"R" has no address/],
    [{ tenants: { a: { page: { purposes: [] } } } }, /controller|C\d\d/],
    [{ tenants: { a: { origins: ['bank'] } } }, /The origin "bank" is not one/],
    [{ tenants: { a: { retention: { purposes: { x: 0 } } } } }, /retention.purposes.x is "0"/],
  ])('does not start with %j', async (over, sentence) => {
    await expect(server({ ...two, ...(over as object) })).rejects.toThrow(sentence);
  });
});

describe('retention', () => {
  it('S07 shows nothing of a purpose that is past its time, and the rest as long as it lasts', async () => {
    let now = Date.parse('2026-01-01T00:00:00.000Z');
    const retention = { days: 730, purposes: { analytics: 365 } };
    const app = await server({ now: () => now, retention });
    const device = deviceSecret();
    const firstId = '019b7700-0000-7000-8000-000000000000';
    const granted = { answer: 'granted', terms: 'x' } as const;
    const at = '2026-01-01T00:00:00.000Z';
    const alone = decision({ id: firstId, at, purposes: { analytics: granted } });
    const both = decision({
      id: firstId.replace(/.$/, '1'),
      at,
      purposes: { analytics: granted, marketing: granted },
    });
    await putDecision(app, device, alone);
    await putDecision(app, device, both);
    const bearer = await token('client-1');
    await send(app, 'PUT', '/v1/me/device', { device, bearer });

    const seen: unknown[] = [];
    for (const days of [364, 366, 731]) {
      now = Date.parse(at) + days * 86_400_000;
      seen.push((await send(app, 'GET', '/v1/me', { bearer })).body);
    }

    expect(seen).toEqual([
      { decisions: [alone, both] },
      { decisions: [{ ...both, purposes: { marketing: granted } }] },
      { decisions: [] },
    ]);
  });
});
