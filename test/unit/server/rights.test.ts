import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { json } from 'node:stream/consumers';
import { decisionId } from '@sluis/consent';
import { randomBytes } from 'node:crypto';
import type { Account, SluisConfig } from '@sluis/schema';
import Sqlite from 'better-sqlite3';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyExport, type ServerOptions } from '../../../packages/server/src/index.js';
import { exportTenant, tidyOnce } from '../../../packages/server/src/commands.js';
import {
  decision,
  deviceSecret,
  folder,
  hashOf,
  origin,
  putDecision,
  send,
  server,
  token,
} from './arrange.js';

const deskKey = 'desk-key-4711';
const access = { desk: { sha256: hashOf(deskKey), scopes: ['desk', 'contacts'] as const } };
const contacts = {
  channels: { mail: { purpose: 'marketing' }, phone: { purpose: 'offers' }, inbox: {} },
  kinds: {
    commercial: { counted: true, needsPurpose: true },
    operational: { counted: false, needsPurpose: false },
  },
};
const asked = { legalBasis: 'a', text: 'Why it is asked.' } as const;
const page: SluisConfig = {
  controller: { name: 'Grachtenbank', contact: 'privacy@bank.example', policyUrl: '/privacy' },
  profile: 'nl',
  purposes: [
    { ...asked, id: 'analytics', label: 'Statistiek' },
    { ...asked, id: 'marketing', label: 'Marketing' },
    { ...asked, id: 'offers', label: 'Aanbiedingen' },
    { id: 'research', legalBasis: 'f', label: 'Onderzoek', text: 'We doen onderzoek.' },
    { ...asked, id: 'credit', label: 'Krediet', automatedDecision: 'U kunt een mens vragen.' },
    { id: 'law', legalBasis: 'c', label: 'Wet', text: 'De wet eist het.', reason: 'Het moet.' },
  ],
};

function bank(over: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  return server({ page, access, contacts, ...over });
}

const headers = { 'sluis-key': deskKey };
const uuid = (): string => decisionId(Date.now(), randomBytes(16));

