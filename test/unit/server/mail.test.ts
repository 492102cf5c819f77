import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsFor } from '@sluis/consent';
import { parseConfig, type SluisConfig } from '@sluis/schema';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import {
  decision,
  deviceSecret,
  folder,
  hashOf,
  putDecision,
  send,
  server,
  token,
  type Sent,
} from './arrange.js';

const key = 'contacts-key-4711';
const access = { crm: { sha256: hashOf(key), scopes: ['contacts', 'statistics'] as const } };
const asked = { legalBasis: 'a', text: 'Why it is asked.' } as const;
const page: SluisConfig = {
  controller: { name: 'Grachtenbank', contact: 'privacy@bank.example', policyUrl: '/privacy' },
  profile: 'nl',
  purposes: [
    { ...asked, id: 'opens', label: 'Geopende mail' },
    { ...asked, id: 'newsletter', label: 'Nieuwsbrief' },
    { id: 'research', legalBasis: 'f', label: 'Onderzoek', text: 'We doen onderzoek.' },
  ],
};
const policy = parseConfig(page);

const second = 1000;
const day = 24 * 3600 * second;
const reader =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Thunderbird/128.4.0';

/** A bank whose clock stands where a test puts it. */
interface Bank {
  readonly app: FastifyInstance;
  readonly database: string;
  readonly clock: { now: number };
}

async function bank(): Promise<Bank> {
  const clock = { now: Date.now() };
  const database = join(folder(), 'sluis.db');
  const app = await server({ database, page, access, now: () => clock.now });
  return { app, database, clock };
}

/** What somebody who signed in has answered on a device. */
async function answer(
  { app, clock }: Bank,
  subject: string,
  answers: { readonly [purpose: string]: boolean },
): Promise<void> {
  const device = deviceSecret();
  const purposes = factsFor({ by: 'person', answers }, policy, {});
  const at = new Date(clock.now).toISOString();
  await putDecision(app, device, decision({ purposes, at }));
  await send(app, 'PUT', '/v1/me/device', { device, bearer: await token(subject) });
}

interface Opening {
  readonly place: string;
  readonly at: string;
  readonly keptUntil: string;
}

interface Links {
  readonly pixel: string;
  readonly optOut: string;
  readonly oneClick: string;
}

async function links({ app }: Bank, subject: string, over: object = {}): Promise<Links> {
  const headers = { 'sluis-key': key };
  const mail = { mailing: 'spring', purpose: 'newsletter', opens: 'opens', language: 'nl' };
  const payload = { subject, ...mail, ...over };
  const { body } = await send(app, 'POST', '/v1/mail/links', { headers, payload });
  return body as Links;
}

function open({ app }: Bank, url: string, agent = reader, headers: object = {}) {
  return app.inject({ url, headers: { 'user-agent': agent, ...headers } });
}

/** What is recorded of somebody. */
async function opens({ app }: Bank, subject: string): Promise<readonly Opening[]> {
  const { body } = await send(app, 'GET', '/v1/me/data', { bearer: await token(subject) });
  return (body as { activities: Opening[] }).activities;
}

/** Waits until so many openings of somebody are there, however slow the machine. */
function recorded(site: Bank, subject: string, count: number): Promise<void> {
  return expect.poll(() => opens(site, subject), { timeout: 20_000 }).toHaveLength(count);
}

/** Waits until an opening that is recorded for certain is there: openings are looked up in their order. */
async function settle(site: Bank): Promise<void> {
  await answer(site, 'witness', { opens: true });
  const { pixel } = await links(site, 'witness');
  site.clock.now += 20 * second;
  await open(site, pixel);
  await recorded(site, 'witness', 1);
}

