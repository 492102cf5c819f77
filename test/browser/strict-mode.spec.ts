import type { Page } from '@playwright/test';
import { banner, expect, gatedPage, press, settle, test, type World } from './bank-test.ts';

const config = {
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  gate: 'strict',
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

const vendor = (path: string): string => `https://pixel.adnet.example${path}`;
const settings = '<a href="/opt-out" data-sluis-action="settings">settings</a>';

async function open(
  page: Page,
  world: World,
  body: string,
  words: object = {},
  head = '',
): Promise<void> {
  world.page('/strict', gatedPage({ ...config, ...words }, `${settings}${body}`, head));
  await page.goto(world.url('/strict'));
  await page.locator(banner).waitFor();
  await settle(page);
}

function hits(world: World): readonly string[] {
  return world.vendors
    .requests()
    .filter(({ kind }) => kind !== 'preflight')
    .map(({ path }) => path)
    .sort();
}

/** Ways that no script can stand before, and a template, which needs none. */
const head = `<link rel="stylesheet" href="${vendor('/link.css')}">
  <style>@import "${vendor('/import.css')}"; body { background: url("${vendor('/background.gif')}") }</style>`;
const body = `<div><template shadowrootmode="closed"><img src="${vendor('/shadow.gif')}"></template></div>
  <script>var load = (address) => import(address).catch(() => {}); load(atob('${btoa(vendor('/module.js'))}'));</script>
  <p id="box">box</p><script>document.getElementById('box').style.backgroundImage = 'url("${vendor('/property.gif')}")'</script>
  <template data-sluis-purpose="marketing"><img src="${vendor('/template.gif')}"></template>`;
const all = [
  '/background.gif',
  '/import.css',
  '/link.css',
  '/module.js',
  '/property.gif',
  '/shadow.gif',
  '/template.gif',
];

test('R01 strict: what no script can stop is stopped by the policy, and one reload after the grant everything passes once', async ({
  page,
  world,
}) => {
  await open(page, world, body, {}, head);
  expect(hits(world)).toEqual([]);
  const decided = await page.evaluateHandle(() => {
    const heard = { count: 0 };
    window.sluis?.on('decision', () => localStorage.setItem('decided', String(++heard.count)));
    return heard;
  });

  const reloaded = page.waitForEvent('load');
  await press(page, 'accept');
  await reloaded;

  await expect.poll(() => hits(world)).toEqual(all);
  await settle(page);
  expect(hits(world)).toEqual(all);
  expect(await page.evaluate(() => localStorage.getItem('decided'))).toBe('1');
  expect(await page.evaluate(() => window.sluis?.history().then(({ length }) => length))).toBe(1);
  await decided.dispose();
});

test('strict with "next-page": the running page stays as it is, and the next view has what was granted', async ({
  page,
  world,
}) => {
  await open(page, world, body, { onGrant: 'next-page' }, head);
  await page.evaluate(() => Object.assign(window, { here: true }));

  await press(page, 'accept');
  await expect(page.locator(banner)).toHaveCount(0);
  await page.evaluate((address) => void fetch(address), vendor('/fetch'));
  await settle(page);
  expect(hits(world)).toEqual([]);
  expect(await page.evaluate(() => Object(window).here)).toBe(true);
  expect(await page.evaluate(() => window.sluis?.allows('marketing'))).toBe(true);

  await page.goto(world.url('/strict'));
  await expect.poll(() => hits(world)).toEqual(all);
});

test('R08 strict: a refusal reloads nothing and lets nothing out', async ({ page, world }) => {
  await open(page, world, body, {}, head);
  await page.evaluate(() => Object.assign(window, { here: true }));

  await press(page, 'refuse');
  await expect(page.locator(banner)).toHaveCount(0);
  await settle(page);

  expect(await page.evaluate(() => Object(window).here)).toBe(true);
  expect(hits(world)).toEqual([]);
});

test('R17 strict: a withdrawal acts at once, in the page that was allowed', async ({
  page,
  world,
}) => {
  await open(page, world, '');
  const reloaded = page.waitForEvent('load');
  await press(page, 'accept');
  await reloaded;
  const send = (path: string): Promise<string> =>
    page.evaluate(
      (address) =>
        fetch(address, { mode: 'no-cors' }).then(
          () => 'sent',
          () => 'refused',
        ),
      vendor(path),
    );
  expect(await send('/before')).toBe('sent');

  await page.evaluate(() => window.sluis?.withdraw());

  expect(await send('/after')).toBe('refused');
  expect(hits(world)).toEqual(['/before']);
});

test('strict: a service worker of the site waits, and is not installed after a refusal', async ({
  page,
  world,
}) => {
  await open(
    page,
    world,
    `<script>var said = 'waits'; navigator.serviceWorker.register('/sluis/head.js', { scope: '/sluis/' }).then(() => said = 'installed', () => said = 'refused')</script>`,
    { unknown: 'hold' },
  );
  const installed = (): Promise<number> =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  expect(await page.evaluate(() => Object(window).said)).toBe('waits');
  expect(await installed()).toBe(0);

  await press(page, 'refuse');

  await expect.poll(() => page.evaluate(() => Object(window).said)).toBe('refused');
  expect(await installed()).toBe(0);
});

test('strict: banner, preferences, chunks and the record work under the policy', async ({
  page,
  world,
}) => {
  const refused: string[] = [];
  page.on('console', (line) => line.type() === 'error' && refused.push(line.text()));
  await open(page, world, '', { backend: 'https://consent.grachtenbank.example' });

  await press(page, 'settings');
  await page.locator('[data-sluis=preferences] [data-sluis-action=save]').waitFor();
  const synced = page.evaluate(
    () => new Promise<void>((done) => window.sluis?.on('synced', () => done())),
  );
  await page.evaluate(() => window.sluis?.refuseAll());
  await synced;

  expect(refused).toEqual([]);
});
