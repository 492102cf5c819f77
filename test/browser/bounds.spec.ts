import type { Page } from '@playwright/test';
import { banner, expect, gatedPage, press, settle, test, type World } from './bank-test.ts';

const purpose = (id: string, services: readonly string[], more: object = {}): object => ({
  id,
  legalBasis: 'a',
  label: id,
  text: `${id}.`,
  services,
  ...more,
});
const base = {
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  allow: ['tag.adnet.example'],
};
const insight = {
  id: 'insight',
  hosts: ['collect.insight.example'],
  cookies: ['insight_*'],
  storage: ['insight:*'],
  queues: ['gtag', '_paq', 'fbq'],
};
const tracked = { ...base, purposes: [purpose('analytics', ['insight'])], services: [insight] };

/** Every address that reached a vendor, without its scheme. */
function reached(world: World): readonly string[] {
  return world.vendors.requests().map(({ host, path }) => host + path);
}

/** Grants everything on a page of its own, so that the next one starts as a returning visitor's. */
async function acceptAll(page: Page, world: World, config: object): Promise<void> {
  world.page('/accept', gatedPage(config, ''));
  await page.goto(world.url('/accept'));
  await press(page, 'accept');
  await expect(page.locator(banner)).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(async () => (await window.sluis?.history())?.length))
    .toBe(1);
  world.vendors.reset();
}

/** Sends and stores in every way that a script has, each marked with a word. */
const sendAll = `<script>
  function sendAll(host, word) {
    var address = 'https://' + host + '/';
    fetch(address + 'fetch/' + word).catch(function () {});
    navigator.sendBeacon(address + 'beacon/' + word);
    var request = new XMLHttpRequest();
    request.open('GET', address + 'xhr/' + word);
    request.send();
    new Image().src = address + 'pixel/' + word;
    var image = document.createElement('img');
    image.src = address + 'img/' + word;
    document.body.append(image);
    var host1 = document.createElement('p');
    document.body.append(host1);
    host1.attachShadow({ mode: 'open' }).innerHTML = '<img src="' + address + 'shadow/' + word + '">';
    var frame = document.createElement('iframe');
    frame.src = address + 'frame/' + word;
    document.body.append(frame);
    new EventSource(address + 'events/' + word);
    document.cookie = 'insight_' + word + '=1';
    localStorage.setItem('insight:' + word, '1');
    gtag('event', word);
    dataLayer.push({ event: word });
    _paq.push(['trackEvent', 'category', word]);
    if (window.fbq) fbq('track', word);
  }
</script>`;

function queued(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { dataLayer, _paq, fbq } = Object(window);
    const asList = (call: object): unknown => ('length' in call ? Array.from(Object(call)) : call);
    return JSON.stringify(
      [dataLayer, _paq, fbq?.queue].map((queue) => Array.from(queue ?? [], asList)),
    );
  });
}

const send = (page: Page, host: string, word: string): Promise<void> =>
  page.evaluate(([to, what]) => Object(window).sendAll(to, what), [host, word]);

test('S06 what an identified purpose was sent before identify() never arrives, in any channel; what comes after does', async ({
  page,
  context,
  world,
}) => {
  const config = {
    ...base,
    purposes: [purpose('clicks', ['insight'], { identified: true })],
    services: [insight],
  };
  const host = 'collect.insight.example';
  await acceptAll(page, world, config);
  const body = `${sendAll}
<img src="https://${host}/static/before"><script src="https://${host}/lib.js"></script>
<script>
  gtag('config', 'G-1');
  document.addEventListener('DOMContentLoaded', function () {
    setTimeout(function () { sendAll('${host}', 'before'); document.title = 'sent'; });
  });
</script>`;
  world.page('/identified', gatedPage(config, body));
  await page.goto(world.url('/identified'));
  await expect(page).toHaveTitle('sent');
  await settle(page);
  expect(reached(world)).toEqual([]);

  await page.evaluate(() => window.sluis?.identify('opaque-token'));
  await settle(page);
  expect(reached(world), 'the library is needed now').toEqual([`${host}/lib.js`]);
  expect(await queued(page)).not.toContain('before');
  expect(await queued(page)).toContain('["config","G-1"]');

  await send(page, host, 'after');
  await expect.poll(() => reached(world).join()).toContain('fetch/after');
  await settle(page);

  expect(reached(world).join()).not.toContain('before');
  for (const way of ['fetch', 'beacon', 'xhr', 'frame', 'events'])
    expect(reached(world)).toContain(`${host}/${way}/after`);
  expect(await page.evaluate(() => Object.keys(localStorage).join())).toBe('insight:after');
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('insight_before');
  expect(await queued(page)).toContain('after');
});

