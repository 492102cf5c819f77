import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { banner, cookieNames, expect, press, settle, test, type World } from './bank-test.ts';

/** Page views that reached Google, by the route they name. */
function views(world: World): readonly string[] {
  return world.vendors
    .requests()
    .filter(({ path }) => path === '/g/collect')
    .map(({ query }) => query);
}

async function open(page: Page, world: World, path: string = '/'): Promise<void> {
  await page.goto(world.url(path, 'spa'));
  await page.locator(banner).waitFor();
}

function follow(page: Page, name: string): Promise<void> {
  return page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name }).click();
}

test('S01 R22 the app that imports sluis asks, and nothing leaves or is stored before an answer', async ({
  page,
  context,
  world,
}) => {
  await open(page, world);
  await follow(page, 'Betalen');
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
  expect(await cookieNames(context)).toEqual([]);
  await expect(page.locator(banner)).toHaveCount(1);
  await expect(page.locator('main h1')).toHaveText('Betalen');
});

test("after accept the app's analytics arrives once, and every later route is counted without a reload", async ({
  page,
  world,
}) => {
  await open(page, world);
  await press(page, 'accept');
  await expect.poll(() => views(world).length).toBeGreaterThan(0);
  await settle(page);
  expect(world.vendors.requests().filter(({ path }) => path === '/gtag/js')).toHaveLength(1);
  const before = views(world).length;

  await follow(page, 'Betalen');
  await expect.poll(() => views(world).length).toBe(before + 1);
  await page.goBack();
  await expect.poll(() => views(world).length).toBe(before + 2);

  await expect(page.locator('main h1')).toHaveText('Overzicht');
  await expect(page.locator(banner)).toHaveCount(0);
});

test('R08 after refuse no route of the app sends anything, and the answer outlives a reload', async ({
  page,
  context,
  world,
}) => {
  await open(page, world);
  await press(page, 'refuse');
  await expect(page.locator(banner)).toHaveCount(0);
  await follow(page, 'Betalen');
  await settle(page);
  await page.reload();
  await follow(page, 'Overzicht');
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
  await expect(page.locator(banner)).toHaveCount(0);
  expect(await cookieNames(context)).toEqual(['sluis']);
});

test('R17 withdrawing in the app stops the tag that runs and clears its cookies', async ({
  page,
  context,
  world,
}) => {
  await open(page, world);
  await press(page, 'accept');
  await expect.poll(() => views(world).length).toBeGreaterThan(0);
  await expect.poll(() => cookieNames(context)).toContain('_ga');

  await page.getByRole('button', { name: 'withdraw()' }).click();
  await expect(page.getByText("allows('analytics') = false")).toBeVisible();
  await settle(page);
  world.vendors.reset();
  await follow(page, 'Betalen');
  await follow(page, 'Overzicht');
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
  expect((await context.cookies(world.url('/', 'spa'))).map(({ name }) => name)).toEqual(['sluis']);
  await expect(page.getByText('2 besluiten in de geschiedenis')).toBeVisible();
});

test("the app's settings link opens the preferences in the app, and a second press of accept makes no second tag", async ({
  page,
  world,
}) => {
  await open(page, world);
  await press(page, 'accept');
  await expect.poll(() => views(world).length).toBeGreaterThan(0);
  await page.locator('footer [data-sluis-action=settings]').click();
  await press(page, 'accept', '[data-sluis=preferences]');
  await settle(page);

  expect(new URL(page.url()).host).toBe('app.grachtenbank.example');
  expect(world.vendors.requests().filter(({ path }) => path === '/gtag/js')).toHaveLength(1);
});

test('with the page script in the head, createSluis gives that one: one banner, and one tag after accept', async ({
  page,
  context,
  world,
}) => {
  // A document that the test hands out comes from no address, so Chromium asks before it may reach loopback.
  await context.grantPermissions(['local-network-access']);
  const config = {
    controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
    purposes: [
      {
        id: 'analytics',
        legalBasis: 'a',
        label: 'Statistiek',
        text: 'Tellen.',
        services: ['google-analytics'],
      },
    ],
    services: [{ id: 'google-analytics', hosts: ['google-analytics.com', 'googletagmanager.com'] }],
  };
  const head = `<script type="application/json" id="sluis-config">${JSON.stringify(config)}</script><script src="/sluis/head.js"></script>`;
  const index = readFileSync(new URL('../../demo/spa/dist/index.html', import.meta.url), 'utf8');
  await page.route(world.url('/', 'spa'), (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: index.replace('<script type="module"', `${head}<script type="module"`),
    }),
  );
  await open(page, world);
  await settle(page);
  await expect(page.locator(banner)).toHaveCount(1);
  expect(world.vendors.requests()).toEqual([]);

  await press(page, 'accept');

  await expect.poll(() => views(world).length).toBeGreaterThan(0);
  await settle(page);
  await expect(page.getByText("allows('analytics') = true")).toBeVisible();
  await expect(page.getByText('1 besluit in de geschiedenis')).toBeVisible();
  expect(world.vendors.requests().filter(({ path }) => path === '/gtag/js')).toHaveLength(1);
});
