import type { ConsoleMessage, Page } from '@playwright/test';
import type { Held } from '../../packages/sluis/src/sluis.ts';
import {
  answer,
  banner,
  cookieNames,
  expect,
  gatedPage,
  press,
  settle,
  test,
} from './bank-test.ts';

const purpose = (id: string, services: readonly string[], more: object = {}): object => ({
  id,
  legalBasis: 'a',
  label: id,
  text: `${id}.`,
  services,
  ...more,
});
const config = {
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  purposes: [
    purpose('analytics', ['insight'], { consentMode: ['analytics_storage'] }),
    purpose('marketing', ['adnet']),
    purpose('clicks', ['clicks'], { identified: true }),
  ],
  services: [
    {
      id: 'insight',
      hosts: ['collect.insight.example'],
      cookies: ['insight_*'],
      disable: ['insight-off'],
      queues: ['insight'],
    },
    { id: 'adnet', hosts: ['pixel.adnet.example'], storage: ['ad:*'] },
    { id: 'clicks', hosts: ['clicks.insight.example'] },
  ],
};

const body = `<img src="https://pixel.adnet.example/view.gif?who=me">
<iframe src="https://www.youtube.com/embed/dGVzdGFwcA0"></iframe>
<script>
  fetch('https://collect.insight.example/fetch').catch(function () {});
  navigator.sendBeacon('https://clicks.insight.example/view');
  document.cookie = 'insight_id=1';
  localStorage.setItem('ad:1', '1');
</script>`;

const listening = `<script>
  var told = [];
  sluis.on('held', function (held) { told.push(held); });
</script>`;

function told(page: Page): Promise<readonly Held[]> {
  return page.evaluate(() => Object(window).told);
}

/** Resolves with the rows of the table that the report prints. */
function table(page: Page): Promise<ConsoleMessage> {
  return page.waitForEvent('console', (message) => message.type() === 'table');
}

const rules = [
  {
    kind: 'request',
    host: 'pixel.adnet.example',
    path: '/view.gif',
    verdict: 'hold',
    rule: { reason: 'not-answered', service: 'adnet', purpose: 'marketing' },
  },
  {
    kind: 'request',
    host: 'www.youtube.com',
    path: '/embed/dGVzdGFwcA0',
    verdict: 'hold',
    rule: { reason: 'unknown-host' },
  },
  {
    kind: 'request',
    host: 'collect.insight.example',
    path: '/fetch',
    verdict: 'hold',
    rule: { reason: 'not-answered', service: 'insight', purpose: 'analytics' },
  },
  {
    kind: 'request',
    host: 'clicks.insight.example',
    path: '/view',
    verdict: 'drop',
    rule: { reason: 'not-identified', service: 'clicks', purpose: 'clicks' },
  },
  {
    kind: 'cookie',
    key: 'insight_id',
    verdict: 'hold',
    rule: { reason: 'not-answered', service: 'insight', purpose: 'analytics' },
  },
  {
    kind: 'storage',
    key: 'ad:1',
    verdict: 'hold',
    rule: { reason: 'not-answered', service: 'adnet', purpose: 'marketing' },
  },
];

test('gate "report" holds nothing, tells each thing with its rule, and prints one table', async ({
  page,
  context,
  world,
}) => {
  world.page('/report', gatedPage({ ...config, gate: 'report' }, body, listening));
  const printed = table(page);
  await page.goto(world.url('/report'));
  await page.locator(banner).waitFor();
  const rows: readonly { what: string; why: string }[] = await (
    await printed
  )
    .args()[0]
    ?.jsonValue();
  await settle(page);

  const reached = world.vendors.requests().map(({ host, path }) => host + path);
  for (const one of ['pixel.adnet.example/view.gif', 'collect.insight.example/fetch'])
    expect(reached).toContain(one);
  expect(reached).toContain('www.youtube.com/embed/dGVzdGFwcA0');
  expect(reached).toContain('clicks.insight.example/view');
  expect(await cookieNames(context)).toContain('insight_id');
  expect(await page.evaluate(() => localStorage.getItem('ad:1'))).toBe('1');

  expect(await told(page)).toEqual(expect.arrayContaining(rules));
  expect(JSON.stringify(await told(page))).not.toContain('who=me');
  const written = rows.map(({ what, why }) => `${what}: ${why}`);
  expect(written).toContainEqual(
    expect.stringMatching(/^www\.youtube\.com\/embed.*: no service names/),
  );
  expect(written).toContainEqual(expect.stringMatching(/^insight_id: waits for the answer/));
  expect(new Set(written).size).toBe(written.length);
});

test('gate "report" leaves vendors as they are: no policy, no switches, no Consent Mode, no kept functions', async ({
  page,
  world,
}) => {
  world.page('/report', gatedPage({ ...config, gate: 'report' }, body));
  await page.goto(world.url('/report'));
  await page.locator(banner).waitFor();
  await press(page, 'refuse');
  await expect(page.locator(banner)).toHaveCount(0);
  await settle(page);

  const seen = await page.evaluate(() => ({
    policies: [...document.querySelectorAll<HTMLMetaElement>('meta[http-equiv]')].map(
      ({ content }) => content,
    ),
    globals: ['insight-off', 'insight', 'gtag', '_paq'].filter((name) => name in window),
    cookie: document.cookie.includes('insight_id'),
  }));
  expect(seen).toEqual({ policies: ['manifest-src *'], globals: [], cookie: true });
});

test('R01 the banner of a report works: the answer is recorded, and the next page reports by it', async ({
  page,
  world,
}) => {
  world.page('/report', gatedPage({ ...config, gate: 'report' }, body, listening));
  await page.goto(world.url('/report'));
  await press(page, 'refuse');
  await expect(page.locator(banner)).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(async () => (await window.sluis?.history())?.length))
    .toBe(1);

  await page.reload();
  await expect.poll(async () => (await told(page)).length).toBeGreaterThan(4);
  await settle(page);

  await expect(page.locator(banner)).toHaveCount(0);
  const adnet = (await told(page)).find((held) => 'host' in held && held.host.includes('adnet'));
  expect(adnet).toMatchObject({ verdict: 'drop', rule: { reason: 'refused' } });
});

test('in live mode "held" tells the same of what is held, and nothing of what passes', async ({
  page,
  world,
}) => {
  world.page('/held', gatedPage(config, body, listening));
  await page.goto(world.url('/held'));
  await page.locator(banner).waitFor();
  await settle(page);

  await expect.poll(() => told(page)).toEqual(expect.arrayContaining(rules));
  expect(world.vendors.requests()).toEqual([]);

  await press(page, 'accept');
  await expect.poll(() => world.vendors.counts().adnet ?? 0).toBe(1);
  await settle(page);
  const before = (await told(page)).length;
  await page.evaluate(() => fetch('https://collect.insight.example/fetch?again'));
  await settle(page);
  expect(await told(page)).toHaveLength(before);
});

test('where nobody listens the inspector is not fetched', async ({ page, world }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await answer(page, world, 'refuse');
  await settle(page);

  expect(fetched).toContain('/sluis/desk.js');
  expect(fetched).not.toContain('/sluis/inspect.js');
});

test('a mistake in the configuration of a report is told, and holds like any other', async ({
  page,
  world,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  world.page('/report', gatedPage({ ...config, gate: 'report', colour: 'red' }, ''));
  await page.goto(world.url('/report'));
  await expect.poll(() => errors.join()).toContain('sluis C03');
  await page.evaluate(() => fetch('https://collect.insight.example/fetch').catch(() => undefined));
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
});
