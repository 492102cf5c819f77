import type { Page } from '@playwright/test';
import { banner, expect, gatedPage, press, settle, test, type World } from './bank-test.ts';

const purpose = (id: string, services: readonly string[]): object => ({
  id,
  legalBasis: 'a',
  label: id,
  text: `What ${id} does.`,
  services,
});

const config = {
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  unknown: 'block',
  purposes: [purpose('analytics', ['insight']), purpose('marketing', ['adnet'])],
  services: [
    { id: 'adnet', hosts: ['pixel.adnet.example'] },
    { id: 'insight', hosts: ['collect.insight.example'] },
  ],
};

const note = '<script>var notes = []; function note(word) { notes.push(word); }</script>';
const settings = '<a href="/opt-out" data-sluis-action="settings">settings</a>';

const template = (inside: string, mark = 'data-sluis-purpose="marketing"'): string =>
  `<template ${mark}>${inside}</template>`;
const vendor = (path: string): string => `https://pixel.adnet.example${path}`;

/** Vendor scripts note their own name when they run; `/slow-` ones are answered after all others. */
async function serveScripts(page: Page, bodies: Record<string, string> = {}): Promise<string[]> {
  const asked: string[] = [];
  await page.route('https://pixel.adnet.example/*.js', async (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    await route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: bodies[pathname] ?? `note('${pathname}');`,
    });
  });
  return asked;
}

async function open(page: Page, world: World, body: string, head = ''): Promise<void> {
  world.page('/templates', gatedPage(config, body, head));
  await page.goto(world.url('/templates'));
  await page.locator(banner).waitFor();
  await settle(page);
}

const notes = (page: Page): Promise<readonly string[]> => page.evaluate(() => Object(window).notes);

function hits(world: World): readonly string[] {
  return world.vendors.requests().map(({ path }) => path);
}

test('R01 what stands in a template is inert, and comes in its place, in order, once its purpose is allowed', async ({
  page,
  world,
}) => {
  const asked = await serveScripts(page);
  await open(
    page,
    world,
    `${note}<main id="main">${template(`<img src="${vendor('/view.gif')}">
      <script>note('one')</script>
      <script src="${vendor('/two.js')}"></script>
      <script>note('three ' + document.currentScript.parentNode.id)</script>
      <script type="module">note('six')</script>
      <script defer src="${vendor('/seven.js')}"></script>`)}
      <p id="between">text</p>
      ${template(`<script src="${vendor('/four.js')}"></script><script>note('five')</script><b id="last">b</b>`)}</main>`,
  );
  expect(hits(world)).toEqual([]);
  expect(await notes(page)).toEqual([]);

  await press(page, 'accept');

  await expect
    .poll(() => notes(page))
    .toEqual(['one', '/two.js', 'three main', '/four.js', 'five', 'six', '/seven.js']);
  await settle(page);
  expect(asked).toHaveLength(3);
  expect(hits(world)).toEqual(['/view.gif']);
  expect(
    await page.evaluate(() =>
      [...document.querySelectorAll('#main > :not(script)')].map((one) => one.localName),
    ),
  ).toEqual(['img', 'p', 'b']);
  await page.evaluate(() => window.sluis?.acceptAll());
  await settle(page);
  expect(await notes(page)).toHaveLength(7);
});

test('R08 after a refusal a template stays shut, on this page and the next', async ({
  page,
  world,
}) => {
  await open(
    page,
    world,
    `${note}${template(`<img src="${vendor('/view.gif')}"><script>note('ran')</script>`)}`,
  );

  await press(page, 'refuse');
  await expect(page.locator(banner)).toHaveCount(0);
  await settle(page);
  await page.reload();
  await settle(page);

  expect(hits(world)).toEqual([]);
  expect(await notes(page)).toEqual([]);
});

test('a returning visitor gets it while the page is parsed: template, scripts and all', async ({
  page,
  world,
}) => {
  await serveScripts(page);
  const body = `${settings}${note}${template(`<script src="${vendor('/one.js')}"></script><script>note('two ' + document.readyState)</script>`)}
    <p>text</p><script src="/slow.js"></script><script>note('parsed')</script>`;
  await open(page, world, body);
  await press(page, 'accept');
  await expect.poll(() => notes(page)).toHaveLength(3);
  // The parser waits here until the vendor's script has run.
  await page.route('**/slow.js', async (route) => {
    await expect.poll(() => notes(page)).toContain('two loading');
    await route.fulfill({ contentType: 'text/javascript', body: '' });
  });

  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.reload();

  await expect.poll(() => notes(page)).toEqual(['/one.js', 'two loading', 'parsed']);
  expect(loaded.filter((path) => path.startsWith('/sluis/'))).toEqual([
    '/sluis/head.js',
    '/sluis/templates.js',
  ]);
});

