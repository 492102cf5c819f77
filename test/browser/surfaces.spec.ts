import { axeFindings } from './axe-findings.ts';
import { answer, banner, expect, press, settle, test, visit } from './bank-test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`R59 R60 axe finds nothing on banner, preferences and opt-out page in ${colorScheme}`, async ({
    page,
    world,
  }) => {
    await page.emulateMedia({ colorScheme });
    await visit(page, world);
    expect(await axeFindings(page, banner)).toEqual([]);

    await press(page, 'settings');
    await page.locator('[data-sluis=preferences] dialog').waitFor();
    expect(await axeFindings(page, '[data-sluis=preferences]')).toEqual([]);

    await page.goto(world.url('/opt-out'));
    await page.locator('[data-sluis=opt-out] [data-sluis-action=save]').waitFor();
    expect(await axeFindings(page, '[data-sluis=opt-out]')).toEqual([]);
  });
}

test('R01 R03 R04 R29 R31 R32 R48 accept, refuse and settings stand on one layer, alike in kind, size, font and colour', async ({
  page,
  world,
}) => {
  await visit(page, world);

  const looks = await page.locator(`${banner} [data-sluis-action]`).evaluateAll((controls) =>
    controls.map((control) => {
      const style = getComputedStyle(control);
      const { width, height } = control.getBoundingClientRect();
      return {
        action: control.getAttribute('data-sluis-action'),
        tag: control.tagName,
        look: [
          style.font,
          style.color,
          style.backgroundColor,
          style.borderColor,
          style.opacity,
        ].join(),
        width,
        height,
      };
    }),
  );

  expect(looks.map(({ action }) => action)).toEqual(['accept', 'refuse', 'settings']);
  for (const { tag, look, width, height } of looks) {
    expect(tag).toBe('BUTTON');
    expect(look).toBe(looks[0]?.look);
    expect(Math.abs(width - (looks[0]?.width ?? 0))).toBeLessThanOrEqual(2);
    expect(height).toBeGreaterThanOrEqual(44);
  }
});

test("R11 R16 R26 R33 R35 R37 the first layer names controller, purposes and the way back, within a phone's screen", async ({
  page,
  world,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await visit(page, world);
  const root = page.locator(banner);

  await expect(root).toContainText('Grachtenbank N.V.');
  for (const purpose of ['Statistiek', 'Reclame', 'Video'])
    await expect(root).toContainText(purpose);
  await expect(root).toContainText(/intrekken|wijzigen/);
  for (const action of ['accept', 'refuse', 'settings']) {
    await expect(root.locator(`[data-sluis-action=${action}]`)).toBeInViewport({ ratio: 1 });
  }
});

test('R30 at 320 px every control is inside the viewport', async ({ page, world }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await visit(page, world);

  for (const action of ['accept', 'refuse', 'settings']) {
    await expect(page.locator(`${banner} [data-sluis-action=${action}]`)).toBeInViewport({
      ratio: 1,
    });
  }
});

test("R09 R66 scrolling, keys, time and a script's click never grant", async ({ page, world }) => {
  await visit(page, world);
  await page.mouse.wheel(0, 600);
  await page.keyboard.press('Escape');
  await page.evaluate((root) => {
    document.querySelector<HTMLElement>(`${root} [data-sluis-action=accept]`)?.click();
  }, banner);
  await page.goto(world.url('/contact'));
  await settle(page);

  await expect(page.locator(banner)).toBeVisible();
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
  expect(world.vendors.requests()).toEqual([]);
});

test("an automatic consent client refuses with a script's click, and the banner is gone at once", async ({
  page,
  world,
}) => {
  await visit(page, world);

  const gone = await page.evaluate((root) => {
    document.querySelector<HTMLElement>(`${root} [data-sluis-action=refuse]`)?.click();
    return !document.querySelector(root);
  }, banner);

  expect(gone).toBe(true);
  await expect
    .poll(async () => (await page.evaluate(() => window.sluis?.history()))?.length)
    .toBe(1);
  expect(world.vendors.requests()).toEqual([]);
});

test('R62 R63 the keyboard walks through the banner and out of it, into the preferences and back', async ({
  page,
  world,
}) => {
  await visit(page, world);
  const focused = (): Promise<string | null | undefined> =>
    page.evaluate(() => document.activeElement?.getAttribute('data-sluis-action'));
  const seen: (string | null | undefined)[] = [];
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab');
    seen.push(await focused());
  }
  expect(seen).toEqual(expect.arrayContaining(['accept', 'refuse', 'settings']));
  expect(seen.at(-1)).toBeFalsy();

  await page.locator(`${banner} [data-sluis-action=settings]`).focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-sluis=preferences] dialog').waitFor();
  await page.keyboard.press('Escape');

  await expect(page.locator('[data-sluis=preferences] dialog')).toHaveCount(0);
  expect(await focused()).toBe('settings');
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
});

