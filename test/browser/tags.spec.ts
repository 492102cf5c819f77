import type { Page } from '@playwright/test';
import { banner, expect, gatedPage, press, settle, test, type World } from './bank-test.ts';

const config = {
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  unknown: 'block',
  purposes: [
    {
      id: 'marketing',
      legalBasis: 'a',
      label: 'Reclame',
      text: 'Advertenties.',
      services: ['adnet', 'insight', 'google'],
    },
  ],
  services: [
    { id: 'adnet', hosts: ['pixel.adnet.example'] },
    { id: 'insight', hosts: ['collect.insight.example'], cookies: ['insight_*'] },
    { id: 'google', hosts: ['googletagmanager.com'] },
  ],
};

async function open(page: Page, world: World, body: string): Promise<void> {
  world.page('/tags', gatedPage(config, body));
  await page.goto(world.url('/tags'));
  await page.locator(banner).waitFor();
  await settle(page);
}

/** How often an address was asked for; a CORS preflight is not the request itself. */
function seen(world: World, path: string): number {
  return world.vendors
    .requests()
    .filter((request) => request.path === path && request.kind !== 'preflight').length;
}

interface Kind {
  readonly what: string;
  readonly path: string;
  readonly body: string;
  /** What the page's own script has put down in `notes` by the end. */
  readonly notes: readonly string[];
}

const note = 'var notes = []; function note(word) { notes.push(word); }';

const kinds: readonly Kind[] = [
  {
    what: 'a static script, with its onload',
    path: '/gtag/js',
    body: `<script src="https://www.googletagmanager.com/gtag/js?id=G-A" onload="note('loaded')"></script>`,
    notes: ['loaded'],
  },
  {
    what: 'a script that a script inserts, with its onload',
    path: '/gtag/js',
    body: `<script>
      var made = document.createElement('script');
      made.async = true;
      made.onload = function () { note('loaded ' + (this === made) + ' ' + made.src); };
      made.src = 'https://www.googletagmanager.com/gtag/js?id=G-A';
      document.head.appendChild(made);
    </script>`,
    notes: ['loaded true https://www.googletagmanager.com/gtag/js?id=G-A'],
  },
  {
    what: 'an image in the page, with its onload',
    path: '/view.gif',
    body: `<img src="https://pixel.adnet.example/view.gif" onload="note('loaded')" onerror="note('failed')">`,
    notes: ['loaded'],
  },
  {
    what: 'an image that is in no document, with its onload',
    path: '/view.gif',
    body: `<script>
      (function () {
        var pixel = new Image();
        pixel.onload = function () { note('loaded'); };
        pixel.onerror = function () { note('failed'); };
        pixel.src = 'https://pixel.adnet.example/view.gif';
      })();
    </script>`,
    notes: ['loaded'],
  },
  {
    what: 'a style sheet link that a script adds',
    path: '/tag.css',
    body: `<script>
      (function () {
        var link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = 'https://pixel.adnet.example/tag.css';
        document.head.append(link);
      })();
    </script>`,
    notes: [],
  },
  {
    what: 'a frame',
    path: '/frame',
    body: `<iframe src="https://pixel.adnet.example/frame"></iframe>`,
    notes: [],
  },
  {
    what: 'a fetch, whose promise waits',
    path: '/fetch',
    body: `<script>
      fetch('https://collect.insight.example/fetch').then(
        function (response) { note('answered ' + response.status); },
        function () { note('failed'); });
    </script>`,
    notes: ['answered 204'],
  },
  {
    what: 'a request object with a body',
    path: '/request',
    body: `<script>
      fetch(new Request('https://collect.insight.example/request', { method: 'POST', body: 'a' })).then(
        function (response) { note('answered ' + response.status); },
        function () { note('failed'); });
    </script>`,
    notes: ['answered 204'],
  },
  {
    what: 'an XMLHttpRequest',
    path: '/xhr',
    body: `<script>
      (function () {
        var request = new XMLHttpRequest();
        request.onload = function () { note('answered ' + request.status); };
        request.onerror = function () { note('failed'); };
        request.open('POST', 'https://collect.insight.example/xhr');
        request.send('a');
      })();
    </script>`,
    notes: ['answered 204'],
  },
  {
    what: 'a beacon',
    path: '/beacon',
    body: `<script>note(String(navigator.sendBeacon('https://collect.insight.example/beacon', 'a')));</script>`,
    notes: ['true'],
  },
];