const host = 'collect.insight.example';
const content = `${sendAll}
<img src="https://${host}/static"><script src="https://${host}/lib.js"></script>
<iframe src="https://${host}/frame"></iframe>
<script>
  document.documentElement.removeAttribute('data-sluis-sensitive');
  sendAll('${host}', 'marked');
  sendAll('nobody-knows.example', 'marked');
  sendAll('tag.adnet.example', 'marked');
</script>`;

test('S41 on a page marked sensitive nothing reaches a tracker for a visitor who accepted all, and no script can unmark it', async ({
  page,
  context,
  world,
}) => {
  await acceptAll(page, world, tracked);
  world.page('/plain', gatedPage(tracked, content));
  world.page('/marked', gatedPage(tracked, content).replace('<html', '<html data-sluis-sensitive'));
  await page.goto(world.url('/marked'));
  await settle(page);
  await send(page, host, 'late');
  await settle(page);

  const others = reached(world).filter((address) => !address.startsWith('tag.adnet.example'));
  expect(others).toEqual([]);
  expect(reached(world)).toContain('tag.adnet.example/fetch/marked');
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['sluis']);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
  await expect(page.locator(banner)).toHaveCount(0);

  await page.goto(world.url('/plain'));
  await expect.poll(() => reached(world).join()).toContain(`${host}/fetch/marked`);
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);
});

test('S41 a sensitive page takes nothing away from a service of the catalogue that the visitor has allowed', async ({
  page,
  context,
  world,
}) => {
  const config = {
    controller: tracked.controller,
    purposes: [
      { id: 'ads', legalBasis: 'a', label: 'Ads', text: 'Ads.', services: ['meta-pixel'] },
    ],
    services: ['meta-pixel'],
  };
  await acceptAll(page, world, config);
  await page.evaluate(() => (document.cookie = '_fbp=fb.1; path=/'));
  world.page('/quiet', gatedPage(config, '').replace('<html', '<html data-sluis-sensitive'));
  world.page('/after', gatedPage(config, ''));

  for (const path of ['/quiet', '/after']) {
    await page.goto(world.url(path));
    await settle(page);
  }

  expect((await context.cookies()).map(({ name }) => name).sort()).toEqual(['_fbp', 'sluis']);
});

test('S41 an app that goes to a sensitive path is closed there at once, and open again after; what was seen there stays there', async ({
  page,
  world,
}) => {
  const config = { ...tracked, sensitivePaths: ['/debt*'] };
  await acceptAll(page, world, config);
  world.page('/app', gatedPage(config, `${sendAll}<iframe src="https://${host}/frame"></iframe>`));
  const opened = page.waitForResponse(/bounds\.js/);
  await page.goto(world.url('/app'));
  await opened;
  await settle(page);
  await send(page, host, 'before');
  await expect.poll(() => reached(world).join()).toContain('fetch/before');

  const go = (path: string): Promise<void> =>
    page.evaluate((to) => history.pushState(null, '', to), path);
  await go('/debt/letter?id=1');
  world.vendors.reset();
  await send(page, host, 'sensitive');
  await settle(page);
  // What had left before may still arrive.
  expect(reached(world).filter((address) => !address.endsWith('/before'))).toEqual([]);
  expect(await queued(page)).not.toContain('sensitive');
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
  await expect
    .poll(() => page.frames().filter((frame) => frame.url().includes(host)).length)
    .toBe(0);

  await go('/app');
  await send(page, host, 'after');
  await expect.poll(() => reached(world).join()).toContain('fetch/after');
  await settle(page);

  expect(reached(world).join()).not.toContain('sensitive');
  expect(reached(world)).toContain(`${host}/img/after`);
  expect(await queued(page)).toContain('after');
});

test('S41 a document that begins on a sensitive path is closed from its first tag, and its events go no further', async ({
  page,
  world,
}) => {
  const config = { ...tracked, sensitivePaths: ['/debt*'] };
  await acceptAll(page, world, config);
  world.page('/debt', gatedPage(config, content));
  const opened = page.waitForResponse(/bounds\.js/);
  await page.goto(world.url('/debt'));
  await opened;
  await settle(page);
  const others = reached(world).filter((address) => !address.startsWith('tag.adnet.example'));
  expect(others).toEqual([]);

  await page.evaluate(() => history.pushState(null, '', '/app'));
  await expect.poll(() => reached(world)).toContain(`${host}/lib.js`);
  await settle(page);

  expect(reached(world).filter((address) => address.startsWith(host))).toEqual([`${host}/lib.js`]);
  expect(await queued(page)).not.toContain('marked');
});

