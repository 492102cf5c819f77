import type { BrowserContext, Page } from '@playwright/test';
import { banner, expect, gatedPage, press, settle, test, type World } from './bank-test.ts';
import { oneService } from './one-service.ts';

const config = oneService({
  id: 'insight',
  label: 'Insight',
  hosts: ['insight.example'],
  cookies: ['insight_*', '__Host-insight'],
  storage: ['insight_*'],
});

/** The vendor's own code: it writes everywhere, and keeps its database open. */
const store = `
  async function store() {
    const domain = location.hostname.split('.').slice(-2).join('.');
    document.cookie = 'insight_host=1; path=/';
    document.cookie = 'insight_site=1; path=/; domain=' + domain;
    document.cookie = 'insight_path=1; path=/clean';
    document.cookie = 'insight_folder=1; path=/clean/';
    document.cookie = 'insight_secure=1; path=/; secure; samesite=none';
    document.cookie = 'insight_part=1; path=/; secure; samesite=none; partitioned';
    document.cookie = '__Host-insight=1; path=/; secure';
    localStorage.setItem('insight_key', '1');
    sessionStorage.setItem('insight_key', '1');
    await new Promise((done) => {
      const request = indexedDB.open('insight_db', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('s');
      request.onsuccess = () => { window.database = request.result; done(); };
      request.onerror = done;
    });
    await caches.open('insight_cache')
      .then((cache) => { window.cache = cache; return cache.put('/kept', new Response('1')); })
      .catch(() => {});
  }`;

/** All that is on the device, by name, as the page sees it. */
const stored = `(async () => [
  ...document.cookie.split('; ').map((pair) => pair.split('=')[0]),
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(({ name }) => name),
  ...(await caches.keys()),
].filter((name) => /insight/.test(name)).sort())()`;

const names = [
  '__Host-insight',
  'insight_cache',
  'insight_db',
  'insight_folder',
  'insight_host',
  'insight_key',
  'insight_key',
  'insight_part',
  'insight_path',
  'insight_secure',
  'insight_site',
];

const left = (page: Page): Promise<string[]> => page.evaluate(stored);

async function cookiesLeft(context: BrowserContext): Promise<string[]> {
  return (await context.cookies())
    .map(({ name }) => name)
    .filter((name) => name.includes('insight'));
}

async function open(page: Page, world: World): Promise<void> {
  world.page('/clean/page', gatedPage(config, `<script>${store}</script>`));
  await page.goto(world.url('/clean/page'));
  await page.locator(banner).waitFor();
}

/** Accepts, and lets the vendor store. */
async function fillDevice(page: Page): Promise<void> {
  await press(page, 'accept');
  await expect.poll(() => page.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);
  await page.evaluate('store()');
  expect(await left(page)).toEqual(names);
}

/** Withdraws, and gives what the page is told of the clearing. */
function withdraw(page: Page): Promise<{ removed: string[]; kept: string[]; sentence: string }> {
  return page.evaluate(
    () =>
      new Promise((done) => {
        window.sluis?.on('cleanup', ({ removed, kept, sentence }) =>
          done({ removed: [...removed], kept: [...kept], sentence }),
        );
        void window.sluis?.withdraw('analytics');
      }),
  );
}

test('R17 S30 a withdrawal clears every cookie variant, key, database and cache, and says so', async ({
  page,
  context,
  world,
}) => {
  await open(page, world);
  await fillDevice(page);

  const report = await withdraw(page);

  expect(report.removed.sort()).toEqual([...new Set(names)]);
  expect(report.kept).toEqual([]);
  expect(report.sentence).toBe(
    'De gegevens van Insight op dit apparaat zijn gewist. Cookies die alleen een server kan lezen of die bij een andere website horen, kan deze pagina niet zien en niet wissen.',
  );
  expect(await left(page)).toEqual([]);
  expect(await cookiesLeft(context)).toEqual([]);
});

test('R17 S30 code that still runs writes nothing back, and nothing is there on the next page', async ({
  page,
  context,
  world,
}) => {
  await open(page, world);
  await fillDevice(page);
  await withdraw(page);

  await page.evaluate(`
    addEventListener('pagehide', () => { document.cookie = 'insight_host=2; path=/'; localStorage.setItem('insight_key', '2'); });
    store();
    cookieStore.set('insight_host', '2');
    cache.put('/again', new Response('2')).catch(() => {});
    try { database.transaction('s', 'readwrite').objectStore('s').put(1, 1); } catch {}
    0`);
  await settle(page);
  expect(await left(page)).toEqual([]);
  await page.goto(world.url('/clean/page'));
  await settle(page);

  expect(await left(page)).toEqual([]);
  expect(await cookiesLeft(context)).toEqual([]);
});

test('R17 what stands in the way is told, and cleared on a later page', async ({
  page,
  context,
  world,
}) => {
  await open(page, world);
  await fillDevice(page);
  // A page without the gate, of the same site, that does not let go of the database.
  world.page('/ungated', '<!doctype html><title>Ungated</title>');
  const other = await context.newPage();
  await other.goto(world.url('/ungated'));
  await other.evaluate(
    () =>
      new Promise<void>((done) => {
        const request = indexedDB.open('insight_db');
        request.onsuccess = () => {
          Object.assign(window, { database: request.result });
          done();
        };
      }),
  );

  const report = await withdraw(page);
  expect(report.kept).toEqual(['insight_db']);
  expect(report.sentence).toContain('Niet gewist: insight_db.');
  await other.close();
  await page.goto(world.url('/clean/page'));

  await expect.poll(() => left(page)).toEqual([]);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('sluis-cleanup'))).toBe(null);
});

test('R17 the preferences tell what was cleared and what a script cannot see', async ({
  page,
  world,
}) => {
  await open(page, world);
  await fillDevice(page);
  await withdraw(page);

  await page.evaluate(() => window.sluis?.open());

  await expect(page.locator('[data-sluis=preferences]')).toContainText(
    'De gegevens van Insight op dit apparaat zijn gewist.',
  );
});
