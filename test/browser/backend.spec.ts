import { existsSync, readFileSync } from 'node:fs';
import { mock } from 'node:test';
import type { Page, Route } from '@playwright/test';
import Database from 'better-sqlite3';
import { answer, banner, expect, press, settle, test, visit, type World } from './bank-test.ts';

const consentServer = 'https://consent.grachtenbank.example/**';
const cors = { 'access-control-allow-origin': '*' };

/** The ids that the server has on disk. */
function filed(world: World): readonly string[] {
  const database = new Database(world.backend.file, { readonly: true });
  const ids = database
    .prepare<[], string>("SELECT id FROM ledger WHERE kind = 'decision' ORDER BY id")
    .pluck()
    .all();
  database.close();
  return ids;
}

/** What the console's errors said of the backend, as codes. */
function listen(page: Page): string[] {
  const codes: string[] = [];
  page.on('console', (message) => {
    const code = /sluis ([A-Z]\d\d):/.exec(message.text())?.[1];
    if (message.type() === 'error' && code) codes.push(code);
  });
  return codes;
}

async function historyIds(page: Page): Promise<readonly string[]> {
  const decisions = await page.evaluate(() => window.sluis?.history());
  return (decisions ?? []).map(({ id }) => id);
}

/** The id of the decision that the last receipt says the server has. */
function acknowledged(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => (await window.sluis?.receipt())?.acknowledgement?.id);
}

test('R12 with a dead server the answer counts, the page works and the outbox delivers once it is back', async ({
  page,
  world,
}) => {
  const codes = listen(page);
  await world.backend.stop();
  await answer(page, world, 'refuse');
  await expect(page.locator(banner)).toHaveCount(0);
  await expect.poll(() => codes).toContain('N01');
  const [id] = await historyIds(page);
  expect(await acknowledged(page)).toBeUndefined();

  const synced = page.evaluate(() => new Promise<void>((done) => window.sluis?.on('synced', done)));
  await world.backend.start();
  await synced;

  expect(await acknowledged(page)).toBe(id);
  expect(filed(world)).toContain(id);
});

test('R12 S35 answers given while the server is dead outlive reloads, and all arrive, in their order', async ({
  page,
  world,
}) => {
  await world.backend.stop();
  await answer(page, world, 'accept');
  await page.reload();
  await page.evaluate(() => window.sluis?.withdraw('analytics'));
  await page.goto(world.url('/contact'));
  await page.evaluate(() => window.sluis?.save({ analytics: true }));
  const ids = await historyIds(page);
  expect(ids).toHaveLength(3);

  await world.backend.start();
  await page.goto(world.url('/hypotheek'));
  await expect.poll(() => acknowledged(page)).toBe(ids[2]);

  expect(filed(world).filter((id) => ids.includes(id))).toEqual(ids);
  const answers = await page.evaluate(async () =>
    (await window.sluis?.history())?.map(({ purposes }) => purposes.analytics?.answer),
  );
  expect(answers).toEqual(['granted', 'withdrawn', 'granted']);
});

test('R12 a withdrawal made offline counts at once and is delivered when the device is online again', async ({
  page,
  context,
  world,
}) => {
  const codes = listen(page);
  await answer(page, world, 'accept');
  await expect.poll(() => acknowledged(page)).toBeDefined();
  await context.setOffline(true);
  await page.evaluate(() => window.sluis?.withdraw());
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
  await expect.poll(() => codes).toContain('N01');
  const last = (await historyIds(page)).at(-1);

  await context.setOffline(false);

  await expect.poll(() => acknowledged(page)).toBe(last);
  expect(filed(world)).toContain(last);
});

test("R12 a first answer given offline, before the record's own script was loaded, is not lost", async ({
  page,
  context,
  world,
}) => {
  await visit(page, world);
  await settle(page);
  await context.setOffline(true);
  await press(page, 'refuse');
  await expect.poll(() => page.evaluate(() => document.cookie)).toContain('sluis=');
  await context.setOffline(false);

  await page.goto(world.url('/contact'));
  await settle(page);

  await expect(page.locator(banner)).toHaveCount(0);
  await expect.poll(() => acknowledged(page)).toBe((await historyIds(page))[0]);
});

