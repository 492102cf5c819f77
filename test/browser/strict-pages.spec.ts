import type { Page } from '@playwright/test';
import { banner, expect, press, settle, test, type World } from './bank-test.ts';

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

const vendor = (path: string): string => `https://pixel.adnet.example${path}`;

/** What the page does by itself, in its own policy's types where there is one. */
const own = `var notes = [];
  var policy = self.trustedTypes?.createPolicy('app', { createHTML: (text) => text, createScriptURL: (text) => text });
  var html = policy?.createHTML('<b id="own">own</b>') ?? '<b id="own">own</b>';
  document.querySelector('#box').innerHTML = html;
  notes.push(document.querySelector('#own')?.textContent);
  var script = document.createElement('script');
  script.src = policy?.createScriptURL('/own.js') ?? '/own.js';
  document.head.append(script);
  var tag = document.createElement('script');
  tag.src = policy?.createScriptURL('${vendor('/tag.js')}') ?? '${vendor('/tag.js')}';
  document.head.append(tag);
  new Image().src = '${vendor('/new.gif')}';`;

const nonce = 'r4nd0m';
const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Strict page</title>
<script type="application/json" id="sluis-config">${JSON.stringify(config)}</script>
<meta http-equiv="Content-Security-Policy" content="manifest-src *">
<script nonce="${nonce}" src="/sluis/head.js"></script></head>
<body><div id="box"></div><img src="${vendor('/view.gif')}">
<template data-sluis-purpose="marketing"><script nonce="${nonce}">notes.push('template')</script></template>
<script nonce="${nonce}">${own}</script></body></html>`;

interface Strict {
  readonly what: string;
  readonly headers: Readonly<Record<string, string>>;
}

const vendors = 'https://pixel.adnet.example';
const trustedTypes = `require-trusted-types-for 'script'; trusted-types app`;

const pages: readonly Strict[] = [
  {
    what: 'a nonce',
    headers: {
      'content-security-policy': `default-src 'self'; script-src 'self' 'nonce-${nonce}' ${vendors}; img-src 'self' ${vendors}; object-src 'none'; base-uri 'none'`,
    },
  },
  {
    what: 'a nonce and strict-dynamic',
    headers: {
      'content-security-policy': `script-src 'nonce-${nonce}' 'strict-dynamic'; object-src 'none'; base-uri 'none'`,
    },
  },
  {
    what: 'Trusted Types, our policy allowed',
    headers: { 'content-security-policy': `${trustedTypes} sluis` },
  },
  {
    what: 'Trusted Types and a nonce with strict-dynamic',
    headers: {
      'content-security-policy': `script-src 'nonce-${nonce}' 'strict-dynamic'; ${trustedTypes} sluis`,
    },
  },
  {
    what: 'features switched off by Permissions-Policy',
    headers: {
      'permissions-policy':
        'sync-xhr=(), storage-access=(), camera=(), geolocation=(), attribution-reporting=(), browsing-topics=(), unload=(), document-domain=()',
    },
  },
  {
    what: 'cross-origin isolation, credentialless',
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'credentialless',
    },
  },
  {
    what: 'cross-origin isolation, require-corp',
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    },
  },
];

interface Seen {
  readonly errors: readonly string[];
  /** What the browser set out to fetch from the vendor. */
  readonly asked: readonly string[];
}

/**
 * The page comes from the test and not from the world's address, so the browser keeps it away from the
 * vendors on this machine (Local Network Access): what counts is that it asks.
 */
async function open(page: Page, world: World, headers: Strict['headers']): Promise<Seen> {
  const errors: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('request', (request) => {
    const { hostname, pathname } = new URL(request.url());
    if (hostname === 'pixel.adnet.example') asked.push(pathname);
  });
  // Chromium tells as well of what the gate's policy did not let it fetch.
  page.on('requestfailed', (request) => {
    const index = asked.indexOf(new URL(request.url()).pathname);
    if (/csp/i.test(request.failure()?.errorText ?? '') && index >= 0) asked.splice(index, 1);
  });
  await page.route('**/strict-page', (route) =>
    route.fulfill({ contentType: 'text/html', headers, body: html }),
  );
  // What is shown in a frame of ours while the page is open needs the page's embedder policy there too.
  const policy = headers['cross-origin-embedder-policy'];
  if (policy)
    await page.route('**/sluis/frame.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'cross-origin-embedder-policy': policy },
        body: '<!doctype html><title></title><body>',
      }),
    );
  await page.route('**/own.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `notes.push('own script')` }),
  );
  await page.route(vendor('/tag.js'), (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'cross-origin-resource-policy': 'cross-origin' },
      body: `notes.push('vendor')`,
    }),
  );
  await page.goto(world.url('/strict-page'));
  await page.locator(banner).waitFor();
  await settle(page);
  return { errors, asked };
}

const notes = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...Object(window).notes].sort());

for (const { what, headers } of pages) {
  test(`a page with ${what}: held before the answer, its own code works, banner and release too`, async ({
    page,
    world,
  }) => {
    const { errors, asked } = await open(page, world, headers);
    expect(await notes(page)).toEqual(['own', 'own script']);
    expect(asked).toEqual([]);

    await press(page, 'accept');

    await expect.poll(() => notes(page)).toEqual(['own', 'own script', 'template', 'vendor']);
    await expect.poll(() => [...asked].sort()).toEqual(['/new.gif', '/tag.js', '/view.gif']);
    expect(errors).toEqual([]);
  });
}

test('a page whose Trusted Types do not allow our policy: held before the answer, its own code works', async ({
  page,
  world,
}) => {
  const { asked } = await open(page, world, { 'content-security-policy': trustedTypes });

  expect(await notes(page)).toEqual(['own', 'own script']);
  expect(asked).toEqual([]);
  await press(page, 'refuse');
  await expect(page.locator(banner)).toHaveCount(0);
  await settle(page);
  expect(asked).toEqual([]);
});