test('R02 R27 S24 on first open every switch is off, and the control follows from the legal basis', async ({
  page,
  world,
}) => {
  await visit(page, world);
  await press(page, 'settings');
  const root = page.locator('[data-sluis=preferences]');
  await root.locator('dialog').waitFor();

  const switches = root.getByRole('switch');
  await expect(switches).toHaveCount(6);
  for (const name of ['Statistiek', 'Reclame', 'Video', 'Klikgedrag na inloggen']) {
    await expect(root.getByRole('switch', { name })).not.toBeChecked();
  }
  await expect(root.locator('[role=switch][aria-disabled=true]')).toHaveCount(1);
  await expect(
    root.getByText('Zonder dit cookie kunnen wij u niet laten inloggen', { exact: false }),
  ).toBeVisible();
});

test('R10 purposes are saved one by one', async ({ page, world }) => {
  await visit(page, world);
  await press(page, 'settings');
  const root = page.locator('[data-sluis=preferences]');
  await root.getByRole('switch', { name: 'Statistiek' }).click();
  await press(page, 'save', '[data-sluis=preferences]');

  await expect.poll(() => page.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);
  expect(
    await page.evaluate(() =>
      ['marketing', 'media', 'clicks'].map((id) => window.sluis?.allows(id)),
    ),
  ).toEqual([false, false, false]);
  await expect(page.locator(banner)).toHaveCount(0);
});

