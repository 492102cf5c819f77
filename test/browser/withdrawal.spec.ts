import { answer, cookieNames, expect, gatedPage, press, settle, test } from './bank-test.ts';

const google = ['www.googletagmanager.com', 'www.google-analytics.com'];

test('S03 after opting out three pages send nothing to Google, and the disable flag stands before any script', async ({
  page,
  world,
}) => {
  await answer(page, world, 'accept');
  await expect.poll(() => world.vendors.counts().ga4 ?? 0).toBeGreaterThan(1);
  await page.evaluate(() => window.sluis?.withdraw('analytics'));
  await settle(page);
  world.vendors.reset();

  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      Object(window).flagSeen ??= Object(window)['ga-disable-G-DEMO12345'];
    });
  });
  for (const path of ['/', '/hypotheek', '/contact', '/']) {
    await page.goto(world.url(path));
    await settle(page);
    expect(await page.evaluate(() => Object(window).flagSeen)).toBe(true);
  }

  expect(world.vendors.requests().filter(({ host }) => google.includes(host))).toEqual([]);
});

test('R17 S30 withdrawal stops what runs in the page, leaving beacons included, and clears its cookies', async ({
  page,
  context,
  world,
}) => {
  await answer(page, world, 'accept');
  await expect.poll(() => world.vendors.counts().ga4 ?? 0).toBeGreaterThan(1);
  await expect.poll(() => cookieNames(context)).toEqual(expect.arrayContaining(['_fbp', '_ga']));
  const cleanup = page.evaluate(
    () =>
      new Promise<readonly string[]>((done) =>
        window.sluis?.on('cleanup', ({ removed }) => done(removed)),
      ),
  );

  await page.evaluate(() => window.sluis?.withdraw());
  await settle(page);
  world.vendors.reset();
  await page.evaluate(() => {
    Object(window).gtag('event', 'late');
    Object(window).fbq('track', 'Late');
    document.cookie = '_ga=again; path=/';
    navigator.sendBeacon('https://collect.insight.example/late');
    new Image().src = 'https://pixel.adnet.example/late.gif';
  });
  await page.goto(world.url('/contact'));
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
  expect(await cleanup).toEqual(expect.arrayContaining(['_fbp', '_ga']));
  const left = await context.cookies(world.url('/'));
  expect(left.map(({ name }) => name)).toEqual(['sluis']);
});

test('a frame that was playing is unloaded and comes back when the purpose is granted again', async ({
  page,
  world,
}) => {
  await answer(page, world, 'accept');
  const player = (): number =>
    page.frames().filter((frame) => frame.url().includes('youtube.com')).length;
  await expect.poll(player).toBe(1);

  await page.evaluate(() => window.sluis?.withdraw('media'));
  await expect.poll(player).toBe(0);

  await page.evaluate(() => window.sluis?.save({ media: true }));
  await expect.poll(player).toBe(1);
});

test('R17 an object, an embed and a film of a withdrawn service end in the page that showed them', async ({
  page,
  world,
}) => {
  await answer(page, world, 'accept');
  const config = await page.locator('#sluis-config').textContent();
  const address = 'https://www.youtube.com/embed/film';
  world.page(
    '/shown',
    gatedPage(
      config ?? '',
      `<object data="${address}"></object><embed src="${address}" type="text/html"><video src="${address}"></video>`,
    ),
  );
  await page.goto(world.url('/shown'));
  const windows = (): number =>
    page.frames().filter((frame) => frame.url().includes('youtube.com')).length;
  await expect.poll(windows).toBe(2);

  await page.evaluate(() => window.sluis?.withdraw('media'));

  await expect.poll(windows).toBe(0);
  const film = page.locator('video');
  expect(await film.evaluate((video: HTMLVideoElement) => video.networkState)).toBe(0);
  expect(await page.locator('[src*=youtube], [data*=youtube]').count()).toBe(0);
});

test('R09 what was refused is dropped, not kept for a later grant', async ({ page, world }) => {
  await answer(page, world, 'refuse');
  await page.evaluate(() => {
    navigator.sendBeacon('https://collect.insight.example/while-refused');
    fetch('https://collect.insight.example/while-refused').catch(
      () => (document.title = 'refused like a network error'),
    );
  });
  await expect(page).toHaveTitle('refused like a network error');

  await page.evaluate(() => window.sluis?.acceptAll());
  await expect.poll(() => world.vendors.counts().ga4 ?? 0).toBeGreaterThan(1);
  await settle(page);

  expect(world.vendors.requests().filter(({ path }) => path === '/while-refused')).toEqual([]);
});

test('R08 R14 R18 R49 with everything refused the page scrolls, links work and nothing covers it', async ({
  page,
  world,
}) => {
  await answer(page, world, 'refuse');
  await expect(page.locator('[data-sluis=banner]')).toHaveCount(0);

  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Contact' }).first().click();
  await expect(page).toHaveURL(/contact/);
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
  await expect(page.locator('[data-sluis=banner]')).toHaveCount(0);
});

test("R07 R35 an answered page has a keyboard-reachable way back, the site's own or ours", async ({
  page,
  world,
}) => {
  await answer(page, world, 'refuse');
  const own = page.locator('footer [data-sluis-action=settings]');
  await own.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-sluis=preferences] dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  const config = await page.locator('#sluis-config').textContent();
  world.page(
    '/bare',
    `<!doctype html><html lang="nl"><head><title>T</title><script type="application/json" id="sluis-config">${config}</script><script src="/sluis/head.js"></script></head><body><p>Hallo</p></body></html>`,
  );
  await page.goto(world.url('/bare'));
  const ours = page.locator('[data-sluis-action=settings]');
  await ours.waitFor();
  await ours.focus();
  await page.keyboard.press('Enter');

  await expect(page.locator('[data-sluis=preferences] dialog')).toBeVisible();
});

test('R17 withdrawing takes no more presses than giving plus the control that opens', async ({
  page,
  world,
}) => {
  await answer(page, world, 'accept');

  await page.locator('footer [data-sluis-action=settings]').click();
  await press(page, 'withdraw', '[data-sluis=preferences]');

  await expect.poll(() => page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
});