const failures: readonly (readonly [what: string, fail: (route: Route) => unknown])[] = [
  [
    '500',
    (route) =>
      route.fulfill({ status: 500, headers: cors, json: { code: 'internal', message: 'no' } }),
  ],
  [
    '503 of a proxy',
    (route) =>
      route.fulfill({ status: 503, headers: cors, contentType: 'text/html', body: '<h1>no</h1>' }),
  ],
  [
    '429',
    (route) =>
      route.fulfill({
        status: 429,
        headers: { ...cors, 'retry-after': '1' },
        json: { code: 'rate', message: 'no' },
      }),
  ],
  [
    "a 404 that is not the server's own",
    (route) => route.fulfill({ status: 404, headers: cors, contentType: 'text/html', body: 'no' }),
  ],
  [
    'garbage',
    (route) =>
      route.fulfill({
        status: 200,
        headers: cors,
        contentType: 'text/html',
        body: '<html>\u0000 welcome',
      }),
  ],
  [
    'JSON that acknowledges nothing',
    (route) => route.fulfill({ status: 200, headers: cors, json: null }),
  ],
  [
    'the acknowledgement of another decision',
    (route) =>
      route.fulfill({
        status: 201,
        headers: cors,
        json: { id: 'other', hash: 'a'.repeat(64), receivedAt: '2026-01-01T00:00:00Z' },
      }),
  ],
  ['a timeout', (route) => route.abort('timedout')],
  ['a connection that is cut', (route) => route.abort('connectionreset')],
  ['nothing at all', () => undefined],
];

for (const [what, fail] of failures) {
  test(`R12 a server that answers with ${what}: told as N01, and delivered later`, async ({
    page,
    world,
  }) => {
    const codes = listen(page);
    await page.route(consentServer, fail);
    await answer(page, world, 'refuse');
    await expect.poll(() => codes, { timeout: 20_000 }).toContain('N01');
    const [id] = await historyIds(page);
    expect(await acknowledged(page)).toBeUndefined();
    expect(filed(world)).not.toContain(id);
    expect(world.vendors.requests()).toEqual([]);

    await page.unroute(consentServer);
    await page.reload();

    await expect.poll(() => acknowledged(page)).toBe(id);
    expect(filed(world)).toContain(id);
  });
}

test('R12 an acknowledgement that is lost on its way back makes no second record', async ({
  page,
  world,
}) => {
  const codes = listen(page);
  await page.route(consentServer, async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    await fetch(`http://127.0.0.1:${world.backend.port()}${pathname}`, {
      method: request.method(),
      headers: {
        'content-type': 'application/json',
        'sluis-device': (await request.headerValue('sluis-device')) ?? '',
      },
      body: request.postData() ?? '',
    });
    await route.abort('connectionreset');
  });
  const before = filed(world);
  await answer(page, world, 'refuse');
  await expect.poll(() => codes).toContain('N01');
  const [id = ''] = await historyIds(page);
  await page.unroute(consentServer);
  await page.reload();

  await expect.poll(() => acknowledged(page)).toBe(id);

  expect(filed(world)).toEqual([...before, id].sort());
});

test('R12 nothing that was acknowledged is lost when the server goes and comes between answers', async ({
  page,
  world,
}) => {
  const promised: string[] = [];
  page.on('response', (response) => {
    const id = /\/v1\/decisions\/([^/]+)$/.exec(response.url())?.[1];
    if (id && response.ok() && response.request().method() === 'PUT') promised.push(id);
  });
  await answer(page, world, 'accept');
  for (let round = 0; round < 3; round++) {
    await page.evaluate(() => window.sluis?.withdraw('marketing'));
    await world.backend.stop();
    await page.evaluate(() => window.sluis?.save({ marketing: true }));
    await world.backend.start();
  }
  await page.reload();
  const ids = await historyIds(page);
  await expect.poll(() => acknowledged(page)).toBe(ids.at(-1));
  await world.backend.stop();
  await world.backend.start();

  expect(ids).toHaveLength(7);
  expect([...new Set(promised)].sort()).toEqual([...ids].sort());
  expect(filed(world)).toEqual(expect.arrayContaining([...promised]));
});

test("a decision that the server finds too large stays in the device's own history, is told as N02 and not sent again", async ({
  page,
  world,
}) => {
  const codes = listen(page);
  await page.route(consentServer, (route) =>
    route.fulfill({ status: 413, headers: cors, json: { code: 'too-large', message: 'no' } }),
  );
  await answer(page, world, 'refuse');
  await expect.poll(() => codes).toContain('N02');
  await page.unroute(consentServer);
  const sent: string[] = [];
  page.on(
    'request',
    (request) => request.url().includes('/v1/decisions/') && sent.push(request.url()),
  );
  await page.reload();
  const ids = await historyIds(page);
  expect(ids).toHaveLength(1);

  await page.evaluate(() => window.sluis?.save({ media: true }));
  await expect.poll(() => acknowledged(page)).toBeDefined();

  expect(sent.filter((url) => url.endsWith(ids[0] ?? ''))).toEqual([]);
  expect(await historyIds(page)).toHaveLength(2);
  expect(filed(world)).not.toContain(ids[0]);
});

/** A good token with another signature of the same length. */
function forge(token: string): string {
  const [head, body, signature = ''] = token.split('.');
  return [head, body, [...signature].reverse().join('')].join('.');
}

