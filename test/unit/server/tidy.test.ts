import { join } from 'node:path';
import type { Account } from '@sluis/schema';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import type { LogStream } from '../../../packages/server/src/index.js';
import { tidyOnce } from '../../../packages/server/src/commands.js';
import {
  decision,
  deviceSecret,
  folder,
  hashOf,
  putDecision,
  send,
  server,
  token,
} from './arrange.js';

const start = Date.parse('2026-03-01T12:00:00.000Z');
const day = 86_400_000;
const key = 'statistics-key';
const access = { office: { sha256: hashOf(key), scopes: ['statistics'] as const } };

function answers(
  app: FastifyInstance,
  answer: 'granted' | 'refused',
  count: number,
): Promise<unknown> {
  const at = new Date(start).toISOString();
  const purposes = { analytics: { answer, terms: 'x' } };
  return Promise.all(
    Array.from({ length: count }, () =>
      putDecision(app, deviceSecret(), decision({ at, purposes })),
    ),
  );
}

/** A log that tells where the operator's port is, once it is there. */
function operatorLog(): { log: LogStream; address: Promise<string> } {
  let found: (address: string) => void;
  const address = new Promise<string>((resolve) => (found = resolve));
  const write = (line: string): void => {
    const { msg, port }: { msg: string; port?: number } = JSON.parse(line);
    if (msg === 'metrics') found(`http://127.0.0.1:${port}`);
  };
  return { log: { write }, address };
}

describe('the sweeper', { timeout: 30_000 }, () => {
  it('S40 S47 takes what is past its time, at day 29 of 28, and keeps what is not', async () => {
    const database = join(folder(), 'sluis.db');
    const retention = { purposes: { recordings: 28 } };
    const [device, bearer] = [deviceSecret(), await token('client-1')];
    const at = new Date(start).toISOString();
    const said = { answer: 'granted', terms: 'x' } as const;
    const short = decision({ at, purposes: { recordings: said } });
    const long = decision({ at, purposes: { analytics: said } });
    const app = await server({ database, retention, now: () => start });
    for (const one of [short, long]) await putDecision(app, device, one);
    await send(app, 'PUT', '/v1/me/device', { device, bearer });
    await app.close();
    const seen: string[] = [];
    const round = (days: number): Promise<void> =>
      tidyOnce(
        { database, retention, now: () => start + days * day },
        (text) => void seen.push(text),
      );

    await round(27);
    await round(29);
    const after = await server({ database, retention, now: () => start });

    expect(seen).toEqual([
      '0 records were past their time.\n',
      '1 records were past their time.\n',
    ]);
    const account = (await send(after, 'GET', '/v1/me', { bearer })).body as Account;
    expect(account.decisions).toEqual([long]);
    expect((await send(after, 'GET', '/v1/head')).body).toMatchObject({ seq: 2 });
  });
});

describe('statistics', { timeout: 30_000 }, () => {
  /** Twelve said yes and three said no on a day, counted two days later. */
  async function counted(): Promise<FastifyInstance> {
    const database = join(folder(), 'sluis.db');
    const before = await server({ database, now: () => start, rateLimit: 1e6 });
    await answers(before, 'granted', 12);
    await answers(before, 'refused', 3);
    await before.close();
    const write = (): void => undefined;
    for (const days of [0, 1]) await tidyOnce({ database, now: () => start + days * day }, write);
    return server({ database, access, now: () => start + 2 * day });
  }

  it('S23 tells numbers of ten and more, of days that are over, and no other', async () => {
    const app = await counted();

    const told = await send(app, 'GET', '/v1/statistics', { headers: { 'sluis-key': key } });
    const refused = await send(app, 'GET', '/v1/statistics');

    const row = { day: '2026-03-01', purpose: 'analytics', method: 'banner', language: 'nl' };
    expect(told.body).toEqual({
      statistics: [
        { ...row, answer: 'granted', count: 12 },
        { ...row, answer: 'refused', count: 'suppressed' },
      ],
    });
    expect(refused).toMatchObject({ status: 401, body: { code: 'key' } });
  });

  it('S23 tells nothing of the day that is not over', async () => {
    const database = join(folder(), 'sluis.db');
    const app = await server({ database, access, now: () => start, rateLimit: 1e6 });
    await answers(app, 'granted', 20);
    await tidyOnce({ database, now: () => start }, () => undefined);

    const told = await send(app, 'GET', '/v1/statistics', { headers: { 'sluis-key': key } });

    expect(told.body).toEqual({ statistics: [] });
  });
});

describe('the operator port', { timeout: 30_000 }, () => {
  it('S52 has metrics by pattern, with no id, secret, token or address in them', async () => {
    const { log, address } = operatorLog();
    const app = await server({ operator: { host: '127.0.0.1', port: 0 }, log });
    const base = await app.listen({ host: '127.0.0.1', port: 0 });
    const [device, one, bearer] = [deviceSecret(), decision(), await token('canary-subject')];
    await putDecision(app, device, one);
    await fetch(`${base}/v1/decisions/${one.id}/receipt?canary=1`, {
      headers: { 'sluis-device': device, authorization: `Bearer ${bearer}` },
    });
    await fetch(`${base}/canary`);
    const operator = await address;

    const metrics = await (await fetch(`${operator}/metrics`)).text();
    const others = await Promise.all([fetch(`${operator}/v1/me`), fetch(`${base}/metrics`)]);

    expect(metrics).toContain(
      'sluis_request_seconds_count{method="GET",route="/v1/decisions/:id/receipt",status="200"} 1',
    );
    expect(metrics).toContain('process_cpu_seconds_total');
    for (const secret of [one.id, device, bearer, 'canary', '127.0.0'])
      expect(metrics).not.toContain(secret);
    expect(others.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('S23 shows the rates of each day, and none where numbers are not told', async () => {
    const { log, address } = operatorLog();
    const database = join(folder(), 'sluis.db');
    const before = await server({ database, now: () => start, rateLimit: 1e6 });
    await answers(before, 'granted', 30);
    await answers(before, 'refused', 10);
    await before.close();
    await tidyOnce({ database, now: () => start }, () => undefined);
    const app = await server({
      database,
      operator: { host: '127.0.0.1', port: 0 },
      now: () => start + day,
      log,
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const operator = await address;

    const page = await (await fetch(`${operator}/`)).text();

    expect(page).toContain('<td>2026-03-01<td>analytics<td>nl<td>75 %');
  });
});

describe('the description', () => {
  it('names every address with what it takes, in OpenAPI 3.1', async () => {
    const app = await server();

    const { body } = await send(app, 'GET', '/openapi.json');

    const { openapi, paths } = body as { openapi: string; paths: Record<string, object> };
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths).sort()).toEqual([
      '/v1/activities',
      '/v1/contacts/ask',
      '/v1/contacts/filter',
      '/v1/decisions',
      '/v1/decisions/{id}',
      '/v1/decisions/{id}/receipt',
      '/v1/desk/cases',
      '/v1/desk/decisions',
      '/v1/desk/links',
      '/v1/head',
      '/v1/mail/links',
      '/v1/mail/{token}.gif',
      '/v1/me',
      '/v1/me/cases',
      '/v1/me/data',
      '/v1/me/device',
      '/v1/me/no-marketing',
      '/v1/policies/{hash}',
      '/v1/references',
      '/v1/relay-token',
      '/v1/retention/ask',
      '/v1/statistics',
    ]);
    expect(JSON.stringify(paths['/v1/contacts/ask'])).toContain('"required":["id","subject"');
    for (const path of Object.values(paths))
      for (const operation of Object.values(path)) expect(operation).toHaveProperty('summary');
  });
});
