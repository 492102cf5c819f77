import { banner, cookieNames, expect, gatedPage, press, settle, test, visit } from './bank-test.ts';
import { oneService } from './one-service.ts';

test('S01 R20 R22 R45 before an answer nothing leaves and nothing is stored', async ({
  page,
  context,
  world,
}) => {
  await visit(page, world);
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
  expect(await cookieNames(context)).toEqual([]);
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));
  expect(stored).toEqual({ local: [], session: [], databases: [], caches: [] });
});

test('R47 under the Belgian profile no pixel leaves and no local storage is written either', async ({
  page,
  context,
  world,
}) => {
  const config = oneService({
    id: 'adnet',
    hosts: ['pixel.adnet.example'],
    cookies: ['adnet'],
    storage: ['adnet*'],
  });
  world.page(
    '/belgian',
    gatedPage(
      { ...config, profile: 'be', languages: ['nl', 'fr', 'de'] },
      `<img src="https://pixel.adnet.example/view.gif">
      <script>localStorage.setItem('adnet-id', '1'); document.cookie = 'adnet=1'</script>`,
    ),
  );
  await visit(page, world, '/belgian');
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await cookieNames(context)).toEqual([]);
});

test('R25 what a tag manager would have added is held with it, and comes after consent', async ({
  page,
  world,
}) => {
  await visit(page, world);
  await settle(page);
  expect(world.vendors.counts().gtm ?? 0).toBe(0);

  await press(page, 'accept');

  await expect
    .poll(() => world.vendors.requests().map(({ path }) => path))
    .toContain('/custom.gif');
});

test('after accept each vendor receives its own, once', async ({ page, world }) => {
  await visit(page, world);
  await press(page, 'accept');

  const seen = (): readonly string[] =>
    world.vendors.requests().map(({ host, path }) => `${host}${path}`);
  const expected = [
    'www.googletagmanager.com/gtag/js',
    'www.googletagmanager.com/gtm.js',
    'www.google-analytics.com/g/collect',
    'connect.facebook.net/en_US/fbevents.js',
    'www.facebook.com/tr/',
    'pixel.adnet.example/view.gif',
    'collect.insight.example/beacon',
    'collect.insight.example/fetch',
    'collect.insight.example/xhr',
    'www.youtube.com/embed/dGVzdGFwcA0',
  ];
  await expect.poll(seen).toEqual(expect.arrayContaining(expected));
  await settle(page);
  for (const address of expected) {
    expect(
      seen().filter((one) => one === address),
      address,
    ).toHaveLength(1);
  }
});

test('R10 one purpose granted lets its own services through and no other', async ({
  page,
  world,
}) => {
  await visit(page, world);
  await page.evaluate(() =>
    window.sluis?.save({ analytics: true, marketing: false, media: false, clicks: false }),
  );

  await expect.poll(() => world.vendors.counts().ga4 ?? 0).toBeGreaterThan(1);
  await settle(page);

  const hosts = new Set(world.vendors.requests().map(({ host }) => host));
  for (const host of [
    'connect.facebook.net',
    'www.facebook.com',
    'pixel.adnet.example',
    'www.youtube.com',
  ]) {
    expect(hosts).not.toContain(host);
  }
});

test('early calls of the site reach the vendors after consent, in their order', async ({
  page,
  world,
}) => {
  await visit(page, world);
  await page.evaluate(() => {
    Object(window).gtag('event', 'early_sum', { value: 1 });
    Object(window).fbq('track', 'EarlyLead');
    Object(window)._paq.push(['trackEvent', 'early']);
  });
  expect(world.vendors.requests()).toEqual([]);

  await press(page, 'accept');

  await expect
    .poll(
      () =>
        world.vendors.requests().filter(({ host }) => host === 'www.google-analytics.com').length,
    )
    .toBeGreaterThan(1);
  await expect
    .poll(
      () =>
        world.vendors
          .requests()
          .filter(({ host, path }) => host === 'www.facebook.com' && path.startsWith('/tr')).length,
    )
    .toBe(2);
  expect(await page.evaluate(() => Object(window)._paq)).toEqual([['trackEvent', 'early']]);
});

test('R19 without a configuration nothing is asked, loaded or stored, and the page works', async ({
  page,
  context,
  world,
}) => {
  world.page(
    '/no-config',
    `<!doctype html><html lang="nl"><head><title>T</title><meta http-equiv="Content-Security-Policy" content="manifest-src *"><script src="/sluis/head.js"></script></head>
    <body><img src="https://pixel.adnet.example/view.gif"><script>document.title = 'works'</script></body></html>`,
  );
  await page.goto(world.url('/no-config'));
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
  expect(await cookieNames(context)).toEqual([]);
  await expect(page.locator(banner)).toHaveCount(0);
  await expect(page).toHaveTitle('works');
});

test('S12 with unknown "block" a host that nobody listed stays shut after accept', async ({
  page,
  world,
}) => {
  const config = {
    controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
    unknown: 'block',
    purposes: [
      {
        id: 'marketing',
        legalBasis: 'a',
        label: 'Reclame',
        text: 'Advertenties.',
        services: ['adnet'],
      },
    ],
    services: [{ id: 'adnet', hosts: ['pixel.adnet.example'] }],
  };
  world.page(
    '/block',
    gatedPage(
      config,
      '<img src="https://pixel.adnet.example/view.gif"><img src="https://collect.insight.example/fetch">',
    ),
  );
  await page.goto(world.url('/block'));
  await press(page, 'accept');

  await expect.poll(() => world.vendors.counts().adnet ?? 0).toBe(1);
  await settle(page);
  expect(world.vendors.counts().insight ?? 0).toBe(0);
});

test('a catalogue id stands for its hosts and cookies', async ({ page, world }) => {
  const config = {
    controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
    purposes: [
      {
        id: 'marketing',
        legalBasis: 'a',
        label: 'Reclame',
        text: 'Advertenties.',
        services: ['meta-pixel'],
      },
    ],
    services: ['meta-pixel'],
    unknown: 'block',
  };
  world.page(
    '/catalogue',
    gatedPage(
      config,
      '<img src="https://www.facebook.com/tr?id=1"><img src="https://pixel.adnet.example/view.gif">',
    ),
  );
  await page.goto(world.url('/catalogue'));
  await settle(page);
  expect(world.vendors.requests()).toEqual([]);

  await press(page, 'accept');

  await expect.poll(() => world.vendors.counts().meta ?? 0).toBe(1);
  expect(world.vendors.counts().adnet ?? 0).toBe(0);
});
