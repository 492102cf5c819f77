import type { Account, Proof } from '@sluis/schema';
import { describe, expect, it } from 'vitest';
import {
  decision,
  decisionHash,
  deviceSecret,
  hashOf,
  putDecision,
  send,
  server,
  token,
} from './arrange.js';

const policy = '{"controller":{"name":"Bank"},"purposes":[]}';

describe('the account', { timeout: 30_000 }, () => {
  it('R15 S35 lists every grant and withdrawal of all linked devices by id, and of nobody else', async () => {
    const app = await server();
    const [phone, laptop, other] = [deviceSecret(), deviceSecret(), deviceSecret()];
    const granted = decision({
      at: '2026-03-01T10:00:00.000Z',
      id: '0195510a-0000-7000-8000-000000000001',
    });
    const onLaptop = decision({
      id: '0195510a-0000-7000-8000-000000000002',
      method: 'preferences',
    });
    const withdrawn = decision({
      at: '2026-05-05T10:00:00.000Z',
      id: '0195510a-0000-7000-8000-000000000003',
      purposes: { analytics: { answer: 'withdrawn', terms: '1x2y3z' } },
    });
    await putDecision(app, phone, withdrawn);
    await putDecision(app, laptop, onLaptop);
    await putDecision(app, phone, granted);
    await putDecision(app, other, decision());

    const first = await send(app, 'PUT', '/v1/me/device', {
      bearer: await token('client-1'),
      device: phone,
    });
    await send(app, 'PUT', '/v1/me/device', { bearer: await token('client-1'), device: laptop });
    await send(app, 'PUT', '/v1/me/device', { bearer: await token('client-2'), device: other });
    const account = await send(app, 'GET', '/v1/me', { bearer: await token('client-1') });

    expect(first).toMatchObject({ status: 200, body: { decisions: [granted, withdrawn] } });
    expect(account.body).toEqual({ decisions: [granted, onLaptop, withdrawn] } satisfies Account);
  });

  it('S35 gives a receipt of the grant as it was after the withdrawal came', async () => {
    const app = await server();
    const device = deviceSecret();
    await send(app, 'PUT', `/v1/policies/${hashOf(policy)}`, { payload: policy });
    const granted = decision({ policy: hashOf(policy) });
    const said = await putDecision(app, device, granted);
    await putDecision(
      app,
      device,
      decision({ purposes: { analytics: { answer: 'withdrawn', terms: '1x2y3z' } } }),
    );

    const receipt = await send(app, 'GET', `/v1/decisions/${granted.id}/receipt`, { device });

    expect(receipt.status).toBe(200);
    expect(receipt.body).toEqual({
      schema: 'ISO/IEC TS 27560:2023',
      decision: granted,
      policy,
      acknowledgement: said.body as NonNullable<Proof['acknowledgement']>,
    } satisfies Proof);
    expect(said.body).toMatchObject({ hash: decisionHash(granted) });
  });

  it('S52 shows a receipt to its device and its person, and to everyone else the same 404', async () => {
    const app = await server();
    const device = deviceSecret();
    const one = decision();
    await putDecision(app, device, one);
    await send(app, 'PUT', '/v1/me/device', { bearer: await token('client-1'), device });
    const url = `/v1/decisions/${one.id}/receipt`;

    const seen = [
      await send(app, 'GET', url, { device }),
      await send(app, 'GET', url, { bearer: await token('client-1') }),
    ];
    const unseen = [
      await send(app, 'GET', url),
      await send(app, 'GET', url, { device: deviceSecret() }),
      await send(app, 'GET', url, { device: 'short' }),
      await send(app, 'GET', url, { bearer: await token('client-2') }),
      await send(app, 'GET', `/v1/decisions/${decision().id}/receipt`, {
        device,
        bearer: await token('client-1'),
      }),
      await send(app, 'GET', '/v1/decisions/nonsense/receipt', { device }),
    ];

    expect(seen.map((answer) => answer.status)).toEqual([200, 200]);
    for (const answer of unseen)
      expect([answer.status, answer.body]).toEqual([
        404,
        { code: 'not-found', message: 'There is nothing here.' },
      ]);
  });

  it('S15 answers 409 to the next person on a linked device and changes nothing', async () => {
    const app = await server();
    const device = deviceSecret();
    const one = decision();
    await putDecision(app, device, one);
    await send(app, 'PUT', '/v1/me/device', { bearer: await token('client-1'), device });

    const next = await send(app, 'PUT', '/v1/me/device', {
      bearer: await token('client-2'),
      device,
    });

    expect(next).toMatchObject({ status: 409, body: { code: 'device-linked' } });
    expect((await send(app, 'GET', '/v1/me', { bearer: await token('client-1') })).body).toEqual({
      decisions: [one],
    });
    expect((await send(app, 'GET', '/v1/me', { bearer: await token('client-2') })).body).toEqual({
      decisions: [],
    });
  });

  it('takes an empty object for a body, which some clients cannot leave out', async () => {
    const app = await server();

    const answer = await send(app, 'PUT', '/v1/me/device', {
      bearer: await token('client-1'),
      device: deviceSecret(),
      payload: {},
    });

    expect(answer.status).toBe(200);
  });

  it('S52 links only with both proofs', async () => {
    const app = await server();
    const device = deviceSecret();
    await putDecision(app, device, decision());

    const withoutDevice = await send(app, 'PUT', '/v1/me/device', {
      bearer: await token('client-1'),
    });
    const withoutToken = await send(app, 'PUT', '/v1/me/device', { device });

    expect(withoutDevice).toMatchObject({ status: 400, body: { code: 'device' } });
    expect(withoutToken).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
    expect((await send(app, 'GET', '/v1/me', { bearer: await token('client-1') })).body).toEqual({
      decisions: [],
    });
  });

  it('answers 304 while nothing changed and a new tag once it did', async () => {
    const app = await server();
    const device = deviceSecret();
    const bearer = await token('client-1');
    const linked = await send(app, 'PUT', '/v1/me/device', { bearer, device });
    const tag = String(linked.headers['etag']);
    const ask = () => send(app, 'GET', '/v1/me', { bearer, headers: { 'if-none-match': tag } });

    const unchanged = await ask();
    await putDecision(app, device, decision());
    const changed = await ask();

    expect(tag).toMatch(/^"[0-9a-f]{64}"$/);
    expect([unchanged.status, unchanged.body, unchanged.headers['etag']]).toEqual([
      304,
      undefined,
      tag,
    ]);
    expect(changed.status).toBe(200);
    expect(changed.headers['etag']).not.toBe(tag);
  });

  it('S15 lets no cache keep an answer and sets no cookie', async () => {
    const app = await server();
    const device = deviceSecret();
    const bearer = await token('client-1');

    const answers = [
      await send(app, 'GET', '/v1/me', { bearer }),
      await send(app, 'GET', '/v1/me'),
      await putDecision(app, device, decision()),
      await send(app, 'GET', '/nowhere'),
      await send(app, 'GET', '/healthz'),
    ];

    for (const { headers } of answers) {
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['set-cookie']).toBeUndefined();
    }
  });
});
