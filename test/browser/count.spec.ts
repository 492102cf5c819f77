import type { Page, Request } from '@playwright/test';
import { cookieNames, expect, gatedPage, press, settle, test, type World } from './bank-test.ts';

const config = {
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  profile: 'nl',
  languages: ['nl'],
  backend: 'https://consent.grachtenbank.example',
  sensitivePaths: ['/debt*'],
  purposes: [
    {
      id: 'counting',
      legalBasis: 'f',
      deviceAccess: 'measurement',
      measurement: { ownUseOnly: true, noCrossSite: true, notPassedOn: true, truncatedIp: true },
      label: 'Bezoeken tellen',
      text: 'Wij tellen hoe vaak elke pagina wordt bezocht. U kunt bezwaar maken.',
    },
  ],
};

const isCount = (request: Request): boolean => new URL(request.url()).pathname === '/v1/page-views';

/** It sends a moment after the counter has, by a timer of the same kind that was set after it. */
const tags = `<script async src="/sluis/count.js"></script>
<script>addEventListener('load', () => setTimeout(() => fetch('/counted-by-now'), 1100))</script>`;

/** Opens a page with the counter. @returns what it has sent by the time it is through */
async function open(
  page: Page,
  world: World,
  path: string,
  under: string | object = config,
): Promise<readonly Request[]> {
  const counted: Request[] = [];
  page.on('request', (request) => isCount(request) && counted.push(request));
  world.page(path.replace(/\?.*/, ''), gatedPage(under, '', tags));
  const fence = page.waitForRequest(/counted-by-now/);
  await page.goto(world.url(path));
  await fence;
  return counted;
}

test('S53 R46 R53 counts a page once, by its path alone, and keeps nothing on the device', async ({
  page,
  context,
  world,
}) => {
  const counted = await open(page, world, '/counted?mail=canary');

  expect(counted.map((request) => request.postData())).toEqual(['{"page":"/counted"}']);
  const headers = await counted[0]?.allHeaders();
  expect(headers?.['cookie']).toBeUndefined();
  expect(headers?.['referer']).toBeUndefined();
  expect(await cookieNames(context)).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('R01 a broken configuration counts nothing and throws nothing into the page', async ({
  page,
  world,
}) => {
  const thrown: Error[] = [];
  page.on('pageerror', (error) => thrown.push(error));

  expect(await open(page, world, '/broken', '{')).toEqual([]);
  expect(thrown).toEqual([]);
});

test('R56 counts no more once the visitor objects', async ({ page, world }) => {
  await open(page, world, '/counted');
  await page.evaluate(() => window.sluis?.open());
  await page.locator('[data-sluis=preferences] [role=switch]').first().click();
  await press(page, 'save', '[data-sluis=preferences]');
  await settle(page);

  const counted = await open(page, world, '/counted');

  expect(counted).toEqual([]);
});

test('S41 counts no sensitive page', async ({ page, world }) => {
  expect(await open(page, world, '/debt-help')).toEqual([]);
});