/** Stands in for vendors' scripts: drains the queues, puts itself in their place, and sends every event by name. */
const vendor = `(function () {
  function hit(name) { fetch('https://collect.insight.example/hit/' + name, { mode: 'no-cors' }); }
  function take(call) {
    if (call[0] === 'event') hit('gtag-' + call[1]);
    else if (call.event) hit('gtm-' + call.event);
  }
  var push = dataLayer.push;
  dataLayer.push = function () { push.apply(dataLayer, arguments); [].forEach.call(arguments, take); };
  dataLayer.slice().forEach(take);
  var calls = _paq;
  _paq = { push: function (call) { hit('paq-' + (call[2] || call[0])); } };
  calls.forEach(_paq.push);
  var early = fbq.queue;
  fbq.callMethod = function (verb, name) { if (verb === 'track') hit('fbq-' + name); };
  early.forEach(function (call) { fbq.callMethod.apply(fbq, call); });
  hit('drained');
})();`;

const snippet = `<script>
  !function (f, n) {
    if (f.fbq) return;
    n = f.fbq = function () { n.callMethod ? n.callMethod.apply(n, arguments) : n.queue.push(arguments); };
    n.push = n; n.queue = [];
  }(window);
  function gtag() { dataLayer.push(arguments); }
  function events(word) {
    gtag('event', 'page_view'); gtag('event', 'typed_' + word);
    dataLayer.push({ event: 'page_view' }, { event: 'scroll_' + word });
    _paq.push(['trackPageView']); _paq.push(['trackEvent', 'form', 'field_' + word]);
    fbq('init', '1'); fbq('track', 'PageView'); fbq('track', 'Lead_' + word);
  }
  events('early');
</script><script async src="https://collect.insight.example/lib.js"></script>`;

for (const returning of [false, true]) {
  test(`S08 with a list of events only those leave, early and late, ${returning ? 'on a returning visit' : 'after accept in the page'}`, async ({
    page,
    context,
    world,
  }) => {
    await context.grantPermissions(['local-network-access']);
    const events = ['page_view', 'PageView', 'trackPageView'];
    const config = {
      ...base,
      purposes: [purpose('analytics', ['insight'], { events })],
      services: [insight],
    };
    if (returning) await acceptAll(page, world, config);
    await page.route('https://collect.insight.example/lib.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: vendor }),
    );
    world.page('/events', gatedPage(config, snippet));
    await page.goto(world.url('/events'));
    if (!returning) {
      await page.locator(banner).waitFor();
      await settle(page);
      expect(reached(world)).toEqual([]);
      await press(page, 'accept');
    }
    await expect.poll(() => reached(world).join()).toContain('hit/drained');
    await settle(page);
    const names = (): readonly string[] =>
      reached(world)
        .filter((address) => address.includes('/hit/') && !address.endsWith('drained'))
        .map((address) => address.replace(/.*\/hit\//, ''))
        .sort();
    const listed = ['fbq-PageView', 'gtag-page_view', 'gtm-page_view', 'paq-trackPageView'];
    expect(names()).toEqual(listed);

    await page.evaluate(() => Object(window).events('late'));
    await expect.poll(() => names().length).toBe(8);
    await settle(page);

    expect(names()).toEqual([...listed, ...listed].sort());
  });
}

/** Loads more parties once it runs. */
const loader = `['https://pixel.adnet.example/fourth.gif', 'https://fourth.example/fourth.gif', 'https://collect.insight.example/own.gif']
  .forEach(function (address) { new Image().src = address; });`;

for (const [what, config, granted] of [
  [
    'a host that no service names, while one consent is missing',
    {
      ...base,
      purposes: [purpose('analytics', ['insight']), purpose('marketing', ['adnet'])],
      services: [insight, { id: 'adnet', hosts: ['pixel.adnet.example'] }],
    },
    { analytics: true, marketing: false },
  ],
  [
    'a host that is not listed, with every consent, where unknown hosts are blocked',
    { ...tracked, unknown: 'block' },
    { analytics: true },
  ],
] as const) {
  test(`S12 a granted service's script cannot reach ${what}, and that is told`, async ({
    page,
    context,
    world,
  }) => {
    await context.grantPermissions(['local-network-access']);
    await page.route('https://collect.insight.example/loader.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: loader }),
    );
    world.page(
      '/fourth',
      gatedPage(
        config,
        `<button>Keuze</button><script src="https://collect.insight.example/loader.js"></script>
        <script>
          var told = [];
          sluis.on('held', function (held) { told.push(held.host + ' ' + held.verdict + ' ' + held.rule.reason); });
          document.querySelector('button').onclick = function () { sluis.save(${JSON.stringify(granted)}); };
        </script>`,
      ),
    );
    await page.goto(world.url('/fourth'));
    await page.getByRole('button', { name: 'Keuze' }).click();
    await expect.poll(() => reached(world)).toContain(`${host}/own.gif`);
    await settle(page);

    expect(reached(world).join()).not.toContain('fourth');
    const told: readonly string[] = await page.evaluate(() => Object(window).told);
    expect(told).toContain('fourth.example drop unknown-host');
  });
}
