import type { Page } from '@playwright/test';
import { banner, expect, gatedPage, press, settle, test } from './bank-test.ts';

const controller = { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' };
const adnet = { id: 'adnet', hosts: ['pixel.adnet.example'] };
const marketing = {
  id: 'marketing',
  legalBasis: 'a',
  label: 'Reclame',
  text: 'Advertenties.',
  services: ['adnet'],
};
const sound = { controller, purposes: [marketing], services: [adnet] };

/** Every kind of request that needs no answer to be wanted, and a script of the page's own. */
const body = `<img src="https://pixel.adnet.example/view.gif">
<script src="https://www.googletagmanager.com/gtag/js?id=G-DEMO12345"></script>
<iframe src="https://www.youtube.com/embed/dGVzdGFwcA0"></iframe>
<script>
  fetch('https://collect.insight.example/fetch').catch(function () {});
  navigator.sendBeacon('https://collect.insight.example/beacon');
  document.title = 'works';
</script>`;

interface Told {
  readonly console: string[];
  readonly uncaught: string[];
}

/** What the page's developer gets to see. */
function listen(page: Page): Told {
  const told: Told = { console: [], uncaught: [] };
  page.on('console', (message) => message.type() === 'error' && told.console.push(message.text()));
  page.on('pageerror', (error) => told.uncaught.push(error.message));
  return told;
}

const mistakes: readonly (readonly [what: string, code: RegExp, config: unknown])[] = [
  ['broken JSON', /sluis C01: sluis-config /, '{"controller": {"name": "Bank",'],
  ['JSON that is no object', /sluis C02/, '[]'],
  ['JSON that is null', /sluis C02/, 'null'],
  ['an unknown word', /sluis C03: .*colour/, { ...sound, colour: 'red' }],
  [
    'an unknown word in a purpose',
    /sluis C03: .*purposes\[0\].*legalBase/,
    { ...sound, purposes: [{ ...marketing, legalBase: 'a' }] },
  ],
  [
    'a word with a value that it does not have',
    /sluis C04: unknown /,
    { ...sound, unknown: 'ask' },
  ],
  ['a missing controller', /sluis C05: controller/, { purposes: [marketing], services: [adnet] }],
  [
    'S05 S24 legitimate interest that asks for device access',
    /sluis C06: purposes\[0\] f/,
    { ...sound, purposes: [{ ...marketing, legalBasis: 'f', deviceAccess: 'consent' }] },
  ],
  [
    'S24 a switch on a legal duty',
    /sluis C07: purposes\[0\]\.control/,
    { ...sound, purposes: [{ ...marketing, legalBasis: 'c', control: 'switch', reason: 'Wet.' }] },
  ],
  [
    'an unknown service',
    /sluis C08: purposes\[0\]\.services other/,
    { ...sound, purposes: [{ ...marketing, services: ['other'] }] },
  ],
  [
    'the same purpose twice',
    /sluis C09: purposes marketing/,
    { ...sound, purposes: [marketing, marketing] },
  ],
  ['purposes that are a text', /sluis C02: purposes/, { ...sound, purposes: 'marketing' }],
  ['purposes that hold null', /sluis C02: purposes\[0\]/, { ...sound, purposes: [null] }],
  ['services that are an object', /sluis C02: services/, { ...sound, services: { adnet } }],
  [
    'hosts that are numbers',
    /sluis C02: services\[0\]\.hosts\[0\]/,
    { ...sound, services: [{ ...adnet, hosts: [1] }] },
  ],
];

for (const [what, code, config] of mistakes) {
  test(`a configuration with ${what} is told by its code, everything is held, the page works`, async ({
    page,
    context,
    world,
  }) => {
    const told = listen(page);
    world.page('/bad-config', gatedPage(config, body));
    await page.goto(world.url('/bad-config'));
    await expect(page).toHaveTitle('works');
    await settle(page);

    const answers = await page.evaluate(async () => {
      const { sluis } = window;
      await sluis?.acceptAll();
      await sluis?.save({ marketing: true });
      await sluis?.refuseAll();
      await sluis?.acceptAll();
      return [sluis?.allows('marketing'), await sluis?.history()];
    });
    expect(told.console.join('\n')).toMatch(code);
    await settle(page);

    expect(answers).toEqual([false, []]);
    expect(world.vendors.requests()).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await expect(page.locator(banner)).toHaveCount(0);
    expect(told.uncaught).toEqual([]);
  });
}

test('a sound configuration that becomes a wrong one holds again what was granted', async ({
  page,
  world,
}) => {
  const pixel = '<img src="https://pixel.adnet.example/view.gif">';
  world.page('/turns-bad', gatedPage(sound, pixel));
  await page.goto(world.url('/turns-bad'));
  await press(page, 'accept');
  await expect.poll(() => world.vendors.counts().adnet ?? 0).toBe(1);
  await settle(page);
  world.vendors.reset();
  const told = listen(page);

  world.page('/turns-bad', gatedPage({ ...sound, colour: 'red' }, pixel));
  await page.goto(world.url('/turns-bad'));
  await settle(page);

  expect(told.console.join('\n')).toMatch(/sluis C03/);
  expect(world.vendors.requests()).toEqual([]);
});

test('a second tag is told as G01, and the first goes on as if it were alone', async ({
  page,
  world,
}) => {
  const told = listen(page);
  world.page('/twice', gatedPage(sound, body, '<script src="/sluis/head.js"></script>'));
  await page.goto(world.url('/twice'));
  await settle(page);
  expect(told.console.filter((text) => text.includes('sluis G01'))).toHaveLength(1);
  expect(world.vendors.requests()).toEqual([]);

  await press(page, 'accept');
  await expect
    .poll(() => world.vendors.requests().filter(({ path }) => path === '/view.gif'))
    .toHaveLength(1);
  await settle(page);

  expect(world.vendors.requests().filter(({ path }) => path === '/view.gif')).toHaveLength(1);
  await expect(page.locator(banner)).toHaveCount(0);
  expect(told.uncaught).toEqual([]);
});

for (const [what, config, sentence] of [
  ['broken JSON', '{', /C01: The configuration is not JSON .* Everything is held\. Check the text/],
  [
    'an unknown word',
    { ...sound, colour: 'red' },
    /C03: .*"colour"\. Remove it, or check its spelling/,
  ],
  ['no controller', { purposes: [] }, /C05: "controller" is missing\..*no default/],
] as const) {
  test(`the development build says in a sentence what is wrong and how to mend it: ${what}`, async ({
    page,
    world,
  }) => {
    const told = listen(page);
    world.page('/develop', gatedPage(config, body).replace('/sluis/head.js', '/sluis/head.dev.js'));

    await page.goto(world.url('/develop'));
    await expect(page).toHaveTitle('works');
    await settle(page);

    expect([...told.console, ...told.uncaught].join('\n')).toMatch(sentence);
    expect(world.vendors.requests(), 'what the sentence calls held').toEqual([]);
  });
}

const necessary = {
  ...marketing,
  id: 'service',
  legalBasis: 'b',
  deviceAccess: 'necessary',
  reason: 'Nodig.',
};
for (const [what, config] of [
  ['a purpose that is not asked', { ...sound, purposes: [necessary, marketing] }],
  ['a host that always passes', { ...sound, allow: ['cdn.example'] }],
  ['hosts that nobody knows', { ...sound, unknown: 'allow' }],
] as const) {
  test(`a mistake beside ${what} is told before anybody answers`, async ({ page, world }) => {
    const told = listen(page);
    world.page('/passes', gatedPage({ ...config, colour: 'red' }, '<p>Hallo</p>'));

    await page.goto(world.url('/passes'));

    await expect.poll(() => told.console.join('\n')).toMatch(/sluis C03: .*colour/);
    await page.evaluate(() => navigator.sendBeacon('https://collect.insight.example/beacon'));
    await settle(page);
    expect(world.vendors.requests()).toEqual([]);
    await expect(page.locator(banner)).toHaveCount(0);
  });
}

for (const [what, config] of [
  ['languages that are a text', { ...sound, languages: 'nl' }],
  ['a controller without a name', { ...sound, controller: undefined }],
] as const) {
  test(`${what} is told where it keeps the banner from being drawn, and nothing is thrown into the page`, async ({
    page,
    world,
  }) => {
    const told = listen(page);
    world.page('/undrawn', gatedPage(config, `<sluis-settings></sluis-settings>${body}`));

    await page.goto(world.url('/undrawn'));

    await expect.poll(() => told.console.join('\n')).toMatch(/sluis C\d\d: /);
    await settle(page);
    expect(told.uncaught).toEqual([]);
    expect(world.vendors.requests()).toEqual([]);
  });
}

test('a mistake that holds everything is told once the visitor comes near an answer, and the banner goes', async ({
  page,
  world,
}) => {
  const told = listen(page);
  world.page('/asks', gatedPage({ ...sound, colour: 'red' }, body));
  await page.goto(world.url('/asks'));
  await page.locator(banner).waitFor();

  await page.locator(banner).hover();

  await expect.poll(() => told.console.join('\n')).toMatch(/sluis C03: .*colour/);
  await expect(page.locator(banner)).toHaveCount(0);
  expect(world.vendors.requests()).toEqual([]);
  expect(told.uncaught).toEqual([]);
});

test('without desk.js everything stays held, N03 is told, and the page and its links work', async ({
  page,
  world,
}) => {
  const told = listen(page);
  await page.route('**/sluis/desk.js', (route) => route.abort());
  world.page(
    '/chunk',
    gatedPage(sound, `${body}<a href="/opt-out" data-sluis-action="settings">Instellingen</a>`),
  );
  await page.goto(world.url('/chunk'));
  await settle(page);
  await expect.poll(() => told.console.join('\n')).toMatch(/sluis N03: desk /);

  await expect(page).toHaveTitle('works');
  await page.getByRole('link', { name: 'Instellingen' }).click();
  await expect(page).toHaveURL(world.url('/opt-out'));
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
  expect(told.uncaught).toEqual([]);
});

test("without the banner's chunk everything stays held, N03 is told, and the preferences still open", async ({
  page,
  world,
}) => {
  const told = listen(page);
  await page.route('**/sluis/banner.*.js', (route) => route.abort());
  world.page('/chunk', gatedPage(sound, body));
  await page.goto(world.url('/chunk'));
  await settle(page);
  await expect.poll(() => told.console.join('\n')).toMatch(/sluis N03: banner /);
  await expect(page).toHaveTitle('works');
  expect(world.vendors.requests()).toEqual([]);

  await page.evaluate(() => window.sluis?.open());
  await press(page, 'accept', '[data-sluis=preferences]');

  await expect.poll(() => world.vendors.counts().adnet ?? 0).toBe(1);
  expect(told.uncaught).toEqual([]);
});

/** What the page's script says on the console, read without an evaluation: that counts as a gesture in Chromium. */
function said(page: Page, word: string): Promise<string> {
  return page
    .waitForEvent('console', (message) => message.text().startsWith(word))
    .then((message) => message.text());
}

test('R09 R66 a grant that no click or key of the visitor asked for gives false and I03, and nothing opens', async ({
  page,
  world,
}) => {
  const told = listen(page);
  const script = `<script>
    Promise.all([sluis.acceptAll(), sluis.save({ marketing: true }), sluis.save({ marketing: true, other: false })])
      .then(function (given) { console.log('given ' + given); });
  </script>`;
  world.page(
    '/unasked',
    gatedPage(sound, `<img src="https://pixel.adnet.example/view.gif">${script}`),
  );
  const given = said(page, 'given');
  await page.goto(world.url('/unasked'));
  expect(await given).toBe('given false,false,false');
  await settle(page);

  expect(told.console.filter((text) => text.includes('sluis I03'))).toHaveLength(3);
  expect(world.vendors.requests()).toEqual([]);
  expect(await page.evaluate(() => window.sluis?.allows('marketing'))).toBe(false);
  await expect(page.locator(banner)).toBeVisible();
});

test('R09 R66 a click that comes after an unasked grant, while the desk still loads, does not grant it', async ({
  page,
  world,
}) => {
  let letDeskGo = (): void => {};
  const clicked = new Promise<void>((done) => (letDeskGo = done));
  await page.route('**/sluis/desk.js', async (route) => {
    await clicked;
    await route.continue();
  });
  const script = `<script>sluis.acceptAll().then(function (given) { console.log('given ' + given); }); console.log('asked');</script>`;
  world.page(
    '/unasked',
    gatedPage(sound, `<p>Hallo</p><img src="https://pixel.adnet.example/view.gif">${script}`),
  );
  const given = said(page, 'given');
  const asked = said(page, 'asked');
  await page.goto(world.url('/unasked'), { waitUntil: 'commit' });
  await asked;
  await page.getByText('Hallo').click();
  letDeskGo();

  expect(await given).toBe('given false');
  await settle(page);
  expect(world.vendors.requests()).toEqual([]);
});

test('R09 a refusal through the API needs no click, and no banner comes after it', async ({
  page,
  world,
}) => {
  world.page(
    '/unasked',
    gatedPage(
      sound,
      `<script>sluis.refuseAll().then(function (given) { document.title = String(given); });</script>`,
    ),
  );
  await page.goto(world.url('/unasked'));
  await expect(page).toHaveTitle('true');
  await settle(page);

  await expect(page.locator(banner)).toHaveCount(0);
});
