import type { BrowserContext } from '@playwright/test';
import { answer, banner, cookieNames, expect, press, settle, test, visit } from './bank-test.ts';

/** The decision that the record or the server does not have yet, by the mirror; empty if none. */
async function unsettledOf(context: BrowserContext): Promise<string | undefined> {
  const mirror = (await context.cookies()).find(({ name }) => name === 'sluis');
  return mirror?.value.split('~')[2];
}

test('R12 S46 the record exists within a second of the press, with version, language, surface and time', async ({
  page,
  world,
}) => {
  await answer(page, world, 'accept');
  const [decision, ...more] = (await page.evaluate(() => window.sluis?.history())) ?? [];

  expect(more).toEqual([]);
  expect(Object.keys(decision ?? {}).sort()).toEqual([
    'at',
    'id',
    'language',
    'method',
    'policy',
    'purposes',
    'surface',
  ]);
  expect(decision).toMatchObject({
    method: 'banner',
    language: 'nl',
    surface: 'www.grachtenbank.example',
  });
  expect(decision?.policy).toMatch(/^[0-9a-f]{64}$/);
  const receipt = await page.evaluate(async () => {
    const given = await window.sluis?.receipt();
    const bytes = new TextEncoder().encode(given?.policy);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return { given, hash: Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') };
  });
  expect(receipt.hash).toBe(decision?.policy);
});

test('a returning visitor loads the head, and what ends the cookies of services; tags start from the mirror before any database opens', async ({
  page,
  world,
}) => {
  await answer(page, world, 'accept');
  await expect.poll(() => unsettledOf(page.context())).toBe('');
  await settle(page);
  world.vendors.reset();
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...words) {
      Object(window).databaseOpened = true;
      return open.apply(this, words);
    };
  });

  await page.goto(world.url('/'));
  await expect.poll(() => world.vendors.counts().ga4 ?? 0).toBeGreaterThan(1);
  await settle(page);

  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname + new URL(name).search)
      .filter((path) => /^\/sluis\/.*\.js$/.test(path)),
  );
  expect(loaded).toEqual(['/sluis/head.js', '/sluis/cookie-life.js']);
  expect(await page.evaluate(() => Object(window).databaseOpened)).toBeUndefined();
});

test('S13 two tabs follow each other without a reload, and the server has it', async ({
  page,
  context,
  world,
}) => {
  await answer(page, world, 'accept');
  const other = await context.newPage();
  await other.goto(world.url('/hypotheek'));
  await expect.poll(() => other.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);
  const before = world.backend.records() ?? 0;

  await page.evaluate(() => window.sluis?.withdraw('analytics'));

  await expect.poll(() => other.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
  await expect.poll(() => world.backend.records()).toBe(before + 1);
  await settle(other);
  world.vendors.reset();
  await other.evaluate(() => Object(window).gtag('event', 'late'));
  await settle(other);
  expect(world.vendors.counts().ga4 ?? 0).toBe(0);
});

test('the banner in another tab goes when the question was answered here', async ({
  page,
  context,
  world,
}) => {
  await visit(page, world);
  const other = await context.newPage();
  await visit(other, world, '/contact');

  await press(page, 'refuse');

  await expect(other.locator(banner)).toHaveCount(0);
});

test('a lost mirror comes back from the record, without asking again', async ({
  page,
  context,
  world,
}) => {
  await answer(page, world, 'refuse');
  await context.clearCookies();

  await page.goto(world.url('/contact'));
  await expect.poll(() => cookieNames(context)).toEqual(['sluis']);
  await settle(page);

  await expect(page.locator(banner)).toHaveCount(0);
  expect(world.vendors.requests()).toEqual([]);
});

test('a damaged mirror counts as no answer, and the record has its say', async ({
  page,
  context,
  world,
}) => {
  await answer(page, world, 'refuse');
  const [mirror] = await context.cookies();
  if (!mirror) throw new Error('no mirror was written');
  await context.addCookies([{ ...mirror, value: mirror.value.replaceAll('.r.', '.g.') }]);

  await page.goto(world.url('/'));
  await settle(page);

  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
  await expect(page.locator(banner)).toHaveCount(0);
  expect(world.vendors.requests()).toEqual([]);
});

test('a lost record is no reason to ask again: the mirror still holds the answer', async ({
  page,
  world,
}) => {
  await answer(page, world, 'refuse');
  world.page('/blank', '<!doctype html><title>Blank</title>'); // nobody holds the database open here
  await page.goto(world.url('/blank'));
  await page.evaluate(
    () => new Promise((done) => (indexedDB.deleteDatabase('sluis').onsuccess = done)),
  );

  await page.goto(world.url('/'));
  await settle(page);

  await expect(page.locator(banner)).toHaveCount(0);
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
});

test('R12 a page left right after the press loses nothing: the next page finishes the record', async ({
  page,
  world,
}) => {
  await visit(page, world);
  await page.route('**/sluis/record.js', (route) => route.abort());
  await press(page, 'refuse');
  await page.unroute('**/sluis/record.js');

  await page.goto(world.url('/contact'));

  await expect
    .poll(async () => (await page.evaluate(() => window.sluis?.history()))?.length)
    .toBe(1);
  const [decision] = (await page.evaluate(() => window.sluis?.history())) ?? [];
  expect(decision).toMatchObject({ method: 'banner', language: 'nl' });
  await expect
    .poll(() => page.evaluate(async () => (await window.sluis?.receipt())?.acknowledgement?.id))
    .toBe(decision?.id);
});

test('with IndexedDB refused the mirror keeps the answer, the developer is told, and held stays held', async ({
  page,
  world,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  const told: string[] = [];
  page.on('console', (message) => message.type() === 'error' && told.push(message.text()));
  await answer(page, world, 'refuse');
  expect(told.filter((text) => text.includes('sluis S01'))).toHaveLength(1);

  await page.goto(world.url('/contact'));
  await settle(page);

  await expect(page.locator(banner)).toHaveCount(0);
  expect(world.vendors.requests()).toEqual([]);
});

test('with cookies refused localStorage is the mirror', async ({ page, context, world }) => {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setDocumentCookieDisabled', { disabled: true });
  await answer(page, world, 'refuse');
  await page.goto(world.url('/contact'));
  await settle(page);

  await expect(page.locator(banner)).toHaveCount(0);
  expect(await cookieNames(context)).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['sluis']);
});

test('with every storage refused the answer holds for this page, the developer is told, and nothing leaks', async ({
  page,
  world,
}) => {
  await page.addInitScript(() => {
    const refuse = {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    };
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, refuse);
    Object.defineProperty(Document.prototype, 'cookie', {
      configurable: true,
      get: () => '',
      set: () => {},
    });
  });
  const told: string[] = [];
  page.on('console', (message) => message.type() === 'error' && told.push(message.text()));

  await answer(page, world, 'refuse');
  await settle(page);

  expect(told.join('\n')).toContain('sluis S02');
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
  expect(world.vendors.requests()).toEqual([]);
});

test('R13 R52 after six months the question comes back and nothing is granted meanwhile', async ({
  page,
  world,
}) => {
  await answer(page, world, 'accept');
  await expect.poll(() => world.vendors.counts().ga4 ?? 0).toBeGreaterThan(1);
  world.page('/blank', '<!doctype html><title>Blank</title>');
  await page.goto(world.url('/blank'));
  await settle(page);
  world.vendors.reset();
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 183 * 24 * 3600 * 1000;
  });

  await visit(page, world);
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
});
