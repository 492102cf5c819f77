import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import {
  answer,
  cookieNames,
  expect,
  press,
  settle,
  test,
  visit,
  type World,
} from './bank-test.ts';

const consentHost = 'consent.grachtenbank.example';

/** What the person's account holds, by the server itself. */
async function accountOf(world: World, user: string): Promise<readonly string[]> {
  const authorization = `Bearer ${await world.token(user)}`;
  const response = await fetch(`http://127.0.0.1:${world.backend.port()}/v1/me`, {
    headers: { authorization },
  });
  const account: { readonly decisions: readonly { readonly id: string }[] } = await response.json();
  return account.decisions.map(({ id }) => id);
}

async function signIn(page: Page, world: World, user: string): Promise<void> {
  await page.evaluate((token) => window.sluis?.identify(token), await world.token(user));
}

function allows(page: Page, purpose: string): Promise<boolean | undefined> {
  return page.evaluate((id) => window.sluis?.allows(id), purpose);
}

async function historyIds(page: Page): Promise<readonly string[]> {
  const decisions = await page.evaluate(() => window.sluis?.history());
  return (decisions ?? []).map(({ id }) => id);
}

/** The code and the message with which `identify()` refuses. */
function refusal(page: Page, value: string): Promise<string> {
  return page.evaluate(
    (given) =>
      window.sluis?.identify(given).then(
        () => 'accepted',
        (error: { code?: string; message?: string }) => `${error.code} | ${error.message}`,
      ) ?? 'no sluis',
    value,
  );
}

test('S06 of ten page views before sign-in and five after, the collector holds the five', async ({
  page,
  world,
}) => {
  await answer(page, world, 'accept');
  const views = () =>
    world.vendors
      .requests()
      .filter(({ host, path }) => host === 'clicks.insight.example' && path === '/view');
  const paths = ['/hypotheek', '/contact', '/'];
  for (let count = 1; count < 10; count++) {
    await page.goto(world.url(paths[count % 3] ?? '/'));
    await settle(page);
  }
  expect(views()).toEqual([]);

  const signedInAt = Date.now();
  await page.locator('[data-bank=sign-in]').click();
  await expect.poll(() => views().length).toBe(1);
  for (let count = 2; count <= 5; count++) {
    await page.goto(world.url(paths[count % 3] ?? '/'));
    await expect.poll(() => views().length).toBe(count);
  }
  await settle(page);

  expect(views()).toHaveLength(5);
  for (const { time } of views()) expect(time).toBeGreaterThanOrEqual(signedInAt);
});

test('S06 a client who refused clicks is not followed after sign-in either', async ({
  page,
  world,
}) => {
  await answer(page, world, 'refuse');
  await signIn(page, world, 'floor');
  await page.evaluate(() =>
    fetch('https://clicks.insight.example/view', { method: 'POST', mode: 'no-cors' }).catch(
      () => undefined,
    ),
  );
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
});

test("S13 a change made while signed in is in the account, and in the history of the person's other device", async ({
  page,
  browser,
  world,
}) => {
  await answer(page, world, 'accept');
  await signIn(page, world, 'bea');
  await page.locator('footer [data-sluis-action=settings]').click();
  await press(page, 'withdraw', '[data-sluis=preferences]');
  await expect.poll(() => allows(page, 'analytics')).toBe(false);
  const here = await historyIds(page);
  expect(here).toHaveLength(2);

  await expect.poll(() => accountOf(world, 'bea')).toEqual(here);
  const second = await browser.newContext();
  const other = await second.newPage();
  await visit(other, world, '/contact');
  await signIn(other, world, 'bea');

  expect(await historyIds(other)).toEqual(here);
  expect(await allows(other, 'analytics')).toBe(false);
  await second.close();
});

test("S13 a grant given on one device opens the tags on the person's other device at sign-in", async ({
  page,
  browser,
  world,
}) => {
  await visit(page, world);
  await signIn(page, world, 'dirk');
  await press(page, 'accept');
  await expect.poll(async () => (await accountOf(world, 'dirk')).length).toBe(1);
  const second = await browser.newContext();
  const other = await second.newPage();
  await visit(other, world);
  await settle(other);
  world.vendors.reset();

  await signIn(other, world, 'dirk');

  await expect.poll(() => world.vendors.counts().ga4 ?? 0).toBeGreaterThan(1);
  await expect(other.locator('[data-sluis=banner]')).toHaveCount(0);
  await second.close();
});

