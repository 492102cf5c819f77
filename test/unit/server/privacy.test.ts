import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsFor } from '@sluis/consent';
import { parseConfig, type SluisConfig } from '@sluis/schema';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
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

/** Full addresses as visitors have them, in the spellings that proxies pass on. */
const addresses = [
  '203.0.113.77',
  '198.51.100.209:51514',
  '2001:db8:1234:5678:9abc:def0:1111:2222',
  '[2001:db8:aaaa:bbbb::77]:443',
  '::ffff:192.0.2.143',
  '2002:cb00:7162:1::8',
  'fe80::dead:beef%eth0',
];

/** What must be found nowhere: the whole addresses and the telling half of each. */
const traces = [
  '203.0.113.77',
  '198.51.100.209',
  '5678:9abc',
  'def0:1111',
  'bbbb::77',
  '192.0.2.143',
  'cb00:7162',
  '203.0.113.98',
  'dead:beef',
  '51514',
];

const crmKey = 'crm-key-4711';
const mail = { mailing: 'spring', purpose: 'opens', opens: 'opens', language: 'nl' };
const asked = { legalBasis: 'a', text: 'Why it is asked.' } as const;

/** A site that counts, records, relays and sends mail. */
const page: SluisConfig = {
  controller: { name: 'Grachtenbank', contact: 'privacy@bank.example', policyUrl: '/privacy' },
  profile: 'nl',
  backend: 'https://consent.bank.example',
  purposes: [
    { ...asked, id: 'opens', label: 'Geopende mail' },
    {
      ...asked,
      id: 'clicks',
      label: 'Klikgedrag',
      identified: true,
      recorded: true,
      events: ['simulation'],
    },
    {
      id: 'counting',
      legalBasis: 'f',
      deviceAccess: 'measurement',
      measurement: { ownUseOnly: true, noCrossSite: true, notPassedOn: true, truncatedIp: true },
      label: 'Tellen',
      text: 'Wij tellen bezoeken.',
    },
  ],
};

function findIn(files: ReadonlyMap<string, string>, needles: readonly string[]): readonly string[] {
  return [...files].flatMap(([name, text]) =>
    needles.filter((needle) => text.includes(needle)).map((needle) => `${needle} in ${name}`),
  );
}

function filesOf(path: string): Map<string, string> {
  return new Map(readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'latin1')]));
}