/** A recipient that notes what it is told. @returns its address and what came */
async function recipient(status = 200): Promise<{ url: string; calls: unknown[] }> {
  const calls: unknown[] = [];
  const http = createServer((request, response) => {
    void json(request).then((body) => {
      calls.push(body);
      response.writeHead(status).end();
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void http.close());
  await once(http, 'listening');
  const address = http.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`, calls };
}

describe('my data', { timeout: 30_000 }, () => {
  it('S28 S32 holds every record of the person, on every device, and nothing of another', async () => {
    const app = await bank();
    const [phone, laptop, stranger] = [deviceSecret(), deviceSecret(), deviceSecret()];
    const all = [decision(), decision()];
    await putDecision(app, phone, all[0] ?? decision());
    await putDecision(app, laptop, all[1] ?? decision());
    await putDecision(app, stranger, decision({ surface: 'canary.example' }));
    const bearer = await token('client-1');
    for (const device of [phone, laptop])
      await send(app, 'PUT', '/v1/me/device', { device, bearer });
    await send(app, 'PUT', '/v1/me/device', { device: stranger, bearer: await token('client-2') });
    await send(app, 'POST', '/v1/me/cases', { bearer, payload: { right: 'access' } });
    await send(app, 'POST', '/v1/contacts/ask', {
      headers,
      payload: { id: uuid(), subject: 'client-1', channel: 'inbox', kind: 'operational' },
    });

    const { status, body } = await send(app, 'GET', '/v1/me/data', { bearer });
    const ofDevice = await send(app, 'GET', '/v1/me/data', { device: phone });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      schema: 'ISO/IEC TS 27560:2023',
      decisions: all
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map((one) => ({ decision: one, acknowledgement: { id: one.id } })),
      cases: [{ right: 'access' }],
      contacts: [{ channel: 'inbox', kind: 'operational' }],
    });
    expect(JSON.stringify(body)).not.toContain('canary');
    expect(ofDevice.body).toMatchObject({ decisions: [{ decision: all[0] }], cases: [] });
  });

  it('S32 comes back the same when its decisions are put to another server', async () => {
    const [app, other] = [await bank(), await bank()];
    const device = deviceSecret();
    for (const one of [decision(), decision()]) await putDecision(app, device, one);
    const first = await send(app, 'GET', '/v1/me/data', { device });
    const { decisions } = first.body as { decisions: { decision: ReturnType<typeof decision> }[] };

    for (const { decision: one } of decisions) await putDecision(other, device, one);
    const again = await send(other, 'GET', '/v1/me/data', { device });

    const facts = ({ body }: typeof first) =>
      (body as { decisions: { decision: object }[] }).decisions.map((one) => one.decision);
    expect(facts(again)).toEqual(facts(first));
  });

  it('S20 S30 erases, says what is kept, on which ground and until when, and leaves the chain sound', async () => {
    const told = await recipient();
    const database = `${folder()}/sluis.db`;
    const kept = [{ what: 'contracts', ground: 'c' as const, until: 'ten years after they end' }];
    const recipients = [{ name: 'Krantenbureau', url: told.url }];
    const app = await bank({ database, kept, recipients });
    const device = deviceSecret();
    const one = decision();
    await putDecision(app, device, one);
    await putDecision(app, deviceSecret(), decision());
    const bearer = await token('client-1');
    await send(app, 'PUT', '/v1/me/device', { device, bearer });

    const first = await send(app, 'DELETE', '/v1/me/data', { bearer });
    const second = await send(app, 'DELETE', '/v1/me/data', { bearer });
    const account = await send(app, 'GET', '/v1/me', { bearer });
    const receipt = await send(app, 'GET', `/v1/decisions/${one.id}/receipt`, { device });
    await app.close();
    const parts: string[] = [];
    await exportTenant({ database }, undefined, (part) => void parts.push(part));

    expect(first).toMatchObject({
      status: 200,
      body: {
        erased: [
          { what: 'decisions', count: 1 },
          { what: 'contacts', count: 0 },
          { what: 'activities', count: 0 },
        ],
        kept: [
          { what: 'cases', ground: 'c', until: expect.stringMatching(/^\d{4}-/) },
          { what: 'contracts', ground: 'c', until: 'ten years after they end' },
        ],
        told: ['Krantenbureau'],
        number: expect.stringMatching(/^\d{4}-\d\d-\d\d-[2-9A-Z]{8}$/),
      },
    });
    expect([second.status, account.body, receipt.status]).toEqual([204, { decisions: [] }, 404]);
    expect(told.calls).toMatchObject([{ right: 'erasure', subject: 'client-1' }]);
    const chain: { entries: object[] } = JSON.parse(parts.join(''));
    expect(verifyExport(chain)).toBeUndefined();
    expect(chain.entries.map((entry) => 'fact' in entry)).toEqual([false, true, true]);
    expect(parts.join('')).not.toContain(one.id);
  });

  it('S52 answers 401 to who shows neither token nor device', async () => {
    const app = await bank();

    const answers = [
      await send(app, 'GET', '/v1/me/data'),
      await send(app, 'DELETE', '/v1/me/data', { bearer: 'x.y.z', device: deviceSecret() }),
      await send(app, 'POST', '/v1/me/cases', { payload: { right: 'access' } }),
      await send(app, 'POST', '/v1/me/no-marketing'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  });
});

describe('cases', { timeout: 30_000 }, () => {
  it('S25 S34 answers the contest of an automated decision with a number and a date', async () => {
    const app = await bank({ now: () => Date.parse('2026-03-01T12:00:00.000Z') });
    const device = deviceSecret();
    const contest = (purpose?: string) =>
      send(app, 'POST', '/v1/me/cases', { device, payload: { right: 'human-review', purpose } });

    const answer = await contest('credit');
    const others = [await contest('analytics'), await contest('nothing'), await contest()];

    expect(answer).toMatchObject({
      status: 201,
      body: {
        number: expect.stringMatching(/^2026-03-01-[2-9A-Z]{8}$/),
        right: 'human-review',
        purpose: 'credit',
        at: '2026-03-01T12:00:00.000Z',
      },
    });
    expect(others.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect((await send(app, 'GET', '/v1/me/data', { device })).body).toMatchObject({
      cases: [answer.body],
    });
  });

  it('S34 lists what somebody asked before, in the own words, and nothing of another', async () => {
    const app = await bank();
    const device = deviceSecret();
    const payload = { right: 'rectification', text: 'My name has an é.' };
    const { body } = await send(app, 'POST', '/v1/me/cases', { device, payload });

    const own = await send(app, 'GET', '/v1/me/cases', { device });
    const other = await send(app, 'GET', '/v1/me/cases', { device: deviceSecret() });
    const nobody = await send(app, 'GET', '/v1/me/cases');

    expect(own.body).toEqual({ cases: [body] });
    expect(body).toMatchObject(payload);
    expect(other.body).toEqual({ cases: [] });
    expect(nobody.status).toBe(401);
  });

  it('S29 S44 tells again, after a restart too, who was not reached, until it is taken once', async () => {
    const down = await recipient(500);
    const database = `${folder()}/sluis.db`;
    const clock = Date.now();
    const options = { database, recipients: [{ name: 'Bureau', url: down.url }] };
    const first = await bank({ ...options, now: () => clock });
    await send(first, 'POST', '/v1/me/cases', {
      bearer: await token('client-1'),
      payload: { right: 'rectification', text: 'My name is spelled wrong.' },
    });
    await first.close();
    const up = await recipient();
    const recipients = [{ name: 'Bureau', url: up.url }];
    const later = (minutes: number) => ({
      ...options,
      recipients,
      now: () => clock + minutes * 60_000,
    });

    for (const minutes of [14, 15, 60]) await tidyOnce(later(minutes), () => undefined);

    expect(down.calls).toHaveLength(3);
    expect(up.calls).toEqual([down.calls[0]]);
    for (const name of readdirSync(dirname(database)))
      expect(readFileSync(join(dirname(database), name), 'latin1')).not.toContain('spelled');
  });

  it('S29 tells each recipient of a correction once, and names who was not reached', async () => {
    const [good, bad] = [await recipient(), await recipient(500)];
    const recipients = [
      { name: 'Good', url: good.url },
      { name: 'Bad', url: bad.url },
    ];
    const app = await bank({ recipients });

    const answer = await send(app, 'POST', '/v1/me/cases', {
      bearer: await token('client-1'),
      payload: { right: 'rectification', text: 'My name is spelled wrong.' },
    });

    expect(answer.body).toMatchObject({ told: ['Good'], untold: ['Bad'] });
    const call = {
      id: expect.any(String),
      right: 'rectification',
      subject: 'client-1',
      reference: expect.stringMatching(/^[0-9a-f]{64}$/),
      text: 'My name is spelled wrong.',
    };
    expect(good.calls).toEqual([call]);
    expect(bad.calls).toEqual([call, call, call]);
  });

  it.each([
    { right: 'revenge' },
    { right: 'access', ip: '203.0.113.7' },
    {},
    { right: 'access', text: 'x'.repeat(2001) },
  ])('answers 400 to %j', async (payload) => {
    const app = await bank();

    const answer = await send(app, 'POST', '/v1/me/cases', { device: deviceSecret(), payload });

    expect(answer).toMatchObject({ status: 400, body: { code: 'body' } });
  });
});

describe('a withdrawal', { timeout: 60_000 }, () => {
  const said = (answer: 'granted' | 'withdrawn' | 'objected') => ({ answer, terms: '1x2y3z' });
  const shared: SluisConfig = {
    ...page,
    purposes: page.purposes?.map((one) =>
      ['marketing', 'research'].includes(one.id) ? { ...one, recipients: ['Bureau'] } : one,
    ),
  };
  /** What a round of the server an hour later still tells. */
  const anHourLater = (options: Pick<ServerOptions, 'database' | 'recipients'>) =>
    tidyOnce({ page: shared, ...options, now: () => Date.now() + 3_600_000 }, () => undefined);

  /** How many recipients have still to be told. */
  function messagesIn(path: string): unknown {
    const database = new Sqlite(path, { readonly: true });
    const count = database.prepare('SELECT count(*) FROM messages').pluck().get();
    database.close();
    return count;
  }

  async function linked(app: FastifyInstance): Promise<string> {
    const device = deviceSecret();
    await send(app, 'PUT', '/v1/me/device', { device, bearer: await token('client-1') });
    return device;
  }

  async function referenceIn(app: FastifyInstance, subject: string): Promise<unknown> {
    const payload = { subjects: ['client-0', subject] };
    const { body } = await send(app, 'POST', '/v1/references', { headers, payload });
    return (body as { references: unknown[] }).references[1];
  }

  it('R36 is told once to the recipients of its purpose, by the reference they have', async () => {
    const [bureau, other] = [await recipient(), await recipient()];
    const recipients = [
      { name: 'Bureau', url: bureau.url },
      { name: 'Other', url: other.url },
    ];
    const database = join(folder(), 'sluis.db');
    const app = await bank({ database, page: shared, recipients });
    const device = await linked(app);
    await putDecision(app, device, decision({ purposes: { marketing: said('granted') } }));
    const purposes = {
      analytics: said('withdrawn'),
      marketing: said('withdrawn'),
      research: said('objected'),
    };
    const back = decision({ purposes });

    const statuses = [await putDecision(app, device, back), await putDecision(app, device, back)];

    expect(statuses.map(({ status }) => status)).toEqual([201, 200]);
    await expect.poll(() => messagesIn(database), { timeout: 30_000 }).toBe(0);
    const reference = await referenceIn(app, 'client-1');
    const news = { id: expect.any(String), reference, at: back.at };
    expect(bureau.calls).toEqual(
      expect.arrayContaining([
        { ...news, right: 'withdrawal', purpose: 'marketing' },
        { ...news, right: 'objection', purpose: 'research' },
      ]),
    );
    await app.close();
    await anHourLater({ database, recipients });
    expect([bureau.calls.length, other.calls.length]).toEqual([2, 0]);
  });

  it('R36 is told after a restart, when the recipient is there again', async () => {
    const [down, up] = [await recipient(500), await recipient()];
    const database = join(folder(), 'sluis.db');
    const to = ({ url }: { url: string }) => [{ name: 'Bureau', url }];
    const app = await bank({ database, page: shared, recipients: to(down) });
    const device = await linked(app);
    const back = decision({ purposes: { marketing: said('withdrawn') } });
    await putDecision(app, device, back);
    await app.close();

    await anHourLater({ database, recipients: to(up) });

    expect(up.calls).toMatchObject([{ right: 'withdrawal', purpose: 'marketing' }]);
  });

  it('R36 is told too when the desk writes it down', async () => {
    const bureau = await recipient();
    const app = await bank({ page: shared, recipients: [{ name: 'Bureau', url: bureau.url }] });
    const write = (answer: boolean) => {
      const entry = { subject: 'client-1', channel: 'phone', agent: 'a.jansen', language: 'nl' };
      const payload = { ...entry, id: uuid(), answers: { marketing: answer } };
      return send(app, 'POST', '/v1/desk/decisions', { headers, payload });
    };
    await write(true);

    await write(false);

    await expect.poll(() => bureau.calls.length, { timeout: 30_000 }).toBe(1);
    const reference = await referenceIn(app, 'client-1');
    expect(bureau.calls).toMatchObject([{ right: 'withdrawal', purpose: 'marketing', reference }]);
  });

  it('R36 names nobody to recipients where it was not filed, or the device is linked to nobody', async () => {
    const bureau = await recipient();
    const recipients = [{ name: 'Bureau', url: bureau.url }];
    const database = join(folder(), 'sluis.db');
    const app = await bank({ database, page: shared, recipients });
    const back = decision({ purposes: { marketing: said('withdrawn') } });
    const unknown = decision({ purposes: back.purposes, policy: 'a'.repeat(64) });

    const statuses = [
      await putDecision(app, deviceSecret(), back),
      await putDecision(app, await linked(app), unknown),
    ];

    expect(statuses.map(({ status }) => status)).toEqual([201, 422]);
    await app.close();
    await anHourLater({ database, recipients });
    expect(bureau.calls).toEqual([]);
  });
});

describe('the desk', { timeout: 30_000 }, () => {
  const entry = { subject: 'client-1', channel: 'phone', agent: 'a.jansen', language: 'nl' };

  it('S36 S42 writes down what was said by phone; the person sees the channel, not who wrote it', async () => {
    const app = await bank();
    const payload = { ...entry, id: uuid(), answers: { analytics: true, marketing: false } };

    const first = await send(app, 'POST', '/v1/desk/decisions', { headers, payload });
    const again = await send(app, 'POST', '/v1/desk/decisions', { headers, payload });

    const bearer = await token('client-1');
    const account = (await send(app, 'GET', '/v1/me', { bearer })).body as Account;
    const data = await send(app, 'GET', '/v1/me/data', { bearer });
    expect([first.status, again.body]).toEqual([201, first.body]);
    expect(account.decisions).toMatchObject([
      {
        method: 'desk',
        channel: 'phone',
        surface: 'www.bank.example',
        purposes: { analytics: { answer: 'granted' }, marketing: { answer: 'refused' } },
      },
    ]);
    expect(data.body).toMatchObject({ cases: [{ right: 'desk-entry', decision: payload.id }] });
    expect(JSON.stringify([account, data.body])).not.toContain('jansen');
  });

  it('S35 makes a no after a yes a withdrawal, and a restriction one of its own', async () => {
    const app = await bank();
    const put = (answers: object) =>
      send(app, 'POST', '/v1/desk/decisions', {
        headers,
        payload: { ...entry, id: uuid(), answers },
      });

    await put({ analytics: true });
    const withdrawn = await put({ analytics: false });
    await put({ research: 'restrict' });
    const nothing = await put({ research: 'restrict' });

    const account = (await send(app, 'GET', '/v1/me', { bearer: await token('client-1') }))
      .body as Account;
    expect([withdrawn.status, nothing.status]).toEqual([201, 204]);
    expect(account.decisions.flatMap(({ purposes }) => Object.values(purposes))).toMatchObject([
      { answer: 'granted' },
      { answer: 'withdrawn' },
      { answer: 'restricted' },
    ]);
  });

  it('S52 lets no other key in, and no key in for what it is not for', async () => {
    const only = { mailer: { sha256: hashOf('mailer'), scopes: ['contacts'] as const } };
    const app = await bank({ access: only });
    const payload = { ...entry, id: uuid(), answers: { analytics: true } };
    const put = (key: { [name: string]: string }) =>
      send(app, 'POST', '/v1/desk/decisions', { headers: key, payload });

    const answers = [
      await put({}),
      await put({ 'sluis-key': 'wrong' }),
      await put({ 'sluis-key': hashOf('mailer') }),
      await put({ 'sluis-key': 'mailer' }),
    ];

    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [401, expect.objectContaining({ code: 'key' })]),
    );
  });

  it('S36 files a case for who calls, and refuses a purpose that the site has not', async () => {
    const app = await bank();
    const { language: _language, ...call } = entry;

    const filed = await send(app, 'POST', '/v1/desk/cases', {
      headers,
      payload: { ...call, right: 'objection', text: 'No more letters.' },
    });
    const unknown = await send(app, 'POST', '/v1/desk/decisions', {
      headers,
      payload: { ...entry, id: uuid(), answers: { nothing: true } },
    });

    expect(filed).toMatchObject({ status: 201, body: { right: 'objection', channel: 'phone' } });
    expect(filed.body).not.toHaveProperty('agent');
    expect(unknown).toMatchObject({ status: 422, body: { code: 'purpose' } });
  });

  it('lets no device say that it is the desk', async () => {
    const app = await bank();

    const answers = [
      await putDecision(app, deviceSecret(), decision({ method: 'desk' })),
      await putDecision(app, deviceSecret(), decision({ channel: 'phone' })),
    ];

    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
  });
});

describe('the opt-out page without script', { timeout: 30_000 }, () => {
  async function link(app: FastifyInstance, language = 'nl'): Promise<string> {
    const answer = await send(app, 'POST', '/v1/desk/links', {
      headers,
      payload: { subject: 'client-1', language },
    });
    return (answer.body as { path: string }).path;
  }

  function post(app: FastifyInstance, url: string, stop: string, from = 'null') {
    return app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: from },
      payload: `stop=${encodeURIComponent(stop)}`,
    });
  }

  it('S04 S36 stops one purpose from a link in a mail, without signing in, and shows it then', async () => {
    const app = await bank();
    const entry = { subject: 'client-1', channel: 'phone', agent: 'a', language: 'nl', id: uuid() };
    await send(app, 'POST', '/v1/desk/decisions', {
      headers,
      payload: { ...entry, answers: { analytics: true, marketing: true } },
    });
    const path = await link(app);

    const before = await app.inject({ url: path });
    const pressed = await post(app, path, 'marketing');
    const after = await app.inject({ url: path });

    const buttons = (html: string) => [...html.matchAll(/value="([^"]+)"/g)].map(([, id]) => id);
    expect(before.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(buttons(before.body)).toEqual(['analytics', 'marketing', 'research', '*']);
    expect([pressed.statusCode, pressed.headers['location']]).toEqual([303, path]);
    expect(buttons(after.body)).toEqual(['analytics', 'research', '*']);
    expect(after.body).toContain('per telefoon');
    const account = (await send(app, 'GET', '/v1/me', { bearer: await token('client-1') }))
      .body as Account;
    expect(account.decisions.at(-1)).toMatchObject({
      method: 'mail',
      purposes: { marketing: { answer: 'withdrawn' } },
    });
  });

  it('S33 stops everything at once: a withdrawal of consents, an objection to interests', async () => {
    const app = await bank();
    const path = await link(app, 'en');

    await post(app, path, '*');

    const account = (await send(app, 'GET', '/v1/me', { bearer: await token('client-1') }))
      .body as Account;
    const { purposes = {} } = account.decisions[0] ?? {};
    expect(purposes['research']).toMatchObject({ answer: 'objected' });
    expect(Object.values(purposes).map(({ answer }) => answer)).not.toContain('granted');
    expect((await app.inject({ url: path })).body).not.toContain('<button');
  });

  it('S52 is 404 for a link that was changed, is too old, or is of another tenant', async () => {
    let now = Date.parse('2026-01-01T00:00:00.000Z');
    const app = await bank({ now: () => now });
    const path = await link(app);
    const parts = path.split('.');
    const forged = [...parts.slice(0, 1), '0'.repeat(64), ...parts.slice(2)].join('.');
    const other = path.replace('/opt-out/site', '/opt-out/shop');

    const statuses: number[] = [];
    for (const url of [path, forged, other, `${path}0`, '/opt-out/x'])
      statuses.push((await app.inject({ url })).statusCode);
    now += 366 * 86_400_000;
    statuses.push((await app.inject({ url: path })).statusCode);

    expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);
  });

  it('shows texts of the site as text, and no script can run', async () => {
    const hostile = {
      ...page,
      controller: { ...page.controller, name: '<script>alert(1)</script>' },
    };
    const app = await bank({ page: hostile });

    const { body, headers: sent } = await app.inject({ url: await link(app, 'fr') });

    expect(body).toContain('&#60;script&#62;');
    expect(body).not.toContain('<script');
    expect(sent['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('contacts', { timeout: 30_000 }, () => {
  const ask = (app: FastifyInstance, over: object = {}) =>
    send(app, 'POST', '/v1/contacts/ask', {
      headers,
      payload: { id: uuid(), subject: 'client-1', channel: 'mail', kind: 'commercial', ...over },
    });

  async function consent(app: FastifyInstance, subject: string, answers: object): Promise<void> {
    const entry = { subject, channel: 'phone', agent: 'a', language: 'nl', id: uuid() };
    await send(app, 'POST', '/v1/desk/decisions', { headers, payload: { ...entry, answers } });
  }

  it('S10 S11 R21 says yes, then no with the date, yes to what does not count, and yes 30 days on', async () => {
    let now = Date.parse('2026-03-01T12:00:00.000Z');
    const app = await bank({ now: () => now });
    const without = await ask(app);
    const inbox = await ask(app, { channel: 'inbox', kind: 'operational' });
    await consent(app, 'client-1', { marketing: true });

    const first = await ask(app);
    now += 86_400_000;
    const second = await ask(app);
    const operational = await ask(app, { kind: 'operational' });
    now = Date.parse('2026-03-31T12:00:00.000Z');
    const later = await ask(app);
    await consent(app, 'client-1', { marketing: 'restrict' });
    const restricted = await ask(app);

    expect(
      [without, inbox, first, second, operational, later, restricted].map(({ body }) => body),
    ).toEqual([
      { answer: 'no', reason: 'no-consent' },
      { answer: 'yes' },
      { answer: 'yes' },
      { answer: 'no', reason: 'limit', next: '2026-03-31T12:00:00.000Z' },
      { answer: 'yes' },
      { answer: 'yes' },
      { answer: 'no', reason: 'restricted' },
    ]);
  });

  it('S10 never says yes to two who ask at once', async () => {
    const app = await bank();
    await consent(app, 'client-1', { marketing: true });

    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(app)));

    const yes = answers.filter(({ body }) => (body as { answer: string }).answer === 'yes');
    expect([answers.length, yes.length]).toEqual([20, 1]);
  });

  it('S27 leaves of a list of 100 the 40 with a consent', async () => {
    const app = await bank({ rateLimit: 1e6 });
    const subjects = Array.from({ length: 100 }, (_, n) => `client-${n}`);
    for (const one of subjects.slice(0, 40)) await consent(app, one, { marketing: true });
    await consent(app, 'client-50', { marketing: false });

    const answer = await send(app, 'POST', '/v1/contacts/filter', {
      headers,
      payload: { channel: 'mail', kind: 'commercial', subjects },
    });

    expect(answer.body).toEqual({ allowed: subjects.slice(0, 40) });
  });

  it('S49 sets every channel to no with one press, one record per channel', async () => {
    const app = await bank();
    await consent(app, 'client-1', { marketing: true });
    const bearer = await token('client-1');

    const pressed = await send(app, 'POST', '/v1/me/no-marketing', { bearer });
    const again = await send(app, 'POST', '/v1/me/no-marketing', { bearer, headers: { origin } });

    expect(pressed.body).toMatchObject({ acknowledgements: [{}, {}] });
    expect((again.body as { acknowledgements: object[] }).acknowledgements).toHaveLength(2);
    expect((await ask(app)).body).toEqual({ answer: 'no', reason: 'refused' });
    expect((await ask(app, { channel: 'phone' })).body).toEqual({
      answer: 'no',
      reason: 'refused',
    });
  });

  it('answers 422 to a channel or kind that the site has not, also one that every object has', async () => {
    const app = await bank();

    const answers = [
      await ask(app, { channel: 'pigeon' }),
      await ask(app, { kind: 'constructor' }),
      await send(await bank({ contacts: undefined }), 'POST', '/v1/me/no-marketing', {
        device: deviceSecret(),
      }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
  });
});