test("S15 after sign-out the next person sees nothing of the former user, and tags run by the device's own answers", async ({
  page,
  context,
  browser,
  world,
}) => {
  await answer(page, world, 'refuse');
  const own = await historyIds(page);
  const elsewhere = await browser.newContext();
  const phone = await elsewhere.newPage();
  await visit(phone, world);
  await signIn(phone, world, 'carla');
  await press(phone, 'accept');
  await expect.poll(async () => (await accountOf(world, 'carla')).length).toBe(1);
  await elsewhere.close();

  await signIn(page, world, 'carla');
  expect(await allows(page, 'analytics')).toBe(true);
  expect(await allows(page, 'clicks')).toBe(true);
  expect(await historyIds(page)).toHaveLength(2);
  await expect.poll(() => world.vendors.counts().ga4 ?? 0).toBeGreaterThan(1);

  await page.evaluate(() => window.sluis?.signOut());
  expect(await allows(page, 'analytics')).toBe(false);
  expect(await allows(page, 'clicks')).toBe(false);
  await settle(page);
  world.vendors.reset();
  await page.evaluate(() => Object(window).gtag('event', 'late'));
  await page.goto(world.url('/contact'));
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
  expect(await historyIds(page)).toEqual(own);
  expect((await context.cookies(world.url('/'))).map(({ name }) => name)).toEqual(['sluis']);
  await page.locator('footer [data-sluis-action=settings]').click();
  await page.locator('[data-sluis=preferences] dialog').waitFor();
  // On is fraud research alone: it rests on legitimate interest, and nobody has objected.
  await expect(
    page.locator('[data-sluis=preferences] input[type=checkbox]:checked:enabled'),
  ).toHaveCount(1);
});

test('S15 what the former user answered while signed in goes with them, from every open tab', async ({
  page,
  context,
  world,
}) => {
  await visit(page, world);
  await signIn(page, world, 'emma');
  await press(page, 'accept');
  await expect.poll(() => cookieNames(context)).toContain('sluis-account');
  const other = await context.newPage();
  await other.goto(world.url('/contact'));
  await expect.poll(() => allows(other, 'analytics')).toBe(true);

  await page.evaluate(() => window.sluis?.signOut());

  await expect.poll(() => allows(other, 'analytics')).toBe(false);
  expect(await cookieNames(context)).not.toContain('sluis-account');
  expect(await historyIds(page)).toEqual([]);
  await page.reload();
  await expect(page.locator('[data-sluis=banner]')).toBeVisible();
  expect((await accountOf(world, 'emma')).length).toBe(1);
});

test('S15 a tab that has not heard of the sign-out brings nothing of it back', async ({
  page,
  context,
  world,
}) => {
  let asked = 0;
  let letThrough = (): void => {};
  const through = new Promise<void>((done) => (letThrough = done));
  await context.route(/\/v1\/decisions\//, async (route) => {
    asked += 1;
    await through;
    await route.continue();
  });
  await visit(page, world);
  await signIn(page, world, 'fleur');
  await press(page, 'accept');
  await expect.poll(() => asked).toBe(1);
  const deaf = await context.newPage();
  await deaf.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
  await deaf.goto(world.url('/contact'));
  expect(await allows(deaf, 'analytics')).toBe(true);
  expect((await historyIds(deaf)).length).toBe(1);
  const settled = deaf.evaluate(
    () => new Promise<void>((done) => window.sluis?.on('synced', () => done())),
  );

  await page.evaluate(() => window.sluis?.signOut());
  letThrough();
  await settled;

  expect(await cookieNames(context)).not.toContain('sluis-account');
  expect(await historyIds(page)).toEqual([]);
  await signIn(page, world, 'gerard');
  expect(await historyIds(page)).toEqual([]);
  expect((await accountOf(world, 'fleur')).length).toBe(1);
});

test('S15 the next person to sign in on a shared device gets their own account, not the former one', async ({
  page,
  world,
}) => {
  await visit(page, world);
  await signIn(page, world, 'gijs');
  await press(page, 'accept');
  await expect.poll(async () => (await accountOf(world, 'gijs')).length).toBe(1);
  await page.evaluate(() => window.sluis?.signOut());

  await signIn(page, world, 'hanna');

  expect(await historyIds(page)).toEqual([]);
  expect(await accountOf(world, 'hanna')).toEqual([]);
  expect(await allows(page, 'analytics')).toBe(false);
});

for (const [what, value, reason] of [
  ['a citizen number', '111222333', /^I01 .*citizen number \(BSN\)/],
  ['an account number', 'NL91 ABNA 0417 1643 00', /^I01 .*account number \(IBAN\)/],
  ['a mail address', 'anna@grachtenbank.example', /^I01 .*mail address/],
] as const) {
  test(`S43 identify() with ${what} is refused with the reason, and nothing is sent`, async ({
    page,
    world,
  }) => {
    await answer(page, world, 'accept');
    await settle(page);
    const sent: string[] = [];
    page.on(
      'request',
      (request) => new URL(request.url()).host === consentHost && sent.push(request.url()),
    );

    const told = await refusal(page, value);
    await settle(page);

    expect(told).toMatch(reason);
    expect(told).not.toContain(value);
    expect(sent).toEqual([]);
    expect(await allows(page, 'clicks')).toBe(false);
  });
}

test('S43 a hashed id passes the guard: it is the server that wants a signed token', async ({
  page,
  world,
}) => {
  await visit(page, world);
  const link = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().endsWith('/v1/me/device'),
  );

  const told = await refusal(page, createHash('sha256').update('111222333').digest('hex'));

  expect(told).toMatch(/^I02 /);
  expect((await link).status()).toBe(401);
});