for (const { what, path, body, notes } of kinds) {
  test(`R22 ${what} is held, and released exactly once after consent`, async ({ page, world }) => {
    await open(page, world, `<script>${note}</script>\n${body}`);
    expect(world.vendors.requests()).toEqual([]);
    expect(
      await page.evaluate(() => Object(window).notes.filter((word: string) => word !== 'true')),
    ).toEqual([]);

    await press(page, 'accept');
    await expect.poll(() => seen(world, path)).toBe(1);
    await settle(page);
    await page.evaluate(() => window.sluis?.acceptAll());
    await settle(page);

    expect(seen(world, path)).toBe(1);
    await expect.poll(() => page.evaluate(() => Object(window).notes)).toEqual(notes);
  });

  test(`R08 ${what} never leaves after a refusal`, async ({ page, world }) => {
    await open(page, world, `<script>${note}</script>\n${body}`);
    await press(page, 'refuse');
    await expect(page.locator(banner)).toHaveCount(0);
    await settle(page);
    await page.reload();
    await settle(page);

    expect(world.vendors.requests()).toEqual([]);
    expect(await page.evaluate(() => Object(window).notes)).not.toContain('loaded');
  });
}

test('held static scripts run in the order of the page, though the second arrives first, after the inline queue', async ({
  page,
  world,
}) => {
  const served: string[] = [];
  let secondServed = (): void => {};
  const second = new Promise<void>((done) => (secondServed = done));
  await page.route('https://pixel.adnet.example/*.js', async (route) => {
    const name = new URL(route.request().url()).pathname;
    if (name === '/one.js') await second;
    served.push(name);
    await route.fulfill({
      contentType: 'text/javascript',
      body: `note('${name} finds ' + queue.length);`,
    });
    if (name === '/two.js') secondServed();
  });
  await open(
    page,
    world,
    `<script>${note} var queue = [];</script>
    <script>queue.push('before');</script>
    <script src="https://pixel.adnet.example/one.js"></script>
    <script>queue.push('between');</script>
    <script src="https://pixel.adnet.example/two.js"></script>`,
  );
  expect(served).toEqual([]);

  await press(page, 'accept');
  await expect.poll(() => served).toEqual(['/two.js', '/one.js']);

  await expect
    .poll(() => page.evaluate(() => Object(window).notes))
    .toEqual(['/one.js finds 2', '/two.js finds 2']);
});

test("S30 a known cookie that a script writes is held and written after consent; the site's own is written at once", async ({
  page,
  context,
  world,
}) => {
  await open(
    page,
    world,
    `<script>document.cookie = 'insight_seen=1; path=/'; document.cookie = 'own=1; path=/';</script>`,
  );
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['own']);

  await press(page, 'accept');

  await expect.poll(() => page.evaluate(() => document.cookie)).toContain('insight_seen=1');
});

test('S30 a known cookie is never written after a refusal, not on this page and not on the next', async ({
  page,
  context,
  world,
}) => {
  await open(page, world, `<script>document.cookie = 'insight_seen=1; path=/';</script>`);
  await press(page, 'refuse');
  await expect(page.locator(banner)).toHaveCount(0);
  await page.evaluate(() => (document.cookie = 'insight_late=1; path=/'));
  await settle(page);
  await page.reload();
  await settle(page);

  expect((await context.cookies()).map(({ name }) => name)).toEqual(['sluis']);
});

test('an image inside noscript never loads where scripts run, before consent or after', async ({
  page,
  world,
}) => {
  await open(
    page,
    world,
    `<noscript><img src="https://pixel.adnet.example/noscript.gif"></noscript><img src="https://pixel.adnet.example/view.gif">`,
  );
  await press(page, 'accept');
  await expect.poll(() => seen(world, '/view.gif')).toBe(1);
  await settle(page);

  expect(seen(world, '/noscript.gif')).toBe(0);
});

test("R17 a pixel that ran before the withdrawal does not load again on the next page, from the browser's memory or otherwise", async ({
  page,
  world,
}) => {
  await open(page, world, `<img src="https://pixel.adnet.example/view.gif">`);
  await press(page, 'accept');
  await expect.poll(() => seen(world, '/view.gif')).toBe(1);
  await page.evaluate(() => window.sluis?.withdraw());
  await settle(page);
  world.vendors.reset();

  await page.goto(world.url('/tags'));
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
});
