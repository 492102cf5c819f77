import { randomBytes } from 'node:crypto';
import { decisionId } from '@sluis/consent';
import type { SluisConfig } from '@sluis/schema';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { hashOf, send, server } from './arrange.js';

const key = 'personnel-key-1';
const headers = { 'sluis-key': key };
const access = { personnel: { sha256: hashOf(key), scopes: ['desk', 'retention'] as const } };
const page: SluisConfig = {
  controller: { name: 'Grachtenbank', contact: 'privacy@bank.example', policyUrl: '/privacy' },
  profile: 'nl',
  purposes: [
    { id: 'applications', legalBasis: 'a', label: 'Sollicitatie', text: 'Wij bewaren uw brief.' },
    { id: 'law', legalBasis: 'c', label: 'Wet', text: 'De wet eist het.', reason: 'Het moet.' },
  ],
};
const retention = { extended: { applications: { without: 28, with: 365 } } };
const since = '2026-01-01T00:00:00.000Z';

const personnel = (): Promise<FastifyInstance> => server({ page, access, retention });

async function ask(app: FastifyInstance, over: object = {}): Promise<unknown> {
  const payload = { subject: 'applicant-1', purpose: 'applications', since, ...over };
  const { status, body } = await send(app, 'POST', '/v1/retention/ask', { headers, payload });
  return status === 200 ? body : status;
}

function answer(app: FastifyInstance, applications: boolean | 'restrict'): Promise<unknown> {
  const id = decisionId(Date.now(), randomBytes(16));
  const entry = { id, subject: 'applicant-1', channel: 'mail', agent: 'a', language: 'nl' };
  const payload = { ...entry, answers: { applications } };
  return send(app, 'POST', '/v1/desk/decisions', { headers, payload });
}

describe('what a consent has the controller keep longer', { timeout: 30_000 }, () => {
  it('S39 ends at day 28 without consent, and with it at month 12, with a reminder a month before', async () => {
    const app = await personnel();
    const short = { consent: false, until: '2026-01-29T00:00:00.000Z' };
    const without = await ask(app);
    await answer(app, true);
    const consented = await ask(app);
    const other = await ask(app, { subject: 'applicant-2' });
    await answer(app, false);

    expect([without, other]).toEqual([short, short]);
    expect(consented).toEqual({
      consent: true,
      until: '2027-01-01T00:00:00.000Z',
      remind: '2026-12-02T00:00:00.000Z',
    });
    expect(await ask(app)).toEqual(short);
  });

  it('S39 knows no other purpose, and tells nobody without a key for it', async () => {
    const app = await personnel();
    const payload = { subject: 'applicant-1', purpose: 'applications', since };
    const stranger = await send(app, 'POST', '/v1/retention/ask', { payload });

    expect(await ask(app, { purpose: 'law' })).toBe(422);
    expect(await ask(app, { purpose: 'constructor' })).toBe(422);
    expect(await ask(app, { since: 'yesterday' })).toBe(400);
    expect(stranger.status).toBe(401);
  });

  it.each([
    [{ applications: { without: 28, with: 28 } }, /Give more days to "with"/],
    [
      { applications: { without: 0, with: 28 } },
      /retention\.extended\.applications\.without is "0"/,
    ],
    [{ law: { without: 28, with: 365 } }, /"law", which is no purpose by consent .* Add it/],
  ])('refuses a setting that cannot be meant, with the fix: %o', async (extended, sentence) => {
    await expect(server({ page, retention: { extended } })).rejects.toThrow(sentence);
  });
});
