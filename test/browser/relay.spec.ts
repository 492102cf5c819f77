import type { Page } from '@playwright/test';
import { bankPage } from '../../demo/bank/pages.mjs';
import { expect, gatedPage, press, settle, test, type World } from './bank-test.ts';

const purpose = (id: string, services: readonly string[]): object => ({
  id,
  legalBasis: 'a',
  label: id,
  text: `Wij doen ${id} met uw bezoek aan deze site.`,
  services,
});

const config = (gate: string): object => ({
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  backend: 'https://consent.grachtenbank.example',
  gate,
  purposes: [purpose('analytics', ['google-analytics']), purpose('marketing', ['meta-pixel'])],
  services: [
    {
      id: 'google-analytics',
      hosts: ['google-analytics.com', 'googletagmanager.com'],
      relay: '/relay/google-analytics',
    },
    {
      id: 'meta-pixel',
      hosts: ['facebook.com', 'facebook.net'],
      queues: ['fbq'],
      relay: '/relay/meta-pixel',
    },
  ],
});

/** The vendors' snippets, as they give them. */
const snippets = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-DEMO12345"></script>
<script>
  window.dataLayer = window.dataLayer || [];
  function gtag(){dataLayer.push(arguments);}
  gtag('js', new Date());
  gtag('config', 'G-DEMO12345');
</script>
<script>
!function(f,b,e,v,n,t,s)
{if(f.fbq)return;n=f.fbq=function(){n.callMethod?
n.callMethod.apply(n,arguments):n.queue.push(arguments)};
if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';
n.queue=[];t=b.createElement(e);t.async=!0;
t.src=v;s=b.getElementsByTagName(e)[0];
s.parentNode.insertBefore(t,s)}(window, document,'script',
'https://connect.facebook.net/en_US/fbevents.js');
fbq('init', '123456789012345');
fbq('track', 'PageView');
</script>`;

/** Every way in which a hit is sent, one event each. */
const hit = (event: string): string =>
  `https://www.google-analytics.com/g/collect?v=2&tid=G-DEMO12345&cid=1834567890.1700000001&uid=canary&en=${event}&dl=${encodeURIComponent('https://www.grachtenbank.example/relayed?canary=1')}`;
const kinds = ['fetch', 'request', 'xhr', 'beacon', 'image', 'markup'] as const;
const sendAll = (when: string): string => `
  fetch('${hit(`fetch-${when}`)}').catch(function () {});
  fetch(new Request('${hit(`request-${when}`)}', { method: 'POST', body: '_et=12', mode: 'no-cors' })).catch(function () {});
  var xhr = new XMLHttpRequest();
  xhr.open('POST', '${hit(`xhr-${when}`)}');
  xhr.send('_et=12');
  navigator.sendBeacon('${hit(`beacon-${when}`)}', '_et=12');
  new Image().src = '${hit(`image-${when}`)}';
  document.body.insertAdjacentHTML('beforeend', '<img src="${hit(`markup-${when}`)}">');`;

/** Hosts that the browser itself has asked, other than the site's own. */
function watchStrangers(page: Page): Set<string> {
  const hosts = new Set<string>();
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !hostname.endsWith('grachtenbank.example'))
      hosts.add(hostname);
  });
  return hosts;
}

function events(world: World): readonly string[] {
  return world.vendors
    .requests()
    .filter(({ path }) => path === '/g/collect')
    .map(({ query }) => new URLSearchParams(query).get('en') ?? '');
}

async function open(page: Page, world: World, gate: string, body = ''): Promise<void> {
  world.page('/relayed', gatedPage(config(gate), body, snippets));
  await page.goto(world.url('/relayed'));
}

for (const gate of ['live', 'strict']) {
  test(`R24 R40 with a relay under ${gate} mode the vendors' own snippets work after a grant, without reload, and the browser speaks to nobody else`, async ({
    page,
    world,
  }) => {
    const strangers = watchStrangers(page);
    let loads = 0;
    page.on('load', () => loads++);
    await open(page, world, gate);
    await settle(page);
    // What the page of the test before said as it was left may still come.
    const first = world.vendors.requests().filter(({ query }) => !query.includes('engagement'));
    expect(first).toEqual([]);

    await press(page, 'accept');
    await expect.poll(() => events(world)).toContain('page_view');
    await expect.poll(() => world.vendors.requests().map(({ path }) => path)).toContain('/tr/');

    expect([...strangers]).toEqual([]);
    expect(loads).toBe(1);
    const heard = JSON.stringify(world.vendors.requests());
    expect(heard).not.toMatch(/fbp|_ga=|sluis=/);
    const policies = await page.evaluate(() =>
      Array.from(document.querySelectorAll('meta[http-equiv]'), (meta) =>
        meta.getAttribute('content'),
      ).join(),
    );
    expect(policies).not.toMatch(/google|facebook/);
  });
}

test('R24 on the demo bank, as `npm start` shows it, the tags work after a grant and the browser asks neither Google nor Meta', async ({
  page,
  world,
}) => {
  const strangers = watchStrangers(page);
  world.page('/recommended', bankPage('/', { language: 'nl', relay: true }) ?? '');
  await page.goto(world.url('/recommended'));
  await press(page, 'accept');

  const relayed = (): readonly string[] =>
    world.vendors
      .requests()
      .filter(({ kind }) => kind === 'relay')
      .map(({ path }) => path);
  await expect.poll(relayed).toEqual(expect.arrayContaining(['/g/collect', '/tr/']));
  // Asked by the container, which came by the relay, and by no relay itself.
  await expect.poll(() => [...strangers]).toContain('tag.adnet.example');
  expect([...strangers].join()).not.toMatch(/google|facebook/);
});

test('R24 each kind of hit goes by the relay, once: what waited for the answer and what comes after it', async ({
  page,
  world,
}) => {
  const strangers = watchStrangers(page);
  await open(page, world, 'strict', `<script>${sendAll('early')}</script>`);
  await press(page, 'accept');
  await expect.poll(() => events(world)).toContain('page_view');

  await page.evaluate(sendAll('late'));
  const wanted = kinds.flatMap((kind) => [`${kind}-early`, `${kind}-late`]).sort();
  await expect
    .poll(() =>
      events(world)
        .filter((event) => event.includes('-'))
        .sort(),
    )
    .toEqual(wanted);

  expect([...strangers]).toEqual([]);
  expect(JSON.stringify(world.vendors.requests())).not.toMatch(/canary|1834567890/);
});

test('R17 after a refusal or a withdrawal nothing goes by the relay either', async ({
  page,
  world,
}) => {
  const strangers = watchStrangers(page);
  await open(page, world, 'live', `<script>${sendAll('early')}</script>`);
  await press(page, 'accept');
  await expect.poll(() => events(world)).toContain('page_view');
  await page.evaluate(() => window.sluis?.withdraw());
  await settle(page);
  world.vendors.reset();

  await page.evaluate(sendAll('late'));
  await page.reload();
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
  expect([...strangers]).toEqual([]);
});

test('R24 a visitor who comes back needs no reload and no second answer', async ({
  page,
  world,
}) => {
  await open(page, world, 'strict');
  await press(page, 'accept');
  await expect.poll(() => events(world)).toContain('page_view');
  world.vendors.reset();
  const strangers = watchStrangers(page);

  await page.reload();

  await expect.poll(() => events(world)).toContain('page_view');
  expect([...strangers]).toEqual([]);
});