/** A token of another person under the signature of this one. */
function swapSubject(token: string): string {
  const [head, body = '', signature] = token.split('.');
  const claims: object = JSON.parse(Buffer.from(body, 'base64url').toString());
  const other = Buffer.from(JSON.stringify({ ...claims, sub: 'client-piet' })).toString(
    'base64url',
  );
  return [head, other, signature].join('.');
}

async function signedAnHourAgo(world: World): Promise<string> {
  mock.timers.enable({ apis: ['Date'], now: Date.now() - 3600_000 });
  try {
    return await world.token('piet');
  } finally {
    mock.timers.reset();
  }
}

const badTokens: readonly (readonly [what: string, make: (world: World) => Promise<string>])[] = [
  ['a forged signature', async (world) => forge(await world.token('piet'))],
  ["another person's name in it", async (world) => swapSubject(await world.token('kees'))],
  ['an expiry that is past', signedAnHourAgo],
  [
    'no signature',
    async (world) =>
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await world.token('piet')).split('.')[1]}.`,
  ],
  ['no token in it', async () => 'piet'],
];

for (const [what, make] of badTokens) {
  test(`S06 a token with ${what} is refused as I02, and nothing is linked`, async ({
    page,
    world,
  }) => {
    await answer(page, world, 'accept');
    await expect.poll(() => acknowledged(page)).toBeDefined();

    const code = await page.evaluate(
      (token) =>
        window.sluis?.identify(token).then(
          () => 'accepted',
          (error: { code?: string }) => error.code,
        ),
      await make(world),
    );

    expect(code).toBe('I02');
    expect(await page.evaluate(() => window.sluis?.allows('clicks'))).toBe(false);
    expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);
    expect(await page.evaluate(() => document.cookie)).not.toContain('sluis-account');
    const mine = await fetch(`http://127.0.0.1:${world.backend.port()}/v1/me`, {
      headers: { authorization: `Bearer ${await world.token('piet')}` },
    });
    expect(await mine.json()).toMatchObject({ decisions: [] });
    await page.evaluate(() =>
      fetch('https://clicks.insight.example/view', { method: 'POST', mode: 'no-cors' }).catch(
        () => undefined,
      ),
    );
    await settle(page);
    expect(world.vendors.counts().clicks ?? 0).toBe(0);
  });
}

test('I02 leaves the way open: a fresh token signs in after a bad one', async ({ page, world }) => {
  await answer(page, world, 'accept');
  await page.evaluate(
    (token) => window.sluis?.identify(token).catch(() => undefined),
    forge(await world.token('ruud')),
  );

  await page.evaluate((token) => window.sluis?.identify(token), await world.token('ruud'));

  expect(await page.evaluate(() => window.sluis?.allows('clicks'))).toBe(true);
});

test("signing in while the server is dead is N01, and the device's own answers go on", async ({
  page,
  world,
}) => {
  await answer(page, world, 'accept');
  await expect.poll(() => acknowledged(page)).toBeDefined();
  await world.backend.stop();

  const code = await page.evaluate(
    (token) =>
      window.sluis?.identify(token).then(
        () => 'accepted',
        (error: { code?: string }) => error.code,
      ),
    await world.token('sam'),
  );

  expect(code).toBe('N01');
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);
  expect(await page.evaluate(() => window.sluis?.allows('clicks'))).toBe(false);
});

test("S45 the visitor's full address is in no log line and in no byte of the database", async ({
  page,
  world,
  bank,
}) => {
  const address = '203.0.113.77';
  await page.route(consentServer, (route) =>
    route.continue({ headers: { ...route.request().headers(), 'x-forwarded-for': address } }),
  );
  await answer(page, world, 'accept');
  await expect.poll(() => acknowledged(page)).toBeDefined();
  await page.evaluate((token) => window.sluis?.identify(token), await world.token('tess'));
  await page.evaluate(
    (token) => window.sluis?.identify(token).catch(() => undefined),
    forge(await world.token('tess')),
  );

  const lines = bank.log.filter((line) => line.includes('"answered"'));
  expect(lines.some((line) => line.includes('"network":"203.0.113.0"'))).toBe(true);
  const networks = lines.map((line) => String(JSON.parse(line).network));
  for (const network of networks) expect(network).toMatch(/^(\d+\.\d+\.\d+\.0|[0-9a-f:]*::|null)$/);
  for (const line of lines) expect(line).not.toMatch(/127\.0\.0\.1|203\.0\.113\.77/);
  expect(bank.log.join('\n')).not.toContain(address);
  const bytes = Buffer.concat(
    ['', '-wal']
      .map((end) => world.backend.file + end)
      .filter(existsSync)
      .map((path) => readFileSync(path)),
  );
  const [id = 'no decision'] = await historyIds(page);
  expect(bytes.includes(id)).toBe(true);
  for (const trace of [address, '127.0.0.1', '203.0.113'])
    expect(bytes.includes(trace), trace).toBe(false);
  expect(bytes.includes(Buffer.from([203, 0, 113, 77]))).toBe(false);
});
