import type { Page } from '@playwright/test';
import { banner, expect, gatedPage, press, settle, test, visit, type World } from './bank-test.ts';
import { oneService } from './one-service.ts';

const config = oneService({ id: 'adnet', hosts: ['pixel.adnet.example'] });
const pixel = '<img src="https://pixel.adnet.example/view.gif">';

function chunks(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name.split('/sluis/')[1] ?? '')
      .filter((name) => name && !/^shared-|\?/.test(name)) // settle() asks with a query
      .sort(),
  );
}

async function visitSite(page: Page, world: World): Promise<void> {
  world.page('/site', gatedPage(config, `${pixel}<p>Hallo</p>`));
  await visit(page, world, '/site');
}

test('a first visit fetches head, desk and banner, and no more until the visitor comes near an answer', async ({
  page,
  world,
}) => {
  await visitSite(page, world);
  await settle(page);
  expect(await chunks(page)).toEqual(['banner.nl.js', 'desk.js', 'head.js']);

  await page.locator(banner).hover();

  await expect
    .poll(() => chunks(page))
    .toEqual(['banner.nl.js', 'desk.js', 'head.js', 'office.js', 'release.js']);
  expect(world.vendors.requests()).toEqual([]);
});

test('moving into the banner by keyboard fetches what takes the answer as well', async ({
  page,
  world,
}) => {
  await visitSite(page, world);

  await page.locator(`${banner} [data-sluis-action=refuse]`).focus();

  await expect.poll(() => chunks(page)).toContain('office.js');
});

/** @param work during which what takes the answer does not come */
async function withoutOffice(page: Page, work: () => Promise<void>): Promise<void> {
  await page.route('**/sluis/office.js', (route) => route.abort());
  await work();
  await page.unroute('**/sluis/office.js');
}

test('R09 a press before the office is there takes the banner away at once, and is not lost', async ({
  page,
  world,
}) => {
  let letGo = (): void => {};
  const pressed = new Promise<void>((done) => (letGo = done));
  await page.route('**/sluis/office.js', async (route) => {
    await pressed;
    await route.continue();
  });
  await visitSite(page, world);

  await press(page, 'accept');
  await expect(page.locator(banner)).toHaveCount(0);
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
  letGo();

  await expect.poll(() => world.vendors.counts().adnet ?? 0).toBe(1);
  const [decision] = await page.evaluate(() => window.sluis?.history() ?? []);
  expect(decision).toMatchObject({
    method: 'banner',
    purposes: { analytics: { answer: 'granted' } },
  });
  await expect(page.locator(banner)).toHaveCount(0);
});

test('R12 a page that is left after a refusal and before the office loses nothing: the next one carries it out', async ({
  page,
  world,
}) => {
  await withoutOffice(page, async () => {
    await visitSite(page, world);
    await press(page, 'refuse');
    await page.goto(world.url('/site?next'));
    await page.locator(banner).waitFor();
  });
  await page.reload();

  await expect
    .poll(async () => (await page.evaluate(() => window.sluis?.history()))?.[0])
    .toMatchObject({ method: 'banner', purposes: { analytics: { answer: 'refused' } } });
  await expect(page.locator(banner)).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(world.vendors.requests()).toEqual([]);
});

test('S13 a refusal that nothing came of does not undo what was answered since', async ({
  page,
  context,
  world,
}) => {
  await withoutOffice(page, async () => {
    await visitSite(page, world);
    await press(page, 'refuse');
    await page.locator(banner).waitFor(); // asks again
  });
  const other = await context.newPage();
  await visit(other, world, '/site');
  await press(other, 'accept');
  await expect.poll(() => other.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);

  await page.goto(world.url('/site?next'));

  await expect.poll(() => page.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
  const history = await page.evaluate(() => window.sluis?.history() ?? []);
  expect(history.map(({ purposes }) => purposes['analytics']?.answer)).toEqual(['granted']);
});

test('R09 of a page that is left after a grant and before the office nothing is kept: the next one asks', async ({
  page,
  world,
}) => {
  await withoutOffice(page, async () => {
    await visitSite(page, world);
    await press(page, 'accept');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  await page.goto(world.url('/site?next'));

  await page.locator(banner).waitFor();
  await settle(page);
  expect(await page.evaluate(() => window.sluis?.history())).toEqual([]);
  expect(world.vendors.requests()).toEqual([]);
});

test('S38 a form, with which the page is left, brings what keeps its answer', async ({
  page,
  world,
}) => {
  const news = { id: 'news', legalBasis: 'a', separate: true, label: 'Nieuws', text: 'Mail mij.' };
  const asked = { ...config, purposes: [...config.purposes, news] };
  const form = '<form><sluis-consent purpose="news"></sluis-consent><button>Ja</button></form>';
  world.page('/form', gatedPage(asked, form));
  await visit(page, world, '/form');

  await page.getByLabel('Mail mij.').check();
  await page.getByRole('button', { name: 'Ja', exact: true }).click();
  await page.waitForURL('**/form?news=on');

  await expect
    .poll(async () => (await page.evaluate(() => window.sluis?.history()))?.[0])
    .toMatchObject({ method: 'form', purposes: { news: { answer: 'granted' } } });
});

test('where the office does not come, N03 is told, everything stays held, and the banner asks again', async ({
  page,
  world,
}) => {
  const told: string[] = [];
  const uncaught: string[] = [];
  page.on('console', (message) => message.type() === 'error' && told.push(message.text()));
  page.on('pageerror', ({ message }) => uncaught.push(message));
  await page.route('**/sluis/office.js', (route) => route.abort());
  await visitSite(page, world);

  await press(page, 'refuse');

  await expect.poll(() => told.join('\n')).toMatch(/sluis N03: office /);
  await expect(page.locator(banner)).toBeVisible();
  await page.evaluate(() => window.sluis?.open());
  await page.locator('[data-sluis=preferences] [data-sluis-action=refuse]').click();
  await expect(page.locator('[data-sluis=preferences] [role=status]')).not.toBeEmpty();
  expect(world.vendors.requests()).toEqual([]);
  expect(uncaught).toEqual([]);

  await page.unroute('**/sluis/office.js');
  await page.keyboard.press('Escape');
  await press(page, 'refuse');
  await expect
    .poll(async () => (await page.evaluate(() => window.sluis?.history()))?.length)
    .toBe(1);
  await expect(page.locator(banner)).toHaveCount(0);
});

test('S13 an answer in another tab counts in one where nothing was fetched for it yet', async ({
  page,
  context,
  world,
}) => {
  await visitSite(page, world);
  const other = await context.newPage();
  await visit(other, world, '/site');

  await press(other, 'accept');

  await expect.poll(() => world.vendors.counts().adnet ?? 0).toBe(2);
  await expect(page.locator(banner)).toHaveCount(0);
});