/** Sends everything there is, good and bad, from every address over real sockets. */
async function run(
  base: string,
  secrets: { readonly device: string; readonly bearer: string },
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const address of addresses) {
    const one = decision();
    ids.push(one.id);
    const headers = {
      origin,
      'x-forwarded-for': address,
      'sluis-device': secrets.device,
      authorization: `Bearer ${secrets.bearer}`,
      'user-agent': 'Canary-Agent/4711',
      referer: 'https://www.bank.example/pay?canary-query=1',
    };
    const json = { ...headers, 'content-type': 'application/json' };
    const put = (url: string, body: string) =>
      fetch(`${base}${url}`, { method: 'PUT', headers: json, body });
    const get = (url: string) => fetch(`${base}${url}`, { headers });
    const answers = [
      await put(`/v1/decisions/${one.id}`, JSON.stringify(one)),
      await put(`/v1/decisions/${one.id}`, JSON.stringify({ ...one, method: 'canary-method' })),
      await put(`/v1/decisions/${one.id}`, `{"canary-json": ${address}`),
      await put(`/v1/policies/${'a'.repeat(64)}`, '{"canary-policy":1}'),
      await fetch(`${base}/v1/me/device`, { method: 'PUT', headers }),
      await get(`/v1/decisions/${one.id}/receipt?canary-query=${address}`),
      await get(`/canary-path/${encodeURIComponent(address)}?canary-query=${address}`),
      await fetch(`${base}/v1/me`, {
        headers: { ...headers, authorization: `Bearer ${secrets.bearer}x` },
      }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([
      201, 400, 400, 400, 200, 200, 404, 401,
    ]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts.join('\n')).not.toContain('canary');
  }
  return ids;
}

describe('what is kept', { timeout: 30_000 }, () => {
  it('S45 S46 S52 leaves no full address, subject, token, device secret or browser in any file or log line', async () => {
    const path = folder();
    const log: string[] = [];
    const app = await server({
      database: join(path, 'sluis.db'),
      trustProxy: ['127.0.0.1'],
      log: { write: (line) => void log.push(line) },
    });
    const device = deviceSecret();
    const bearer = await token('canary-subject-0042');
    const needles = [
      ...traces,
      ...addresses,
      'canary',
      'Canary',
      device,
      bearer.split('.')[2] ?? bearer,
    ];

    const ids = await run(await app.listen({ host: '127.0.0.1', port: 0 }), { device, bearer });
    const running = filesOf(path);
    await app.close();
    const closed = filesOf(path);
    const lines = new Map([['log', log.join('')]]);

    // The search sees what is there: every id in the write-ahead log, then in the file; every network in the log.
    expect([...running.keys()].sort()).toEqual([
      'sluis.db',
      'sluis.db-shm',
      'sluis.db-wal',
      'sluis.db.key',
    ]);
    expect(findIn(running, ids).length).toBeGreaterThanOrEqual(ids.length);
    expect(findIn(closed, ids)).toEqual(ids.map((id) => `${id} in sluis.db`));
    expect(
      findIn(lines, [
        '203.0.113.0',
        '198.51.100.0',
        '2001:db8:1234::',
        '2001:db8:aaaa::',
        '192.0.2.0',
        'fe80::',
      ]),
    ).toHaveLength(6);
    expect([
      ...findIn(running, needles),
      ...findIn(closed, needles),
      ...findIn(lines, needles),
    ]).toEqual([]);
    // No record holds even the masked network.
    expect(findIn(closed, ['203.0.113.0', '2001:db8:1234::'])).toEqual([]);
  });

  it('S45 leaves no full address of a relayed hit, an opened mail, a click or a counted page, nor what they carried', async () => {
    const path = folder();
    const log: string[] = [];
    const clock = { now: Date.now() };
    const app = await server({
      database: join(path, 'sluis.db'),
      trustProxy: ['127.0.0.1'],
      log: { write: (line) => void log.push(line) },
      now: () => clock.now,
      page,
      access: { crm: { sha256: hashOf(crmKey), scopes: ['contacts'] } },
      relay: {
        services: {
          stats: {
            vendor: 'matomo',
            purposes: ['clicks'],
            ids: ['7'],
            upstream: 'http://127.0.0.1:9',
          },
        },
      },
    });
    const base = await app.listen({ host: '127.0.0.1', port: 0 });
    const device = deviceSecret();
    const [bearer, payload] = [await token('client-1'), { subject: 'client-1', ...mail }];
    await send(app, 'PUT', '/v1/me/device', { device, bearer });
    const granted = { by: 'person', answers: { clicks: true, opens: true } } as const;
    const purposes = factsFor(granted, parseConfig(page), {});
    await putDecision(app, device, decision({ purposes }));
    const { body } = await send(app, 'POST', '/v1/mail/links', {
      headers: { 'sluis-key': crmKey },
      payload,
    });
    const said = await send(app, 'GET', '/v1/relay-token', { device });
    const { pixel } = body as { pixel: string };
    const hit = `/relay/stats/matomo.php?idsite=7&_id=canary&cip=203.0.113.77&sluis=${(said.body as { token: string }).token}`;
    clock.now += 60_000;

    for (const address of addresses) {
      const headers = {
        'x-forwarded-for': address,
        'user-agent': 'Mozilla/5.0 Firefox/132.0 Canary-Agent/4711',
        referer: 'https://www.bank.example/pay?canary-query=1',
        cookie: 'canary=1',
      };
      const post = (url: string, type: string, sent: object): Promise<Response> =>
        fetch(base + url, {
          method: 'POST',
          headers: { ...headers, origin, 'content-type': type, 'sluis-device': device },
          body: JSON.stringify(sent),
        });
      const answers = [
        await fetch(base + hit, { headers }),
        await fetch(`${base}${pixel}?canary=1`, { headers }),
        await post('/v1/activities', 'application/json', {
          kind: 'simulation',
          page: `/loans?canary=${address}`,
        }),
        await post('/v1/page-views', 'text/plain', { page: `/loans?canary=${address}` }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([204, 200, 204, 204]);
    }
    await app.close();

    const files = filesOf(path);
    expect(findIn(files, ['mail-open', 'simulation', '/loans'])).toHaveLength(3);
    const needles = [...traces, ...addresses, 'canary', 'Canary', device, 'client-1'];
    const lines = new Map([['log', log.join('')]]);
    expect([...findIn(files, needles), ...findIn(lines, needles)]).toEqual([]);
  });

  it('S52 hashes a device secret and a subject of the same name to two values', async () => {
    const path = join(folder(), 'sluis.db');
    const app = await server({ database: path });
    const name = deviceSecret();
    await send(app, 'PUT', '/v1/me/device', { device: name, bearer: await token(name) });
    const database = new Sqlite(path, { readonly: true });

    const links = database
      .prepare<[], { device: Buffer; subject: Buffer }>('SELECT device, subject FROM links')
      .all();
    database.close();

    expect(links).toHaveLength(1);
    expect(links[0]?.device).toHaveLength(32);
    expect(links[0]?.device.equals(links[0].subject)).toBe(false);
  });

  it('S46 keeps the documented columns and nothing else', async () => {
    const path = join(folder(), 'sluis.db');
    await server({ database: path });
    const database = new Sqlite(path, { readonly: true });

    const columns = database
      .prepare<[], { name: string }>(
        "SELECT t.name || '.' || c.name AS name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1",
      )
      .all()
      .map((row) => row.name);
    database.close();

    expect(columns).toEqual([
      'activities.at',
      'activities.expires_at',
      'activities.id',
      'activities.kind',
      'activities.place',
      'activities.profiling',
      'activities.purpose',
      'activities.subject',
      'activities.tenant',
      'contacts.at',
      'contacts.channel',
      'contacts.counted',
      'contacts.id',
      'contacts.kind',
      'contacts.subject',
      'contacts.tenant',
      'counted.seq',
      'counted.tenant',
      'counts.answer',
      'counts.count',
      'counts.day',
      'counts.language',
      'counts.method',
      'counts.purpose',
      'counts.tenant',
      'fact_keys.key',
      'fact_keys.seq',
      'fact_keys.tenant',
      'kept.name',
      'kept.value',
      'ledger.commitment',
      'ledger.expires_at',
      'ledger.id',
      'ledger.kind',
      'ledger.link',
      'ledger.owner',
      'ledger.received_at',
      'ledger.sealed',
      'ledger.seq',
      'ledger.tenant',
      'links.device',
      'links.subject',
      'links.tenant',
      'messages.due_at',
      'messages.expires_at',
      'messages.id',
      'messages.key',
      'messages.recipient',
      'messages.sealed',
      'messages.tenant',
      'policies.hash',
      'policies.tenant',
      'policies.text',
    ]);
  });

  it('S46 logs a request with its pattern and no more than the documented words', async () => {
    const log: string[] = [];
    const app = await server({ log: { write: (line) => void log.push(line) } });

    await app.inject({ url: '/v1/decisions/0195510a-0000-7000-8000-000000000001/receipt?x=1' });

    const line: object = JSON.parse(log.at(-1) ?? '{}');
    expect(line).toMatchObject({
      method: 'GET',
      route: '/v1/decisions/:id/receipt',
      status: 404,
      network: '127.0.0.0',
    });
    expect(Object.keys(line).sort()).toEqual([
      'level',
      'method',
      'milliseconds',
      'msg',
      'network',
      'route',
      'status',
      'time',
    ]);
  });

  it('S52 logs a failure of its own without the message, which may quote what was sent', async () => {
    const log: string[] = [];
    const app = await server({
      log: { write: (line) => void log.push(line) },
      now: () => {
        throw new TypeError('canary-message');
      },
    });
    const one = decision();

    const answer = await app.inject({
      method: 'PUT',
      url: `/v1/decisions/${one.id}`,
      headers: { 'sluis-device': deviceSecret() },
      payload: { ...one },
    });

    expect([answer.statusCode, answer.json()]).toEqual([
      500,
      { code: 'internal', message: 'The server failed. Send the same request again later.' },
    ]);
    expect(log.join('')).toContain('TypeError');
    expect(log.join('')).not.toContain('canary-message');
  });
});
