import type { Page } from '@playwright/test';
import { answer, banner, expect, gatedPage, press, settle, test, visit } from './bank-test.ts';

const root = '[data-sluis=preferences]';

async function openPreferences(page: Page): Promise<void> {
  await page.evaluate(() => window.sluis?.open());
  await page.locator(`${root} dialog`).waitFor();
}

/** Opens what a purpose tells more of. */
function detailsOf(page: Page, purpose: string): ReturnType<Page['locator']> {
  return page.locator(`${root} [data-sluis-purpose=${purpose}] details`);
}

test('R10 S50 one service of a purpose is refused in the preferences: it stays silent, the others work, also on the next page', async ({
  page,
  world,
}) => {
  await visit(page, world);
  await press(page, 'settings');
  await page.locator(`${root} [data-sluis-purpose=analytics]>.row [role=switch]`).click();
  await detailsOf(page, 'analytics').locator('summary').click();
  await page.locator(`${root} [data-sluis-service=insight] [role=switch]`).click();
  await press(page, 'save', root);
  await settle(page);

  await expect.poll(() => world.vendors.counts()).toMatchObject({ ga4: expect.any(Number) });
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);
  await page.goto(world.url('/contact'));
  await settle(page);
  const hosts = world.vendors.requests().map(({ host }) => host);
  expect(hosts.filter((host) => host.includes('google-analytics')).length).toBeGreaterThan(0);
  expect(hosts.filter((host) => host === 'collect.insight.example')).toEqual([]);
  const [decision] = (await page.evaluate(() => window.sluis?.history())) ?? [];
  expect(decision?.purposes).toMatchObject({
    analytics: { answer: 'granted' },
    '@insight': { answer: 'refused' },
  });
});

test('S31 restricting a purpose in the preferences stops its vendor at once, and lifting lets it go on', async ({
  page,
  world,
}) => {
  await answer(page, world, 'accept');
  await openPreferences(page);
  await detailsOf(page, 'analytics').locator('summary').click();
  const restrict = detailsOf(page, 'analytics').locator('[data-sluis-action=restrict]');

  await restrict.click();
  await expect(restrict).toBeChecked();
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);

  await restrict.click();
  await expect(restrict).not.toBeChecked();
  expect(await page.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);
});

test('S28 S30 what is on the device is listed with its owner, and deleted with one press', async ({
  page,
  world,
}) => {
  await answer(page, world, 'accept');
  await page.waitForFunction(() => document.cookie.includes('_ga'));
  await page.evaluate(() => {
    localStorage.setItem('bank-draft', '1');
    localStorage.setItem('sluis-end:_ga', String(Date.now()));
    sessionStorage.setItem('sluis-relay', '{}');
  });
  await openPreferences(page);
  await page.locator(`${root} .body>details`).first().locator('summary').click();
  const row = (name: string): ReturnType<Page['locator']> =>
    page.locator(`${root} .kept li`).filter({ has: page.getByText(name, { exact: true }) });

  await expect(row('_ga')).toContainText('Google Analytics');
  await expect(row('sluis-end:_ga')).toContainText('Google Analytics');
  await expect(row('sluis-relay')).toContainText('uw privacykeuze zelf');
  await expect(row('bank-draft')).toContainText('Grachtenbank N.V.');
  await expect(row('sluis').first()).toContainText('uw privacykeuze zelf');
  await expect(row('sluis').getByRole('button')).toHaveCount(0);

  await row('bank-draft').getByRole('button').click();
  await expect(row('bank-draft')).toHaveCount(0);
  await expect(page.locator(`${root} .foot [role=status]`)).toHaveText(/bank-draft.*verwijderd/);
  expect(await page.evaluate(() => localStorage.getItem('bank-draft'))).toBe(null);
});

test('S51 S18 the preferences tell what has changed since the last answer, until it is answered', async ({
  page,
  world,
}) => {
  const purpose = (id: string): object => ({ id, legalBasis: 'a', label: id, text: `Does ${id}.` });
  const controller = { name: 'Bank', contact: 'x@bank.example', policyUrl: '/privacy' };
  const config = (...ids: string[]): object => ({
    controller,
    languages: ['nl'],
    purposes: ids.map(purpose),
  });
  world.page('/changing', gatedPage(config('counting'), 'Hallo'));
  await visit(page, world, '/changing');
  const recorded = page.evaluate(
    () => new Promise<void>((done) => window.sluis?.on('decision', () => done())),
  );
  await press(page, 'accept');
  await recorded;
  world.page('/changing', gatedPage(config('counting', 'selling'), 'Hallo'));
  await page.goto(world.url('/changing'));
  await page.locator(banner).waitFor();
  await press(page, 'settings');

  await expect(page.locator(`${root} [data-sluis-changes]`)).toHaveText(/selling/);
  await expect(page.locator(`${root} [data-sluis-changes]`)).not.toHaveText(/counting/);
  await press(page, 'save', root);
  await page.locator(root).waitFor({ state: 'detached' });
  await openPreferences(page);
  await expect(page.locator(`${root} [data-sluis-changes]`)).toHaveCount(0);
});
