import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SluisConfig } from '@sluis/schema';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { pagePath } from '../../../packages/server/src/counter/page-path.js';
import { counting, folder, hashOf, origin, send, server } from './arrange.js';

const day = 24 * 3600 * 1000;
const page: SluisConfig = {
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  profile: 'nl',
  purposes: [counting],
};
const access = { numbers: { sha256: hashOf('key'), scopes: ['statistics'] as const } };

async function count(app: FastifyInstance, body: string, type = 'text/plain'): Promise<number> {
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/page-views',
    headers: { origin, 'content-type': type, 'user-agent': 'canary-agent', cookie: 'canary=1' },
    payload: body,
  });
  expect(answer.headers['set-cookie']).toBeUndefined();
  return answer.statusCode;
}

function numbers(app: FastifyInstance): Promise<unknown> {
  return send(app, 'GET', '/v1/page-views', { headers: { 'sluis-key': 'key' } }).then(
    ({ body }) => body,
  );
}

describe('the counter', () => {
  it('S53 R46 R53 counts pages by day and tells the days that are over, none that is small', async () => {
    let now = Date.UTC(2026, 10, 25, 12);
    const app = await server({ page, access, now: () => now });
    for (let turn = 0; turn < 10; turn++) await count(app, '{"page":"/loans"}');
    for (let turn = 0; turn < 9; turn++) await count(app, '{"page":"/rare?iban=1"}');
    expect(await numbers(app)).toEqual({ pages: [] });

    now += day;

    expect(await numbers(app)).toEqual({
      pages: [
        { day: '2026-11-25', page: '/loans', views: 10 },
        { day: '2026-11-25', page: '/rare', views: 'suppressed' },
      ],
    });
  });

  it.each([
    ['eu-strict', undefined],
    ['nl without such a purpose', { ...page, purposes: [] }],
  ])('R50 S53 is not there under %s', async (_, config) => {
    const app = await server({ page: config, access });

    expect(await count(app, '{"page":"/"}')).toBe(404);
  });

  it.each([
    '{"page":"/","visitor":"canary"}',
    '{"page":"https://www.bank.example/"}',
    '{"page":7}',
    '{}',
    '[]',
    'null',
    '{',
    '',
    JSON.stringify({ page: `/${'a'.repeat(300)}` }),
  ])('R53 takes the fixed schema and nothing else: not %s', async (body) => {
    const app = await server({ page, access });

    expect(await count(app, body)).toBe(400);
  });

  it('R53 takes no more than a kilobyte, and no JSON that a browser would ask about first', async () => {
    const app = await server({ page, access });

    expect(await count(app, ' '.repeat(2000))).toBe(413);
    expect(await count(app, '{"page":"/"}', 'application/json')).toBe(415);
  });

  it('S23 tells its numbers to nobody without a key', async () => {
    const app = await server({ page, access });

    expect((await send(app, 'GET', '/v1/page-views')).status).toBe(401);
  });

  it.each([
    ['/loans/car?email=a@b.example#x', '/loans/car'],
    ['/mail/jan@mail.example/off', '/mail/-/off'],
    ['/client/123456/edit', '/client/-/edit'],
    ['/t/0195510a-0000-7000-8000-000000000001', '/t/-'],
    ['/a b', undefined],
    ['loans', undefined],
  ])('S46 makes %s into %s', (given, kept) => {
    expect(pagePath(given)).toBe(kept);
  });

  it('S45 S46 keeps days, pages and numbers, and nothing of anybody', async () => {
    const path = folder();
    const app = await server({ database: join(path, 'sluis.db'), page, access });
    await count(app, '{"page":"/kept-page"}');
    await app.close();

    const files = readdirSync(path)
      .map((name) => readFileSync(join(path, name), 'latin1'))
      .join('');
    expect(files).toContain('/kept-page');
    expect(files).not.toMatch(/canary|127\.0\.0/);
  });

  it('makes of paths that somebody makes up no more than 2,000 a day', async () => {
    let now = Date.UTC(2026, 10, 25, 12);
    const app = await server({ page, access, rateLimit: 100_000, now: () => now });
    for (let n = 0; n < 2020; n++) await count(app, `{"page":"/p${n}"}`);

    now += day;
    const { pages } = Object(await numbers(app));

    expect(pages).toHaveLength(2001);
    expect(pages.find((one: { page: string }) => one.page === '(others)')?.views).toBe(20);
  });
});
