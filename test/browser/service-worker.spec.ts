import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { banner, expect, gatedPage, press, settle, test, type World } from './bank-test.ts';

const config = {
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  unknown: 'block',
  serviceWorker: '/sluis-worker.js',
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

const worker = readFileSync(
  new URL('../../packages/sluis/dist/script/sluis-worker.js', import.meta.url),
  'utf8',
);
const pixel = 'https://pixel.adnet.example/view.gif';
const settings = '<a href="/opt-out" data-sluis-action="settings">settings</a>';

const grant = `<button id="grant">grant</button><script>document.querySelector('#grant').addEventListener('click', () => sluis.save({ marketing: true }))</script>`;

/** A page of the site's own that has no gate: whatever holds there is the worker's doing. */
const bare = `<!doctype html><title>Bare</title><p>text</p><img src="${pixel}"><iframe src="/inner"></iframe>`;

/** The site's root has the worker's file; it answers from the site itself, also for the worker's own update. */
async function open(
  context: BrowserContext,
  page: Page,
  world: World,
  own = worker,
): Promise<void> {
  // A document that a worker answers has no address of its own, and everything here is on loopback.
  await context.grantPermissions(['local-network-access']);
  await context.route('**/sw.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: own }),
  );
  world.page('/worker', gatedPage(config, `${settings}${grant}<img src="${pixel}">`));
  world.page('/bare', bare);
  world.page('/inner', '<!doctype html><title>Inner</title><p>inner</p>');
  await page.goto(world.url('/worker'));
  await page.locator(banner).waitFor();
  await settle(page);
}

const installed = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).flatMap(({ active }) =>
      active ? [new URL(active.scriptURL).pathname] : [],
    ),
  );

async function answer(page: Page, action: 'accept' | 'refuse'): Promise<void> {
  await press(page, action);
  await expect.poll(() => installed(page)).toEqual(['/sluis-worker.js']);
}

/** What the page of the site without a gate sends. */
async function hitsOfBare(page: Page, world: World): Promise<number> {
  world.vendors.reset();
  await page.goto(world.url('/bare'));
  await settle(page);
  return world.vendors.requests().length;
}

test('S01 the worker is not installed before an answer; after a refusal it holds on pages without a gate', async ({
  context,
  page,
  world,
}) => {
  await open(context, page, world);
  expect(await installed(page)).toEqual([]);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await hitsOfBare(page, world)).toBeGreaterThan(0);
  await page.goto(world.url('/worker'));

  await answer(page, 'refuse');

  expect(await hitsOfBare(page, world)).toBe(0);
  await expect(page.frameLocator('iframe').locator('p')).toHaveText('inner');
});

test('own documents get the policy as a header; a grant lifts it with the next view, a withdrawal holds again', async ({
  context,
  page,
  world,
}) => {
  await open(context, page, world);
  await answer(page, 'refuse');
  const policy = async (): Promise<string> =>
    (await (await page.goto(world.url('/worker')))?.headerValue('content-security-policy')) ?? '';
  expect(await policy()).toContain('frame-src');

  const decided = page.evaluate(
    () => new Promise<void>((done) => window.sluis?.on('decision', () => done())),
  );
  await page.locator('#grant').click();
  await decided;
  await expect.poll(() => hitsOfBare(page, world)).toBeGreaterThan(0);

  await page.goto(world.url('/worker'));
  await page.evaluate(() => window.sluis?.withdraw());
  await settle(page);
  expect(await hitsOfBare(page, world)).toBe(0);
});

test("a grant in a page under the worker releases at once: the request waits for the worker's news", async ({
  context,
  page,
  world,
}) => {
  await open(context, page, world);
  await answer(page, 'refuse');
  world.page(
    '/worker',
    gatedPage(
      config,
      `${settings}${grant}<script>
      fetch('https://pixel.adnet.example/fetch', { mode: 'no-cors' }).then(() => window.said = 'sent', () => window.said = 'refused')</script>`,
    ),
  );
  await page.goto(world.url('/worker'));
  await settle(page);
  expect(await page.evaluate(() => Object(window).said)).toBe('refused');

  const sent = page.evaluate(
    () =>
      new Promise((done) =>
        window.sluis?.on('change', () => {
          if (!window.sluis?.allows('marketing')) return;
          fetch('https://pixel.adnet.example/after', { mode: 'no-cors' }).then(
            () => done('sent'),
            () => done('refused'),
          );
        }),
      ),
  );
  await page.locator('#grant').click();

  expect(await sent).toBe('sent');
});

test('the worker goes when its word is taken out of the configuration', async ({
  context,
  page,
  world,
}) => {
  await open(context, page, world);
  await answer(page, 'refuse');
  const { serviceWorker: _gone, ...rest } = config;
  world.page('/worker', gatedPage(rest, settings));

  await page.goto(world.url('/worker'));

  await expect.poll(() => installed(page)).toEqual([]);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
});

test("imported into the site's own worker it leaves that worker's answers alone, and adds the policy to them", async ({
  context,
  page,
  world,
}) => {
  config.serviceWorker = '/sw.js';
  const own = `${worker};addEventListener('fetch', (event) => {
    if (new URL(event.request.url).pathname === '/offline')
      event.respondWith(new Response('<!doctype html><title>Own</title><p>from the worker</p><img src="${pixel}">', { headers: { 'content-type': 'text/html' } }));
  });`;
  try {
    await open(context, page, world, own);
    await press(page, 'refuse');
    await expect.poll(() => installed(page)).toEqual(['/sw.js']);
    world.vendors.reset();

    const response = await page.goto(world.url('/offline'));

    await expect(page.locator('p')).toHaveText('from the worker');
    expect(await response?.headerValue('content-security-policy')).toContain('frame-src');
    await settle(page);
    expect(world.vendors.requests()).toEqual([]);
  } finally {
    config.serviceWorker = '/sluis-worker.js';
  }
});
