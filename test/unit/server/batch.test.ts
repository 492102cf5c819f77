import type { Decision } from '@sluis/schema';
import { describe, expect, it } from 'vitest';
import {
  decision,
  decisionHash,
  deviceSecret,
  origin,
  putDecision,
  send,
  server,
} from './arrange.js';

const moment = '2026-03-01T12:00:00.000Z';

function batch(device: string, decisions: readonly Decision[]): string {
  return JSON.stringify({ device, decisions });
}

describe('POST /v1/decisions', { timeout: 30_000 }, () => {
  it.each(['text/plain;charset=UTF-8', 'application/json'])(
    'R12 files what a page sends as it goes, as %s and without headers of ours',
    async (type) => {
      const app = await server({ now: () => Date.parse(moment) });
      const device = deviceSecret();
      const all = [decision({ at: moment }), decision({ at: moment })];
      const post = () =>
        send(app, 'POST', '/v1/decisions', {
          payload: batch(device, all),
          headers: { 'content-type': type, origin },
        });

      const first = await post();
      const again = await post();

      const results = (status: number): object[] =>
        all.map((one) => ({
          id: one.id,
          status,
          acknowledgement: { id: one.id, hash: decisionHash(one), receivedAt: moment },
        }));
      expect([first.status, first.body]).toEqual([200, { results: results(201) }]);
      expect(again.body).toEqual({ results: results(200) });
    },
  );

  it('answers each decision for itself', async () => {
    const app = await server({ now: () => Date.parse(moment) });
    const device = deviceSecret();
    const good = decision({ at: moment });
    const taken = decision({ at: moment });
    await putDecision(app, deviceSecret(), taken);
    const all = [
      good,
      taken,
      decision({ at: '2026-03-02T12:00:00.000Z' }),
      decision({ at: moment, policy: 'a'.repeat(64) }),
      { ...good, language: 'fr' },
    ];

    const answer = await send(app, 'POST', '/v1/decisions', { payload: batch(device, all) });

    expect(answer.body).toMatchObject({
      results: [
        { status: 201 },
        { status: 404, failure: { code: 'not-found' } },
        { status: 422, failure: { code: 'future' } },
        { status: 422, failure: { code: 'policy-unknown' } },
        { status: 409, failure: { code: 'conflict' } },
      ],
    });
  });

  it('takes 32 and answers 400 to 33, to none, and to what is no batch', async () => {
    const app = await server();
    const device = deviceSecret();
    const many = (count: number): Decision[] => Array.from({ length: count }, () => decision());
    const post = async (payload: string): Promise<number> =>
      (await send(app, 'POST', '/v1/decisions', { payload })).status;

    const statuses = [
      await post(batch(device, many(32))),
      await post(batch(device, many(33))),
      await post(batch(device, [])),
      await post(batch('short', many(1))),
      await post(JSON.stringify({ device, decisions: many(1), address: '203.0.113.77' })),
      await post('{"__proto__":{},"device":"x","decisions":[]}'),
      await post('{'),
    ];

    expect(statuses).toEqual([200, 400, 400, 400, 400, 400, 400]);
  });
});

describe('the two clocks', () => {
  it('keeps the moment as claimed and flags one that lies more than a day before its arrival', async () => {
    const app = await server({ now: () => Date.parse(moment) });
    const device = deviceSecret();
    const edge = decision({ at: '2026-02-28T12:00:00.000Z' });
    const old = decision({ at: '2023-01-01T00:00:00.000Z' });

    const answers = [
      await putDecision(app, device, edge),
      await putDecision(app, device, old),
      await putDecision(app, device, old),
      await send(app, 'GET', `/v1/decisions/${old.id}/receipt`, { device }),
    ];

    const said = { id: old.id, hash: decisionHash(old), receivedAt: moment, backdated: true };
    expect(answers[0]?.body).not.toHaveProperty('backdated');
    expect(answers[1]?.body).toEqual(said);
    expect(answers[2]?.body).toEqual(said);
    expect(answers[3]?.body).toMatchObject({ decision: old, acknowledgement: said });
  });
});