describe('the pixel of a mail', { timeout: 30_000 }, () => {
  it('S04 R55 records one opening with a consent, and none without, after a refusal or for who never answered', async () => {
    const site = await bank();
    await answer(site, 'yes', { opens: true });
    await answer(site, 'no', { opens: false, newsletter: true });
    const all = await Promise.all(['yes', 'no', 'silent'].map((one) => links(site, one)));
    site.clock.now += 20 * second;

    for (const { pixel } of [...all, ...all]) await open(site, pixel);
    await settle(site);

    const found = await Promise.all(['yes', 'no', 'silent'].map((one) => opens(site, one)));
    expect(found).toMatchObject([
      [{ purpose: 'opens', kind: 'mail-open', place: 'spring', profiling: false }],
      [],
      [],
    ]);
  });

  it('S04 answers the same bytes and headers with and without a consent, and to a token that is none, before it asks the store', async () => {
    const site = await bank();
    await answer(site, 'yes', { opens: true });
    const { pixel } = await links(site, 'yes');
    const without = await links(site, 'no');
    site.clock.now += 20 * second;
    const bare = async (url: string) => {
      const { statusCode, headers, rawPayload } = await open(site, url);
      // What tells the hour and how many may still come differs between any two.
      const names = Object.keys(headers).filter((name) => !/^date$|^x-ratelimit-/.test(name));
      const rest = Object.fromEntries(names.map((name) => [name, headers[name]]));
      return { statusCode, rest, image: rawPayload.toString('hex') };
    };

    const answers = [
      await bare(pixel),
      await bare(without.pixel),
      await bare('/v1/mail/a.b.c.d.e.f.gif'),
    ];

    expect(answers[0]).toMatchObject({ statusCode: 200, rest: { 'content-type': 'image/gif' } });
    expect(answers[0]?.rest).not.toHaveProperty('set-cookie');
    expect(answers[0]?.image.startsWith(Buffer.from('GIF89a').toString('hex'))).toBe(true);
    expect([answers[1], answers[2]]).toEqual([answers[0], answers[0]]);
    expect(answers[0]?.rest['cross-origin-resource-policy']).toBe('cross-origin');
  });

  it('S04 asks for the consent of the moment: after a withdrawal nothing, nor once it is too old', async () => {
    const site = await bank();
    await answer(site, 'withdrew', { opens: true });
    await answer(site, 'old', { opens: true });
    const [first, second_] = [await links(site, 'withdrew'), await links(site, 'old')];
    site.clock.now += 20 * second;
    await site.app.inject({
      method: 'POST',
      url: first.optOut,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'stop=opens',
    });
    await open(site, first.pixel);
    const late = await links(site, 'old', { mailing: 'autumn' });
    site.clock.now += 183 * day;

    for (const { pixel } of [second_, late]) await open(site, pixel);
    const again = await links(site, 'old', { mailing: 'winter' });
    site.clock.now += 20 * second;
    await open(site, again.pixel);
    await settle(site);

    expect(await opens(site, 'withdrew')).toEqual([]);
    expect(await opens(site, 'old')).toEqual([]);
  });

  it.each([
    ['Apple Mail Privacy Protection', 'Mozilla/5.0', {}],
    [
      'Gmail',
      'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
      {},
    ],
    ['Yahoo', 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html', {}],
    ['Outlook', 'Mozilla/5.0 AppleWebKit/537.36 Chrome/103 Safari/537.36 BingPreview/1.0b', {}],
    ['a program', 'python-requests/2.32', {}],
    ['nobody', '', {}],
    ['a browser that fetches ahead', reader, { 'sec-purpose': 'prefetch' }],
  ])('S04 does not count what %s fetches', async (_, agent, headers) => {
    const site = await bank();
    await answer(site, 'yes', { opens: true });
    const { pixel } = await links(site, 'yes');
    site.clock.now += 20 * second;

    const { statusCode } = await open(site, pixel, agent, headers);
    await settle(site);

    expect(statusCode).toBe(200);
    expect(await opens(site, 'yes')).toEqual([]);
  });

  it('S04 does not count what is fetched in the first seconds, by whomever, and counts it later', async () => {
    const site = await bank();
    await answer(site, 'yes', { opens: true });
    const { pixel } = await links(site, 'yes');

    site.clock.now += 9 * second;
    await open(site, pixel);
    await settle(site);
    const early = await opens(site, 'yes');
    await open(site, pixel);
    await recorded(site, 'yes', 1);

    expect(early).toEqual([]);
  });

  it('S04 S52 records nothing for a token that was changed, or is too old', async () => {
    const site = await bank();
    await answer(site, 'yes', { opens: true });
    await answer(site, 'other', { opens: true });
    const { pixel } = await links(site, 'yes');
    const others = await links(site, 'other');
    const words = pixel.replace(/\.gif$/, '').split('.');
    const owner = others.pixel.split('.')[1] ?? '';
    const forged = words.map((word, index) => (index === 1 ? owner : word)).join('.');
    site.clock.now += 20 * second;
    await open(site, `${forged}.gif`);
    await open(site, others.optOut.replace('/opt-out/', '/v1/mail/') + '.gif');
    site.clock.now += 91 * day;

    await open(site, pixel);
    await settle(site);

    expect(await opens(site, 'yes')).toEqual([]);
    expect(await opens(site, 'other')).toEqual([]);
  });

  it('S23 tells how many opened a mailing on a day that is over, and nothing of fewer than ten', async () => {
    const site = await bank();
    const read = async (): Promise<unknown> =>
      (await send(site.app, 'GET', '/v1/activities', { headers: { 'sluis-key': key } })).body;
    const readers = Array.from({ length: 10 }, (_, n) => `reader-${n}`);
    for (const one of readers) await answer(site, one, { opens: true });
    const all = await Promise.all(readers.map((one) => links(site, one)));
    const few = await links(site, 'reader-0', { mailing: 'autumn' });
    site.clock.now += 20 * second;
    for (const { pixel } of [...all, few]) await open(site, pixel);
    await recorded(site, 'reader-9', 1);
    await recorded(site, 'reader-0', 2);
    const today = await read();
    const date = new Date(site.clock.now).toISOString().slice(0, 10);

    site.clock.now += day;
    const tomorrow = await read();

    const row = { day: date, purpose: 'opens', kind: 'mail-open' };
    expect(today).toEqual({ activities: [] });
    expect(tomorrow).toEqual({
      activities: [
        { ...row, place: 'autumn', count: 'suppressed', people: 'suppressed' },
        { ...row, place: 'spring', count: 10, people: 10 },
      ],
    });
  });

  it('S07 S20 keeps an opening a year at most, and lets it go with the account', async () => {
    const site = await bank();
    await settle(site);
    const bearer = await token('witness');
    const [one] = await opens(site, 'witness');

    const erasure = await send(site.app, 'DELETE', '/v1/me/data', { bearer });

    expect(Date.parse(one?.keptUntil ?? '') - Date.parse(one?.at ?? '')).toBe(365 * day);
    expect(erasure.body).toMatchObject({
      erased: expect.arrayContaining([{ what: 'activities', count: 1 }]),
    });
    expect(await opens(site, 'witness')).toEqual([]);
  });

  it('S45 leaves no address, no user agent and no name of the recipient in any file', async () => {
    const site = await bank();
    await answer(site, 'canary-client', { opens: true });
    const { pixel } = await links(site, 'canary-client');
    site.clock.now += 20 * second;
    const { app } = site;
    const agent = `${reader} Canary/4711`;
    await app.inject({
      url: pixel,
      remoteAddress: '203.0.113.77',
      headers: { 'user-agent': agent },
    });
    await settle(site);
    await app.close();

    const path = join(site.database, '..');
    const files = readdirSync(path).map((name) => readFileSync(join(path, name), 'latin1'));
    const needles = ['203.0.113', 'Canary', 'canary-client', 'Thunderbird'];
    expect(needles.filter((needle) => files.some((text) => text.includes(needle)))).toEqual([]);
    expect(files.some((text) => text.includes('mail-open'))).toBe(true);
  });
});

describe('one click out of a mail', { timeout: 30_000 }, () => {
  const form = 'application/x-www-form-urlencoded';
  const parts =
    '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';

  it.each([
    ['a form', form, 'List-Unsubscribe=One-Click'],
    ['parts', 'multipart/form-data; boundary=b', parts],
  ])(
    'S04 R55 stops the purpose of the mail, sent as %s, without redirect or cookie',
    async (_, type, payload) => {
      const site = await bank();
      await answer(site, 'yes', { opens: true, newsletter: true });
      const { oneClick } = await links(site, 'yes');
      const headers = { 'content-type': type };

      const answers = [1, 2].map(() =>
        site.app.inject({ method: 'POST', url: oneClick, headers, payload }),
      );
      const [first, again] = await Promise.all(answers);

      const { body } = await send(site.app, 'GET', '/v1/me', { bearer: await token('yes') });
      const { decisions } = body as { decisions: { method: string; purposes: object }[] };
      expect([first?.statusCode, again?.statusCode]).toEqual([200, 200]);
      expect(first?.headers).not.toHaveProperty('set-cookie');
      expect(decisions.filter(({ method }) => method === 'mail')[0]?.purposes).toMatchObject({
        newsletter: { answer: 'withdrawn' },
      });
      expect(JSON.stringify(decisions.filter(({ method }) => method === 'mail'))).not.toContain(
        'opens',
      );
    },
  );

  it('shows the opt-out page to who follows the same link by hand', async () => {
    const site = await bank();
    const { oneClick, optOut } = await links(site, 'yes');

    const [one, other] = [await site.app.inject(oneClick), await site.app.inject(optOut)];

    expect(one.statusCode).toBe(200);
    expect(one.body).toBe(other.body);
  });
});

describe('the addresses of a mail', { timeout: 30_000 }, () => {
  it('S52 are made for who has the key, for purposes of the site, and opens only under a consent', async () => {
    const { app } = await bank();
    const mail = { subject: 'a', mailing: 'spring', purpose: 'newsletter', language: 'nl' };
    const headers = { 'sluis-key': key };
    const ask = (payload: object, over: object = headers): Promise<Sent> =>
      send(app, 'POST', '/v1/mail/links', { headers: { ...over }, payload });

    const statuses = [
      await ask({ ...mail, opens: 'opens' }),
      await ask({ ...mail, opens: 'opens' }, {}),
      await ask({ ...mail, opens: 'research' }),
      await ask({ ...mail, opens: 'opens', purpose: 'nothing' }),
      await ask({ ...mail, opens: 'opens', mailing: 'Spring 2026' }),
    ].map(({ status }) => status);

    expect(statuses).toEqual([201, 401, 422, 422, 400]);
  });
});
