import { factsFor } from '@sluis/consent';
import { completePolicy, type SluisConfig } from '@sluis/schema';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { tidyOnce } from '../../../packages/server/src/commands.js';
import { decision, deviceSecret, folder, putDecision, send, server, token } from './arrange.js';

const asked = { legalBasis: 'a', text: 'Why it is asked.' } as const;
const page: SluisConfig = {
  controller: { name: 'Grachtenbank', contact: 'privacy@bank.example', policyUrl: '/privacy' },
  profile: 'nl',
  backend: 'https://consent.bank.example',
  purposes: [
    {
      ...asked,
      id: 'clicks',
      label: 'Klikgedrag',
      identified: true,
      recorded: true,
      events: ['simulation', 'theme'],
      retentionDays: 30,
      audience: ['client'],
    },
    { ...asked, id: 'models', label: 'Modellen', profiling: true },
  ],
};
/** As it is for who has signed in. */
const policy = completePolicy(page, 'client');
const day = 24 * 3600 * 1000;

interface Bank {
  readonly app: FastifyInstance;
  readonly database: string;
  readonly clock: { now: number };
}

async function bank(): Promise<Bank> {
  const clock = { now: Date.now() };
  const database = `${folder()}/sluis.db`;
  return { app: await server({ database, page, now: () => clock.now }), database, clock };
}

/** A device on which somebody signed in and then answered. @returns its secret */
async function client(
  site: Bank,
  subject: string,
  answers: { readonly [purpose: string]: boolean },
): Promise<string> {
  const device = deviceSecret();
  await send(site.app, 'PUT', '/v1/me/device', { device, bearer: await token(subject) });
  await answer(site, device, answers);
  return device;
}

async function answer(
  { app, clock }: Bank,
  device: string,
  answers: { readonly [purpose: string]: boolean },
): Promise<void> {
  const purposes = factsFor({ by: 'person', answers }, policy, {});
  const at = new Date(clock.now).toISOString();
  await putDecision(app, device, decision({ purposes, at }));
}

async function act({ app }: Bank, device: string, payload: object): Promise<number> {
  return (await send(app, 'POST', '/v1/activities', { device, payload })).status;
}

async function recorded({ app }: Bank, subject: string): Promise<readonly object[]> {
  const { body } = await send(app, 'GET', '/v1/me/data', { bearer: await token(subject) });
  return (body as { activities: object[] }).activities;
}

const simulation = { kind: 'simulation', page: '/loans/4711001?sum=325000' };

describe('recording what people do', { timeout: 30_000 }, () => {
  it('S06 S46 takes kind, path and moment of who has consented, and no more of them', async () => {
    const site = await bank();
    const device = await client(site, 'anna', { clicks: true });

    const status = await act(site, device, simulation);

    expect(status).toBe(204);
    expect(await recorded(site, 'anna')).toEqual([
      {
        purpose: 'clicks',
        kind: 'simulation',
        place: '/loans/-',
        profiling: false,
        at: new Date(site.clock.now).toISOString(),
        keptUntil: new Date(site.clock.now + 30 * day).toISOString(),
      },
    ]);
  });

  it('S06 takes nothing without a consent, after a withdrawal, or of a device on which nobody signed in', async () => {
    const site = await bank();
    const silent = await client(site, 'silent', {});
    const stranger = deviceSecret();
    await answer(site, stranger, { clicks: true });
    const anna = await client(site, 'anna', { clicks: true });
    await answer(site, anna, { clicks: false });

    const statuses = [
      await act(site, silent, simulation),
      await act(site, anna, simulation),
      await act(site, stranger, simulation),
    ];

    expect(statuses).toEqual([204, 204, 404]);
    expect([...(await recorded(site, 'silent')), ...(await recorded(site, 'anna'))]).toEqual([]);
  });

  it.each([
    ['a kind that is on no list', { ...simulation, kind: 'scroll' }, 422],
    ['a word more', { ...simulation, at: 1 }, 400],
    ['no path', { ...simulation, page: 'https://bank.example/' }, 400],
    ['no kind', { page: '/' }, 400],
  ])('S08 refuses %s', async (_, payload, status) => {
    const site = await bank();
    const device = await client(site, 'anna', { clicks: true });

    expect(await act(site, device, payload)).toBe(status);
    expect(await recorded(site, 'anna')).toEqual([]);
  });

  it('S09 says of each whether it may be put through models, by the answer of that moment', async () => {
    const site = await bank();
    const device = await client(site, 'anna', { clicks: true, models: true });
    await act(site, device, simulation);
    await answer(site, device, { models: false });
    site.clock.now += 1;

    await act(site, device, { kind: 'theme', page: '/' });

    expect(await recorded(site, 'anna')).toMatchObject([
      { kind: 'simulation', profiling: true },
      { kind: 'theme', profiling: false },
    ]);
  });

  it('S07 S20 lets it go when its time is over, and with the account', async () => {
    const site = await bank();
    const [anna, ben] = [
      await client(site, 'anna', { clicks: true }),
      await client(site, 'ben', { clicks: true }),
    ];
    for (const one of [anna, ben]) await act(site, one, simulation);

    await send(site.app, 'DELETE', '/v1/me/data', { bearer: await token('ben') });
    const [ofAnna, ofBen] = [await recorded(site, 'anna'), await recorded(site, 'ben')];
    await tidyOnce({ database: site.database, now: () => site.clock.now + 31 * day }, () => {});

    expect([ofAnna.length, ofBen.length]).toEqual([1, 0]);
    expect(await recorded(site, 'anna')).toEqual([]);
  });
});