test('R22 of several purposes all are needed, and a service by its own purposes', async ({
  page,
  world,
}) => {
  await open(
    page,
    world,
    `${note}${template(`<script>note('both')</script>`, 'data-sluis-purpose="analytics marketing"')}
    ${template(`<script>note('service')</script>`, 'data-sluis-service="insight"')}
    ${template(`<script>note('nobody')</script>`, 'data-sluis-purpose=""')}
    ${template(`<script>note('stranger')</script>`, 'data-sluis-purpose="analytics typo"')}`,
  );
  const grant = (id: string): Promise<void> =>
    page.evaluate((one) => {
      const button = document.createElement('button');
      button.id = `grant-${one}`;
      button.addEventListener('click', () => window.sluis?.save({ [one]: true }));
      document.body.prepend(button);
    }, id);

  await grant('analytics');
  await page.locator('#grant-analytics').click();
  await expect.poll(() => notes(page)).toEqual(['service']);
  await grant('marketing');
  await page.locator('#grant-marketing').click();

  await expect.poll(() => notes(page)).toEqual(['service', 'both']);
  expect(await page.locator('template').count()).toBe(2);
});

test('document.write of a revived script is put behind it, scripts included, and the page stays', async ({
  page,
  world,
}) => {
  await serveScripts(page, {
    '/writes.js': `note('writes'); document.write('<i id="written">' + 'i</i>'); document.write('<scr' + 'ipt>note("inner")</scr' + 'ipt>');`,
  });
  await open(
    page,
    world,
    `${note}<p id="stays">p</p>${template(`<script>document.writeln('<b id="inline">b</b>')</script>
    <script src="${vendor('/writes.js')}"></script><script>note('after')</script>`)}`,
  );

  await press(page, 'accept');

  await expect.poll(() => notes(page)).toEqual(['writes', 'inner', 'after']);
  await expect(page.locator('#stays, #inline, #written')).toHaveCount(3);
});

test('shadow roots in the markup, styles, noscript and nested templates come as they were written', async ({
  page,
  world,
}) => {
  await open(
    page,
    world,
    `${note}${template(`<style>#styled { color: rgb(1, 2, 3) }</style><p id="styled">p</p>
    <div id="host"><template shadowrootmode="open"><i>inside</i><script>note('shadow')</script></template></div>
    <noscript><img src="${vendor('/noscript.gif')}"></noscript>
    <template id="nested"><script>note('nested')</script></template>
    ${template(`<script>note('inner analytics')</script>`, 'data-sluis-purpose="analytics"')}`)}`,
  );

  await press(page, 'accept');
  await expect.poll(() => notes(page)).toEqual(['shadow', 'inner analytics']);
  await settle(page);

  expect(hits(world)).toEqual([]);
  await expect(page.locator('#styled')).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(page.locator('#host i')).toHaveText('inside');
  expect(await page.locator('#nested').count()).toBe(1);
});

const later: readonly { readonly how: string; readonly add: string }[] = [
  { how: 'innerHTML', add: `app.innerHTML = markup` },
  { how: 'insertAdjacentHTML', add: `app.insertAdjacentHTML('beforeend', markup)` },
  {
    how: 'createElement and dataset',
    add: `const t = document.createElement('template'); t.dataset.sluisPurpose = 'marketing'; t.innerHTML = inside; app.append(t)`,
  },
  {
    how: 'setAttribute in a tree that is inserted whole',
    add: `const box = document.createElement('section'), t = document.createElement('template'); t.setAttribute('data-sluis-purpose', 'marketing'); t.innerHTML = inside; box.append(t); app.append(box)`,
  },
  {
    how: 'innerHTML of an element that is inserted afterwards',
    add: `const box = document.createElement('section'); box.innerHTML = markup; app.append(box)`,
  },
];

for (const { how, add } of later) {
  test(`a template that a script adds by ${how} waits, and opens; one added after the grant opens at once`, async ({
    page,
    world,
  }) => {
    await open(page, world, `${note}<div id="app"></div>`);
    const insert = (word: string): Promise<void> =>
      page.evaluate(
        ([code, said]) => {
          const inside = `<div><template shadowrootmode="open"><b>b</b></template></div><script>note('${said}')</script>`;
          const markup = `<template data-sluis-purpose="marketing">${inside}</template>`;
          const app = document.querySelector('#app');
          new Function('app', 'inside', 'markup', code ?? '')(app, inside, markup);
        },
        [add, word],
      );

    await insert('before');
    await settle(page);
    expect(await notes(page)).toEqual([]);
    await press(page, 'accept');
    await expect.poll(() => notes(page)).toEqual(['before']);
    await insert('after');

    await expect.poll(() => notes(page)).toEqual(['before', 'after']);
    expect(await page.locator('#app div b').count()).toBeGreaterThan(0);
  });
}

test('R17 withdrawal between two scripts of a template stops the second, which waits again', async ({
  page,
  world,
}) => {
  await serveScripts(page, { '/one.js': `note('one'); window.sluis.withdraw('marketing');` });
  await open(
    page,
    world,
    `${note}${template(`<script src="${vendor('/one.js')}"></script><script>note('two')</script>`)}`,
  );

  await press(page, 'accept');
  await expect.poll(() => notes(page)).toEqual(['one']);
  await settle(page);

  expect(await notes(page)).toEqual(['one']);
  await expect(page.locator('template[data-sluis-purpose=marketing]')).toHaveCount(1);
});