test('the banner moves nothing on the page', async ({ page, world }) => {
  await page.addInitScript(() => {
    const shifts: number[] = (Object(window).shifts = []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Object(entry).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await visit(page, world, '/contact');
  await settle(page);
  await press(page, 'refuse');
  await settle(page);

  expect(await page.evaluate(() => Object(window).shifts)).toEqual([]);
});

for (const [language, accept, refuse] of [
  ['nl', /accepteren/i, /weigeren/i],
  ['fr', /accepter/i, /refuser/i],
  ['de', /akzeptieren|annehmen/i, /ablehnen/i],
  ['en', /accept/i, /refuse|reject/i],
] as const) {
  test(`R28 R67 the banner speaks the page's language: ${language}`, async ({ page, world }) => {
    await visit(page, world, `/?lang=${language}`);
    const root = page.locator(banner);

    await expect(root).toHaveAttribute('lang', language);
    await expect(root.locator('[data-sluis-action=accept]')).toHaveText(accept);
    await expect(root.locator('[data-sluis-action=refuse]')).toHaveText(refuse);
    const loaded = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.includes('/banner.')),
    );
    expect(loaded).toEqual([world.url(`/sluis/banner.${language}.js`)]);
  });
}

test('S35 R15 the opt-out page shows the history, withdraws with one press and gives the receipt', async ({
  page,
  world,
}) => {
  await answer(page, world, 'accept');
  await page.goto(world.url('/opt-out'));
  const root = page.locator('[data-sluis=opt-out]');
  await root.locator('[data-sluis-action=withdraw]').click();

  await expect.poll(() => page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
  const history = await page.evaluate(() => window.sluis?.history());
  expect(history?.map(({ purposes }) => purposes.analytics?.answer)).toEqual([
    'granted',
    'withdrawn',
  ]);
  await expect(
    root
      .getByRole('row')
      .or(root.getByRole('listitem'))
      .filter({ hasText: /Statistiek/ })
      .first(),
  ).toBeVisible();

  const download = page.waitForEvent('download');
  await root.getByRole('button', { name: /bewijs|ontvangst/i }).click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
});

test('S35 <sluis-opt-out> that an app adds later is filled, ends the banner, and each new one in turn', async ({
  page,
  world,
}) => {
  await visit(page, world);
  const enter = (): Promise<void> =>
    page.evaluate(() => {
      const former = document.querySelector('sluis-opt-out');
      document.querySelector('main')?.append(document.createElement('sluis-opt-out'));
      former?.remove(); // an app shows the new screen before it takes the old one away
    });
  const root = page.locator('[data-sluis=opt-out]');

  await enter();
  await expect(root.getByRole('switch', { name: 'Statistiek' })).not.toBeChecked();
  await expect(page.locator(banner)).toHaveCount(0);
  await root.getByRole('switch', { name: 'Statistiek' }).click();
  await root.locator('[data-sluis-action=save]').click();
  await expect.poll(() => page.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);

  await enter();
  await expect(root.getByRole('switch', { name: 'Statistiek' })).toBeChecked();
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect(root.getByRole('switch', { name: 'Allow Statistics' })).toBeChecked();
  await expect(root).toHaveCount(1);
});

test('S35 once an app takes <sluis-opt-out> away, what is open is asked, and the next one is filled', async ({
  page,
  world,
}) => {
  await visit(page, world);
  const put = (isThere: boolean): Promise<void> =>
    page.evaluate((there) => {
      const main = document.querySelector('main');
      const element = Object(window).kept ?? document.createElement('sluis-opt-out');
      Object(window).kept = element;
      if (there) main?.append(element);
      else element.remove();
    }, isThere);
  const root = page.locator('[data-sluis=opt-out]');

  await put(true);
  await root.locator('[data-sluis-action=refuse]').waitFor();
  await expect(page.locator(banner)).toHaveCount(0);
  await put(false);
  await expect(page.locator(banner)).toHaveCount(1);

  await put(true);
  await expect(page.locator(banner)).toHaveCount(0);
  await root.locator('[data-sluis-action=refuse]').click();
  await expect
    .poll(async () => (await page.evaluate(() => window.sluis?.history()))?.length)
    .toBe(1);
  await put(false);
  await settle(page);
  await expect(page.locator(banner)).toHaveCount(0);
});

test('R07 <sluis-settings> that an app adds later is a link to the preferences, in its own words or ours', async ({
  page,
  world,
}) => {
  await visit(page, world);
  await page.evaluate(() => {
    const own = document.createElement('sluis-settings');
    own.textContent = 'Mijn keuzes';
    document.querySelector('main')?.append(own, document.createElement('sluis-settings'));
  });
  const links = page.locator('sluis-settings a');
  await expect(links).toHaveText(['Mijn keuzes', 'Privacykeuzes']);

  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect(links).toHaveText(['Mijn keuzes', 'Privacy choices']);
  await links.last().click();
  await expect(page.locator('[data-sluis=preferences] dialog')).toBeVisible();
});

test('under Trusted Types and a policy without inline styles or eval the surfaces still work', async ({
  page,
  world,
}) => {
  const config = await (async () => {
    await page.goto(world.url('/contact'));
    return page.locator('#sluis-config').textContent();
  })();
  world.page(
    '/strict',
    `<!doctype html><html lang="nl"><head><title>T</title>
    <meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types sluis">
    <script type="application/json" id="sluis-config">${config}</script><script src="/sluis/head.js"></script></head><body><main>Hallo</main></body></html>`,
  );
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.context().clearCookies();
  await page.goto(world.url('/strict'));

  await press(page, 'settings');
  await page.locator('[data-sluis=preferences] dialog').waitFor();
  await press(page, 'save', '[data-sluis=preferences]');

  await expect(page.locator(banner)).toHaveCount(0);
  expect(errors.filter((text) => /Trusted|Content Security Policy/.test(text))).toEqual([]);
});
